import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { harOutline, jsonIn } from './har-outline.ts';

const place = v.object({ at: v.number() });

/** What JSON says when the entries are put back where they were. */
const whole = (text: string, step?: number): unknown => {
  const bytes = Buffer.from(text);
  const outline = harOutline(bytes, undefined, step);
  if (outline === undefined) return undefined;
  const entries = outline.entries.map(({ start, end }) => jsonIn(bytes.subarray(start, end)));
  if (entries.includes(undefined)) return undefined;
  return JSON.parse(JSON.stringify(outline.value), (_, value: unknown) =>
    v.is(place, value) ? entries[value.at] : value,
  );
};

const entries = String.raw`[{"a":"}\\\"]{é"}, {"b":{"c":[{"log":[1]}]}},3,[{"d":"\\"}],{}]`;
const har = `\uFEFF {"version":"€","log" : {"pages":[{"entries":[{}]}],"entries":${entries},"comment":"]}"}, "z":[]}\n`;

test('the entries of a HAR are left out of it, and found by where they are', () => {
  const bytes = Buffer.from(har);
  const outline = harOutline(bytes);

  expect(outline?.value).toMatchObject({ log: { entries: [{ at: 0 }, { at: 1 }, 3, [{ d: '\\' }], { at: 2 }] } });
  expect(outline?.entries.map(({ start, end }) => bytes.toString('utf8', start, end))).toEqual([
    ...[String.raw`{"a":"}\\\"]{é"}`, '{"b":{"c":[{"log":[1]}]}}', '{}'],
  ]);
});

test.each([1, 2, 3, 5, 7, 64])('in pieces of %j bytes it says the same', (step) => {
  expect(whole(har, step)).toEqual(JSON.parse(har.slice(1)));
});

test('what is torn anywhere is no JSON', () => {
  const torn = Array.from(har.trim(), (_, end) => har.slice(0, end));

  expect(torn.map((text) => whole(text))).toEqual(torn.map(() => undefined));
});

describe.each([
  ['a name in escapes', String.raw`{"l\u006fg":{"entr\u0069es":[{"a":1}]}}`, 1],
  ['names that are no names', '{"a":["log","entries",{"entries":[{}]}]}', 0],
  ['an object for a list', '{"log":{"entries":{"a":{"b":1}}}}', 0],
  ['entries of something else', '{"gol":{"entries":[{}]},"log":{"pages":[{}]}}', 0],
  ['entries twice', '{"log":{"entries":[{"a":1}],"entries":[{"a":2}]}}', 2],
  ['a name that is long', `{"${'log'.repeat(99)}":{"entries":[{}]}}`, 0],
])('%s', (_, text, count) => {
  test('is taken as JSON takes it', () => {
    expect(whole(text)).toEqual(JSON.parse(text));
    expect(harOutline(Buffer.from(text))?.entries).toHaveLength(count);
  });
});

test.each([
  '{"log":{"entries":[{"a":1}}]}',
  '{"log":{"entries":[{"a":1} {"a":1}]}}',
  '{"log":{"entries":[{]}]}}',
  '}{"a":1',
])('%j is no JSON', (text) => {
  expect(whole(text)).toBeUndefined();
});

test.each([
  ['an entry', `{"log":{"entries":[{"a":"${'x'.repeat(200)}"}]}}`],
  ['all that is beside them', `{"log":{"entries":[]},"a":"${'x'.repeat(200)}"}`],
])('%s must fit in a string', (_, text) => {
  expect(() => harOutline(Buffer.from(text), 100)).toThrow('larger than');
  expect(harOutline(Buffer.from(text), 300)).toBeDefined();
});
