import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJudgedRows } from '#cli/listen/judged-rows';
import { guardedExamine } from '#cli/page/detail/guarded-examine';
import { livePage } from '#cli/page/live-page';
import { readContract } from '#contract/reader';
import { createPlays } from '#endpoint/mock/plays';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import type { JudgedExchange } from '#harness/judge-recording';
import { followShowing } from '#judgement/showing/showing';
import { anExchange } from '../samples/run.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { axeFindings } from './axe.ts';
import { isLeftOut, launchChromium } from './chromium.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const evil = `<script>alert("'&")</script>${'w'.repeat(300)}`;
const deviation = { expected: { nl: evil, en: evil }, actual: { nl: evil, en: evil } };

const folder = join(temporaryFolder(), 'opname');
const journal = openJournal(folder);
const { place: request } = journal.keep(Buffer.from(`<a>${evil}</a>`), 100_000);
const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
const { place: mistaken } = journal.keep(Buffer.from(example.replace('3447GR', evil.replace(/[<&]/g, '.'))), 100_000);
journal.append({ type: 'run-ended', at: '', complete: true, reason: undefined });

const seenWith = (title: string): JudgedExchange['seen'] => ({
  ...{ sender: 'a', from: 0, until: 10, came: 'accepted', leftEarly: false, waitMs: undefined, likeness: title },
  said: {
    ...{ documentType: 'Melding', reference: evil, title, medium: '', publicationDate: '', rectifies: false },
    ...{ titleLength: 1, isOdd: false, notices: [], notice: title, likeness: title, wording: 'w', elements: [] },
  },
});

const judged = (title: string): JudgedExchange => ({
  event: anExchange({
    request,
    inbound: {
      ...{ connection: 1, peer: '', target: evil, httpVersion: '1.1', bodyBytes: 1, isCut: false },
      ...{ rawHeaders: [['X', evil]], note: { sender: evil } },
    },
  }),
  answer: { kind: 'accepted', http: 200, dossierNumber: '1', status: 'published' },
  deviations: new Map([['request.quotes-action', deviation]] as const),
  seen: seenWith(title),
});

const wrong = anExchange({
  request: mistaken,
  inbound: {
    ...{ connection: 1, peer: '', target: '/', httpVersion: '1.1', bodyBytes: 1, isCut: false },
    rawHeaders: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['SOAPAction', 'los'],
    ],
  },
});

