import { expect, test } from 'vitest';
import type { Event, ExchangeRecorded } from './event.ts';
import { journalFeed, wholeIn } from './journal-feed.ts';
import { linking } from './link.ts';
import { shortening } from './short-exchange.ts';

const sample: ExchangeRecorded = {
  ...{
    type: 'exchange',
    id: '',
    check: 'a',
    case: 1,
    purpose: 'valid',
    constraint: undefined,
    documentType: undefined,
  },
  ...{ method: 'POST', url: 'http://localhost/x', requestHeaders: {}, request: undefined, requestBytes: 0 },
  ...{ status: 200, response: undefined, responseBytes: 0, failure: undefined, startedAt: 1, durationMs: 2 },
  ...{ responseHeaders: { date: 'today', server: 's' }, answer: 'fault', dossierNumber: undefined },
};

const exchange = (id: string, change: Partial<ExchangeRecorded> = {}): ExchangeRecorded => ({
  ...sample,
  ...{ id, requestHeaders: { 'content-type': 'text/xml', 'content-length': id }, ...change },
});

/** What is read of what writers of this many exchanges wrote, by turns. */
const written = (...writers: readonly (readonly ExchangeRecorded[])[]): string => {
  const link = linking();
  const lines = writers.map((events) => {
    const short = shortening();
    return events.map((event) => JSON.stringify(short(event)));
  });
  const longest = Math.max(...lines.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_, turn) => lines.flatMap((own) => own[turn] ?? [])).flat();
  return byTurns.map((line) => `${link(line)}\n`).join('');
};

const read = (text: string): readonly (Event | { readonly type: 'damaged' })[] => {
  const feed = journalFeed();
  return [...feed.add(Buffer.from(text)), ...feed.end()];
};

/** Without members that are undefined, as JSON leaves them out. */
const plain = (events: readonly unknown[]): unknown => JSON.parse(JSON.stringify(events));

test('an exchange like an earlier one is written with what differs, and read whole', () => {
  const all = [
    exchange('1-1'),
    exchange('1-2'),
    exchange('1-3', { method: 'GET', url: 'http://localhost/y', responseHeaders: { date: 'now', server: 's' } }),
    exchange('1-4', { responseHeaders: { server: 's', date: 'today' } }),
    exchange('1-5', { responseHeaders: {} }),
    exchange('1-6', { responseHeaders: { date: 'today', server: '__proto__' } }),
  ];
  const text = written(all);

  expect(plain(read(text))).toEqual(plain(all));
  expect(text.split('\n')[1]).not.toMatch(/POST|localhost|text\/xml|today/);
  expect(text.split('\n')[2]).toMatch(/GET.*localhost\/y/);
});

test('two writers go by models of their own', () => {
  const [one, other] = [
    [exchange('1-1'), exchange('1-2')],
    [exchange('2-1', { url: 'http://other/' }), exchange('2-2', { url: 'http://other/' })],
  ];

  expect(plain(read(written(one, other)))).toEqual(plain([one[0], other[0], one[1], other[1]]));
});

test('headers of ever other names are written whole, and leave the models that there are', () => {
  const odd = Array.from({ length: 2000 }, (_, index) =>
    exchange(`1-${String(index + 2)}`, { responseHeaders: { [`x-${String(index)}`]: '' } }),
  );
  const all = [exchange('1-1'), ...odd, exchange('1-3000')];
  const text = written(all);

  expect(plain(read(text))).toEqual(plain(all));
  expect(text.trimEnd().split('\n').at(-1)).toContain('"like":"1-1"');
});

test('what is like an exchange that is gone is damaged, and whole where lines are looked at one by one', () => {
  const [, second = ''] = written([exchange('1-1'), exchange('1-2')]).split('\n');

  expect(read(`${second}\n`).map(({ type }) => type)).toEqual(['damaged']);
  expect(wholeIn(second)).toEqual([second]);
  expect(wholeIn(second.slice(0, -1))).toEqual([]);
});
