import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { ReceivedDelivery } from './registry.ts';
import { createMockServer, type MockServer } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
let [empty, full]: (MockServer | undefined)[] = [];

const evil = `<script>alert("'&")</script>`;

const entry = (outcome: ReceivedDelivery['outcome'], number: number) => ({
  ...{ at: '2026-01-01T00:00:00.000Z', bytes: 1, outcome, httpStatus: outcome === 'accepted' ? 200 : 500 },
  ...{ dossierNumber: undefined, status: undefined, code: 'regel-overtreden', text: evil, documentType: 'Melding' },
  ...{ reference: `nummer-${String(number)}-`, title: evil, authority: undefined, medium: undefined },
  ...{ publicationDate: undefined, warnings: [], files: [{ name: `${evil}.xml`, bytes: 1 }] },
});

beforeAll(async () => {
  [empty, full] = await Promise.all([1, 2].map(() => createMockServer({ contract, username: 'proef' })));
  for (let number = 1; number <= 130; number += 1)
    full?.registry.add(entry(number % 10 === 0 ? 'accepted' : 'refused', number), {
      request: new Uint8Array(),
      files: [],
    });
});
afterAll(async () => {
  await Promise.all([empty?.close(), full?.close()]);
});

const page = async (mock: MockServer | undefined, query = ''): Promise<string> =>
  (await fetch(`${mock?.controlUrl ?? ''}${query}`)).text();

/** Numbers of the messages that a page shows. */
const shown = (html: string): readonly number[] =>
  [...html.matchAll(/>nummer-(\d+)-</g)].map(([, number]) => Number(number));

test('fifty messages stand on a page, the newest first, with links to the others', async () => {
  const [first, last] = [await page(full), await page(full, '?page=3')];

  expect([shown(first).length, shown(first)[0], shown(first).at(-1)]).toEqual([50, 130, 81]);
  expect([shown(last).length, shown(last).at(-1)]).toEqual([30, 1]);
  expect(first).toContain('href="?lang=nl&amp;page=2">oudere</a>');
  expect(first).not.toContain('nieuwere');
  expect(last).not.toContain('oudere');
});

test('a page can be narrowed to an outcome', async () => {
  const html = await page(full, '?lang=en&outcome=accepted');

  expect(shown(html)).toEqual([130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
  expect(html).toContain('<option value="accepted" selected>accepted</option>');
  expect(html).toContain('130 received: 13 accepted, 117 refused.');
});

test('a page can be narrowed to words that a message has in its columns, whatever their case', async () => {
  expect(shown(await page(full, '?text=NUMMER-77-+melding'))).toEqual([77]);
  expect(shown(await page(full, '?text=nummer-77-&outcome=accepted'))).toEqual([]);
  expect(await page(full, '?text=nummer-77-&outcome=accepted')).toContain('Geen bericht voldoet aan de zoekvraag.');
});

test('what was asked stays with the links to other pages and to the other language', async () => {
  const html = await page(full, '?text=%22%3E+nummer&outcome=refused');

  expect(html).toContain('href="?lang=en&amp;text=%22%3E+nummer&amp;outcome=refused">English</a>');
  expect(html).toContain('value="&quot;&gt; nummer"');
});

test('a browser is told that nothing runs and nothing comes from elsewhere', async () => {
  const { headers } = await fetch(full?.controlUrl ?? '');

  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^ ]+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
});

test.each(['?page=0', '?page=-1', '?page=x', '?page=1e9', '?outcome=onzin'])(
  '%s shows the first page',
  async (query) => {
    expect(shown(await page(full, query))[0]).toBe(130);
  },
);

test('a page past the last is the last', async () => {
  expect(shown(await page(full, '?page=999999999')).at(-1)).toBe(1);
});

test('nothing of the other side is markup', async () => {
  const html = await page(full);

  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(&quot;&#39;&amp;&quot;)&lt;/script&gt;');
});

test('an empty list says so', async () => {
  expect(await page(empty)).toContain('Er is nog niets ontvangen.');
  expect(await page(empty, '?lang=en')).toContain('Nothing has been received yet.');
});