describe.skipIf(isLeftOut)('the live page in a browser (needs /usr/bin/chromium)', () => {
  const rows = createJudgedRows({ bytesOf: openExchanges(folder), levelOf: () => 'MUST', contract });
  const plays = createPlays();
  const showing = followShowing({
    ...{ vendor: 'v', product: 'p', version: '1', errors: ['fault'] },
    documentTypes: [
      { name: 'Melding', notices: ['verleend'], media: ['Gemeenteblad'], elements: [evil], features: [] },
    ],
  });
  const { examine, close: closeExamine } = guardedExamine({ contract, phase: 1 }, 20_000);
  let browser: Browser;
  let mock: MockServer;
  beforeAll(async () => {
    browser = await launchChromium();
    const control = livePage({ rows, plays, examine, shown: showing.result, root: 'PEM' });
    mock = await createMockServer({ contract, username: 'proef', controlPort: 0, control });
    for (let number = 1; number <= 10_000; number += 1) rows.add(judged(`${evil} ${String(number)}.`));
  });
  afterAll(async () => {
    journal.close();
    await browser.close();
    await mock.close();
    await closeExamine();
  });

  /** A page that says nothing to its console, and asks for nothing but what stands on this server. */
  const quietly = async (
    path: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const noise: string[] = [];
    page.on('console', (said) => noise.push(said.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (one) => {
      if (!one.url().startsWith(mock.controlUrl) && !one.url().startsWith('data:')) noise.push(one.url());
    });
    await page.goto(mock.controlUrl + path);
    await look(page);
    await page.close();
    expect(noise).toEqual([]);
  };

  test.each([320, 1280, 2560])('fits a screen of %i pixels, whatever others wrote', async (width) => {
    for (const path of ['?lang=nl', '?lang=en', 'message?lang=nl&number=3', 'message?lang=en&number=3'])
      await quietly(
        path,
        async (page) => {
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width);
        },
        { viewport: { width, height: 900 } },
      );
  });

  test.each(['?lang=nl', '?lang=en', 'message?lang=nl&number=10001', 'message?lang=en&number=10001'])(
    'has no serious findings of axe, and leads to what was found and back: %s',
    async (path) => {
      if (rows.find(10_001) === undefined) rows.add({ ...judged('Met een plaats'), event: wrong });
      await quietly(path, async (page) => {
        expect(await axeFindings(page)).toEqual([]);
        if (!path.startsWith('message')) return;
        await page.locator('#finding-1 a').press('Enter');
        expect(new URL(page.url()).hash).toBe('#mark-1');
        await page.locator('#mark-1 a').press('Enter');
        expect(new URL(page.url()).hash).toBe('#finding-1');
      });
    },
  );

  test('shows what comes without being loaded again, by the plan too', async () => {
    await quietly('?lang=nl', async (page) => {
      await page.evaluate('window.isSame = true');
      rows.add(judged('Zojuist gekomen'));
      const came = seenWith('Zojuist gekomen');
      if (came !== undefined) showing.add(came);

      await page.getByText('Zojuist gekomen').waitFor();
      await page.getByRole('table').first().getByText('✓').waitFor();
      expect(await page.evaluate('window.isSame')).toBe(true);
    });
  });

  test('goes on renewing around who is at a message, and takes neither focus, place nor selection', async () => {
    await quietly('?lang=nl', async (page) => {
      const held = page.locator('#received tbody tr').nth(2).locator('a');
      const top = `Math.round(document.activeElement.getBoundingClientRect().top)`;
      await held.focus();
      await held.evaluate((link) => getSelection()?.selectAllChildren(link));
      const before = [await held.getAttribute('href'), await page.evaluate(top), await held.innerText()];
      const words = await page.evaluate('getSelection().toString()');

      rows.add(judged('Kwam er tussendoor'));
      await page.getByText('Kwam er tussendoor').waitFor();
      const after = await page.evaluate(
        `[document.activeElement.getAttribute('href'), ${top}, document.activeElement.innerText]`,
      );

      expect([after, await page.evaluate('getSelection().toString()')]).toEqual([before, words]);
    });
  });

  test('leaves who was at a message that went to the next page at the list', async () => {
    await quietly('?lang=nl', async (page) => {
      await page.locator('#received tbody tr').last().locator('a').focus();
      rows.add(judged('Duwde de laatste weg'));
      await page.getByText('Duwde de laatste weg').waitFor();

      expect(await page.evaluate('document.activeElement.id')).toBe('live');
    });
  });

  test('is paged, searched, and led through by keyboard', async () => {
    await quietly('?lang=en&page=9999', async (page) => {
      expect(await page.getByText('Page 200 of 200').count()).toBe(2);
    });
    await quietly('?lang=en', async (page) => {
      await page.getByLabel('Text in a message').focus();
      await page.keyboard.type('4321.');
      await page.keyboard.press('Enter');
      await page.waitForURL(/text=4321/);
      expect(await page.locator('#received tbody tr').count()).toBe(1);

      await page.locator('#received tbody a').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/number=4321/);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Message 4321');
      expect(await page.getByText('What to do:').count()).toBe(1);
    });
  });

  test('has an answer played at the next delivery, and empties its list', async () => {
    await quietly('?lang=nl', async (page) => {
      await page.getByLabel('Antwoord').selectOption('slow');
      await page.getByRole('button', { name: 'Speel' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(plays.take()).toEqual({ answer: 'slow', seconds: 10 });

      await page.getByRole('button', { name: 'Maak de lijst leeg' }).click();
      await page.getByText('Er is nog niets gekomen.').waitFor();
      expect(rows.all()).toEqual([]);
    });
  });

  test('takes no form of another site, and shows nothing to another name of this machine', async () => {
    const post = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      fetch(`${mock.controlUrl}play`, { method: 'POST', body: 'answer=fault', headers, redirect: 'manual' });

    expect((await post({ origin: 'http://elders.voorbeeld.nl' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({})).status).toBe(303);
    expect(plays.take()?.answer).toBe('fault');
    expect((await fetch(`${mock.controlUrl}play`)).status).toBe(405);
    expect((await fetch(`${mock.controlUrl}server-root.pem`)).headers.get('content-disposition')).toContain(
      'attachment',
    );
  });
});
