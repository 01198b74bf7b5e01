import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { openMock } from '#cli/mock/open-mock';
import type { MockServer } from '#endpoint/mock/server';
import { compareNight } from '#nights/compare-night';
import { nightsPage } from '#nights/page/nights-page';
import { coveragePage } from '#reporters/coverage-page';
import type { CoverageCell } from '#reporters/run-coverage';
import { aFailure, aNight } from '../samples/night.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { axeFindings } from './axe.ts';
import { isLeftOut, launchChromium } from './chromium.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const evil = `<script>alert("'&")</script>${'w'.repeat(300)}`;
const types = ['OmgevingsvergunningAfhandelingPlanafwijking', 'BeschikkingAfhandeling', 'Melding'];

const cell = (state: CoverageCell['state']): CoverageCell => ({
  ...{ state, violations: 1, refused: 1, valid: 46 },
  reason: state === 'untested' ? { nl: evil, en: evil } : undefined,
});

/** Many constraints, of which the last is missed in the third document type alone. */
const constraints = Array.from({ length: 200 }, (_, index) => ({
  constraint: `dossier.xsd#PostcodeHuisnummerMarkering/Huisnummertoevoeging/${String(index)}/${index === 7 ? evil : ''}`,
  ...{ violations: 1, valid: 46 },
  documentTypes: Object.fromEntries(
    types.map((type, column) => [type, cell(index === 199 && column === 2 ? 'missed' : 'violated')]),
  ),
}));
const coverage = {
  ...{ version: 1 as const, runId: evil, contract: { id: '2020-01', digest: 'd' }, documentTypes: types },
  ...{ counts: { all: 200, violated: 200, valid: 200, never: 0 }, constraints },
};

const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
const mistaken = example.replace('>Woerden<', '>Woerdem<');

const message = {
  ...{ at: '2026-01-01T10:00:00.123Z', bytes: 1, sender: evil, outcome: 'refused' as const, httpStatus: 500 },
  ...{ dossierNumber: undefined, status: undefined, code: evil, text: evil, documentType: evil, reference: evil },
  ...{ title: evil, authority: undefined, medium: evil, publicationDate: undefined, warnings: [evil] },
  files: [{ name: evil, bytes: 1 }],
};

/** A month of nights in which everything failed, by causes with long names. */
const nights = Array.from({ length: 31 }, (_, day) => day).reduce(
  (before: ReturnType<typeof compareNight> | undefined, day) => {
    const check = `delivery.accepts-valid/${types[0] ?? ''}`;
    const night = aNight(day, { runId: evil, failed: [aFailure({ check, cause: { requirement: evil, kind: evil } })] });
    return compareNight(before?.memory, { ...night, subject: { ...night.subject, profile: evil } });
  },
  undefined,
);

