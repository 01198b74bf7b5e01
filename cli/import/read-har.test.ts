import { expect, test } from 'vitest';
import { readHar } from './read-har.ts';

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
