import { zipSync } from 'fflate';
import { Document } from 'slimdom';
import { describe, expect, test } from 'vitest';
import { parseDay as dayOfMock } from '#endpoint/mock/judgement/calendar-day';
import { wholeEffort } from '#endpoint/mock/judgement/effort';
import { addPositions } from '#endpoint/mock/judgement/view-geometry';
import { readWkt } from '#endpoint/mock/judgement/wkt';
import { readZip as readByMock } from '#endpoint/mock/judgement/zip';
import { parseDay } from '#judgement/calendar';
import { parsePositions } from '#judgement/geometry/positions';
import { parseWellKnownText } from '#judgement/geometry/well-known-text';
import { readZip } from '#judgement/zip';
import { zip64, zipText, type Zip64Parts } from '../samples/zip64.ts';

/** What was unpacked; `none` where nothing can be read, for whatever reason. */
type Unpacked = readonly (readonly [name: string, content: string])[] | 'none';

const readers: readonly ((bytes: Buffer) => Unpacked)[] = [
  (bytes) => {
    const entries = readZip(bytes, 100_000);
    if (typeof entries === 'string') return 'none';
    const read = entries.map(({ name, content }) =>
      typeof content === 'string' ? undefined : ([name, Buffer.from(content).toString()] as const),
    );
    return read.every((one) => one !== undefined) ? read : 'none';
  },
  (bytes) => {
    const entries = readByMock(bytes, { bytes: 100_000, entries: 100 });
    if (typeof entries === 'string') return 'none';
    const read = entries.map((one) =>
      one.bytes === undefined ? undefined : ([one.name, one.bytes.toString()] as const),
    );
    return read.every((one) => one !== undefined) ? read : 'none';
  },
];

const unpacked = (bytes: Buffer): readonly Unpacked[] => readers.map((read) => read(bytes));

const sizes = { size: zipText.length, packed: zipText.length };

describe('the oracle and the mock read zip64', () => {
  test.each<readonly [string, Zip64Parts]>([
    ['with sizes in the local header as well', { local: sizes }],
    ['with sizes behind the content', { isStreamed: true }],
    [
      'with sizes behind the content, and noughts in the local header',
      { isStreamed: true, local: { size: 0, packed: 0 } },
    ],
    ['with its size only in the field', { plain: ['packed', 'offset'] }],
    ['with its place only in the field', { plain: ['size', 'packed'] }],
    ['with nothing in the field', { plain: ['size', 'packed', 'offset'] }],
    ['with a comment behind the end', { comment: 'PK\u0006\u0007 is no locator', local: sizes }],
  ])('%s', (_, parts) => {
    const read = [['inhoud.xml', zipText.toString()]];

    expect(unpacked(zip64(parts))).toEqual([read, read]);
  });

  test.each<readonly [string, Zip64Parts]>([
    ['that gives its file two sizes', { local: { ...sizes, size: 4 } }],
    ['that gives its content two sizes', { local: { ...sizes, packed: 4 } }],
    ['on a second disk', { disk: 1 }],
    ['whose field is cut off', { fieldSurplus: 8 }],
    ['whose directory goes past its end', { directorySurplus: 1 }],
    ['whose directory ends before its entries do', { directorySurplus: -1 }],
  ])('but not one %s', (_, parts) => {
    expect(unpacked(zip64(parts))).toEqual(['none', 'none']);
  });

  test.each([
    ['a zip64', zip64({ local: sizes })],
    ['a zip', Buffer.from(zipSync({ 'inhoud.xml': zipText }))],
  ])('alike whatever byte of %s is another', (_, whole) => {
    const differing = Array.from(whole.keys()).flatMap((at) =>
      [0, 1, 8, 0xff].flatMap((value) => {
        const changed = Buffer.from(whole);
        changed[at] = value;
        const [oracle, mock] = unpacked(changed).map((one) => JSON.stringify(one));
        return oracle === mock ? [] : [at];
      }),
    );

    expect(differing).toEqual([]);
  });
});

const coordinatesByMock = (text: string): readonly (readonly number[])[] | undefined => {
  const element = new Document().createElement('ring');
  addPositions(element, text, wholeEffort());
  if (element.hasAttribute('fout')) return undefined;
  return element.children.map((one) => [Number(one.getAttribute('x')), Number(one.getAttribute('y'))]);
};

const coordinates = (text: string): readonly (readonly number[])[] | undefined =>
  parsePositions(text)?.map(({ x, y }) => [Number(x), Number(y)]);

describe('the oracle and the mock read a number', () => {
  test.each([
    ['+12.0', 12],
    ['-0', -0],
    ['+0.0', 0],
    ['.5', 0.5],
    ['5.', 5],
    ['00012', 12],
    ['-00.250', -0.25],
    ['1e5', 100_000],
    ['1E-3', 0.001],
    ['-2.50e+1', -25],
    ['.5e1', 5],
    ['12345678901234567890.5', 12_345_678_901_234_567_890.5],
    ['1e-20', 1e-20],
  ])('%s', (text, value) => {
    expect([coordinates(`${text} 1`), coordinatesByMock(`\t${text}\r\n 1 `)]).toEqual([[[value, 1]], [[value, 1]]]);
    expect(parseWellKnownText(`POINT(${text} 1)`)?.parts).toHaveLength(1);
    expect(readWkt(`POINT(${text} 1)`)?.parts).toHaveLength(1);
  });

  test.each([
    'INF',
    '-INF',
    'NaN',
    '.',
    '+',
    '-',
    '1,5',
    '0x1F',
    '1e',
    '1e1.5',
    'e5',
    '--1',
    '+-1',
    '1 000',
    '1_000',
    '\u0661',
  ])('but not %s', (text) => {
    const numbers = `${text} 1`;

    expect([coordinates(numbers), coordinatesByMock(numbers)]).toEqual([undefined, undefined]);
    expect([parseWellKnownText(`POINT(${numbers})`), readWkt(`POINT(${numbers})`)]).toEqual([undefined, undefined]);
  });
});

describe('the oracle and the mock find a day', () => {
  test.each([
    ...['2026-11-30', '2026-11-30Z', '2026-11-30+01:00', '2026-11-30-14:00', '2026-11-30+14:00', '2026-11-30-00:00'],
    ...['0001-01-01', '9999-12-31', '12026-11-30', '1234567-01-01', '2024-02-29', ' \t2026-11-30\r\n'],
  ])('in %j', (text) => {
    const found = parseDay(text);

    expect(found).toBeDefined();
    expect(dayOfMock(text)).toEqual(found);
  });

  test.each([
    ...['0000-01-01', '-0001-01-01', '-2026-11-30', '+2026-11-30', '02026-11-30', '012026-11-30', '12345678-01-01'],
    ...['2026-11-30+14:01', '2026-11-30+15:00', '2026-11-30+01:60', '2026-11-30+1:00', '2026-11-30z', '2026-11-30 Z'],
    ...['2026-02-29', '2026-11-31', '2026-00-01', '2026-13-01', '2026-1-1', '20261130', '2026-11-30T00:00:00'],
    ...['2026-11-30T24:00:00', '30-11-2026', '\u00a02026-11-30', ''],
  ])('but not in %j', (text) => {
    expect([parseDay(text), dayOfMock(text)]).toEqual([undefined, undefined]);
  });
});
