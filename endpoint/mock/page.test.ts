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
  [...html.matchAll(/nummer-(\d+)-/g)].map(([, number]) => Number(number));

test('fifty messages stand on a page, the newest first, with links to the others', async () => {
  const [first, last] = [await page(full), await page(full, '?page=3')];

  expect([shown(first).length, shown(first)[0], shown(first).at(-1)]).toEqual([50, 130, 81]);
  expect([shown(last).length, shown(last).at(-1)]).toEqual([30, 1]);
  expect(first).toContain('<a href="?lang=nl&amp;page=2">oudere</a>');
  expect(first).not.toContain('nieuwere');
  expect(last).not.toContain('oudere');
});

test('a page can be narrowed to an outcome', async () => {
  const html = await page(full, '?lang=en&outcome=accepted');

  expect(shown(html)).toEqual([130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
  expect(html).toContain('<strong>accepted (13)</strong>');
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