describe.skipIf(isLeftOut)('our pages in a browser (needs /usr/bin/chromium)', () => {
  let browser: Browser;
  let mock: MockServer;
  let folder: string;
  const mockPage = (language: string): string => `${mock.controlUrl}?lang=${language}`;
  const messagePage = (language: string): string => `${mock.controlUrl}message?lang=${language}&number=60`;
  const coverageFile = (language: string): string => `file://${join(folder, `${language}.html`)}`;

  const nightsFile = (language: string): string => `file://${join(folder, `nights-${language}.html`)}`;

  beforeAll(async () => {
    browser = await launchChromium();
    mock = await openMock({ contract, username: 'proef' });
    for (let number = 1; number <= 60; number += 1)
      mock.registry.add(message, { request: Buffer.from(mistaken), files: [] });
    folder = temporaryFolder();
    for (const language of ['nl', 'en'] as const) {
      writeFileSync(join(folder, `${language}.html`), coveragePage(coverage, language));
      if (nights !== undefined) writeFileSync(join(folder, `nights-${language}.html`), nightsPage(nights, language));
    }
  });

  afterAll(async () => {
    await browser.close();
    await mock.close();
  });

  /** A page that says nothing to its console and asks for nothing but itself. */
  const quietly = async (
    address: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const noise: string[] = [];
    page.on('console', (said) => noise.push(said.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) noise.push(request.url());
    });
    await page.goto(address);
    await look(page);
    await page.close();
    expect(noise).toEqual([]);
  };

  test.each([320, 1280, 2560])('fit a screen of %i pixels, whatever others wrote', async (width) => {
    for (const address of ['nl', 'en'].flatMap((language) => [
      messagePage(language),
      coverageFile(language),
      nightsFile(language),
    ]))
      await quietly(
        address,
        async (page) => {
          expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBe(width);
        },
        { viewport: { width, height: 900 } },
      );
  });

  test('a date and a time take one line each', async () => {
    await quietly(mockPage('nl'), async (page) => {
      const lines = 'new Set([...document.querySelector("time").getClientRects()].map(({ top }) => top)).size';

      expect(await page.evaluate(lines)).toBe(2);
    });
  });

  test('the coverage page shows what is asked for by text, outcome and document type', async () => {
    await quietly(coverageFile('en'), async (page) => {
      const rows = page.locator('tr[data-states]:visible');
      await page.getByLabel('Outcome').selectOption('missed');

      expect(await rows.count()).toBe(1);
      expect(await page.getByRole('status').innerText()).toBe('1 of 200 constraints');

      await page.getByLabel('Document type', { exact: true }).selectOption('Melding');

      expect(await rows.count()).toBe(1);
      expect(await rows.first().locator('td:visible').allInnerTexts()).toEqual(['missed']);

      await page.getByLabel('Document type', { exact: true }).selectOption('BeschikkingAfhandeling');

      expect(await rows.count()).toBe(0);

      await page.getByLabel('Outcome').selectOption('violated');
      await page.getByLabel('Constraint contains').fill('NUMMERTOEVOEGING/19 dossier');

      expect(await rows.count()).toBe(11);
    });
  });

  test('without scripts all is there, and no field that does nothing', async () => {
    await quietly(
      coverageFile('nl'),
      async (page) => {
        expect(await page.locator('tr[data-states]:visible').count()).toBe(200);
        expect(await page.locator('form:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test('the page of the mock is searched by its form', async () => {
    const page = await browser.newPage();
    await page.goto(mockPage('nl'));
    await page.getByLabel('Tekst in een bericht').fill('niet te vinden');
    await page.getByRole('button', { name: 'Toon' }).click();

    expect(await page.getByText('Geen bericht voldoet aan de zoekvraag.').count()).toBe(1);

    await page.close();
  });

  test('a message that the mock received has its mistakes marked, and its files to save', async () => {
    await quietly(messagePage('en'), async (page) => {
      expect(await page.locator('mark').allInnerTexts()).toEqual(['Woerdem']);
      expect(await page.getByText('message.uses-listed-values').count()).toBe(1);
      expect(await page.getByRole('link', { name: 'request.xml' }).getAttribute('href')).toBe(
        'ontvangen/60/request.xml',
      );
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  test('the list of the mock can be emptied, and has answers played', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(mockPage('nl'));
    await page.getByLabel('Antwoord').selectOption('error');
    await page.getByRole('button', { name: 'Speel' }).click();
    await page.getByRole('button', { name: 'Maak de lijst leeg' }).click();
    await page.getByText('Er is nog niets gekomen.').waitFor();
    await page.close();
    const headers = {
      ...{ authorization: `Basic ${btoa('proef:')}`, 'content-type': 'text/xml; charset=utf-8' },
      'accept-language': 'en',
    };
    const action = { soapaction: `"${contract.service.deliver.action}"` };
    const answer = await fetch(mock.url, { method: 'POST', headers: { ...headers, ...action }, body: example });

    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('This answer is played.')]);
  });
});
