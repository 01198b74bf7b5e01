import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHar } from './read-har.ts';
import { trafficAt } from './traffic-at.ts';

const folder = mkdtempSync(join(tmpdir(), 'har-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const harOf = (...urls: readonly string[]): string =>
  JSON.stringify({ log: { entries: urls.map((url) => ({ request: { method: 'POST', url } })) } });

test('an answer that did not come is told from one that was not kept', () => {
  const entry = (response: object | undefined) => ({
    request: { method: 'POST', url: '/', headers: [{ name: 'SOAPAction', value: '""' }] },
    response,
  });
  const entries = [entry({ status: 0 }), entry(undefined), entry({ status: 200 })];
  const read = readHar('a.har', Buffer.from(JSON.stringify({ log: { entries } })));

  const pairs = read?.pairs.map(({ load }) => load());

  expect(pairs?.map(({ response, isLost = false }) => `${String(response?.status)} ${String(isLost)}`)).toEqual([
    ...['undefined true', 'undefined false', '200 false'],
  ]);
});

test('the entries of a file are read when they are asked for, in any order', () => {
  const path = join(folder, 'a.har');
  writeFileSync(path, `\uFEFF${harOf('/é', '/b', '/€')}`);
  const { pairs } = trafficAt(path);

  expect(pairs.toReversed().map(({ load }) => load().url)).toEqual(['/€', '/b', '/é']);
});

test.each([
  ['has other content', '/other'],
  ['is gone', undefined],
])('a file that %s since it was looked at is not read on', (_, url) => {
  const path = join(folder, 'b.har');
  writeFileSync(path, harOf('/a', '/b'));
  const { pairs } = trafficAt(path);
  if (url === undefined) rmSync(path);
  else writeFileSync(path, harOf(url));

  expect(() => pairs.map(({ load }) => load())).toThrow(`${path} changed while it was read`);
});

test('a file of which an entry is no JSON is not whole', () => {
  const path = join(folder, 'c.har');
  writeFileSync(path, '{"log":{"entries":[{"request":}]}}');

  expect(() => trafficAt(path)).toThrow('JSON that is not whole');
});

test('a file that is no HAR and fits in no string is refused', () => {
  const path = join(folder, 'd.svclog');
  writeFileSync(path, '<a/>');
  truncateSync(path, 600 * 1024 ** 2);

  expect(() => trafficAt(path)).toThrow('larger than 512 MiB');
});
