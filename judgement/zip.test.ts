import { strToU8, zipSync } from 'fflate';
import { syncBuiltinESMExports } from 'node:module';
import zlib, { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { zip64, zipText as text, type Zip64Parts } from '../test/samples/zip64.ts';
import { readZip } from './zip.ts';

const limit = 100_000;

const contents = (bytes: Uint8Array): unknown => {
  const entries = readZip(bytes, limit);
  if (typeof entries === 'string') return entries;
  return entries.map(({ name, content }) => [
    name,
    typeof content === 'string' ? content : Buffer.from(content).toString(),
  ]);
};

const read = [['inhoud.xml', Buffer.from(text).toString()]];

describe('reads', () => {
  test.each([0, 6, 9] as const)('an entry deflated at level %d, or stored', (level) => {
    expect(contents(zipSync({ 'inhoud.xml': text }, { level }))).toEqual(read);
  });

  test('a zip with a comment behind it', () => {
    const comment = Buffer.from('PK\u0005\u0006 is no end');
    const bytes = Buffer.concat([zipSync({ 'inhoud.xml': text }), comment]);
    bytes.writeUInt16LE(comment.length, bytes.length - comment.length - 2);

    expect(contents(bytes)).toEqual(read);
  });

  test('zip64 fields', () => {
    expect(contents(zip64())).toEqual(read);
    expect(contents(zip64({ method: 8, data: deflateRawSync(text) }))).toEqual(read);
    expect(contents(zip64({ size: 2 ** 33 }))).toBe('te-groot');
  });

  test('two entries of one name as two entries', () => {
    const bytes = Buffer.from(zipSync({ 'a.xml': text, 'b.xml': text }));

    expect(contents(Buffer.from(bytes.toString('latin1').replaceAll('b.xml', 'a.xml'), 'latin1'))).toHaveLength(2);
  });

  test('directories, names in UTF-8, and an empty zip', () => {
    expect(contents(zipSync({ map: { 'é.txt': text } }))).toEqual([
      ['map/', ''],
      ['map/é.txt', Buffer.from(text).toString()],
    ]);
    expect(contents(zipSync({}))).toEqual([]);
  });
});

describe('refuses', () => {
  test('an entry that is encrypted', () => {
    expect(contents(zip64({ flags: 1 }))).toEqual([['inhoud.xml', 'versleuteld']]);
  });

  test.each([1, 9, 12, 14, 93])('an entry packed by method %d', (method) => {
    expect(contents(zip64({ method }))).toEqual([['inhoud.xml', 'methode']]);
  });

  test.each<readonly [string, string, Zip64Parts]>([
    ['a wrong CRC', 'sum', { crc: 1 }],
    ['a size that is too small', 'length', { size: text.length - 1 }],
    ['a size that is too large', 'length', { size: text.length + 1 }],
    [
      'a stream that goes on past its size',
      'length',
      { method: 8, data: deflateRawSync(Buffer.alloc(50_000)), size: 10, crc: crc32(Buffer.alloc(10)) },
    ],
    ['a stream that stops early', 'stream', { method: 8, data: deflateRawSync(text).subarray(0, -3) }],
    ['no stream at all', 'stream', { method: 8, data: strToU8('\u0007nothing') }],
  ])('an entry with %s', (_, why, parts) => {
    expect(contents(zip64(parts))).toEqual([['inhoud.xml', why]]);
  });

  test('what is no zip', () => {
    const whole = zipSync({ 'inhoud.xml': text });

    expect(contents(new Uint8Array())).toBe('end');
    expect(contents(strToU8('PK is not enough'))).toBe('end');
    expect(contents(whole.subarray(0, -1))).toBe('end');
    expect(contents(whole.subarray(10))).toBe('directory');
  });

  test('a zip in several parts, and one whose directory points outside it', () => {
    const parted = zipSync({ 'inhoud.xml': text });
    parted[parted.length - 18] = 1;
    const astray = zipSync({ 'inhoud.xml': text });
    astray[astray.length - 3] = 0x7f;

    expect(contents(parted)).toBe('parted');
    expect(contents(astray)).toBe('directory');
  });

  test('a hundred and one entries, or more bytes than the limit, without unpacking', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [String(index), text]));
    const bomb = zipSync({ 'inhoud.xml': new Uint8Array(limit + 1) }, { level: 9 });

    expect(contents(zipSync(many))).toBe('te-groot');
    expect(contents(bomb)).toBe('te-groot');
    expect(contents(zip64({ size: 2 ** 52 }))).toBe('te-groot');
  });

  test('a bomb that lies about its size, unpacked no further than that size', () => {
    const bomb = zip64({ method: 8, data: deflateRawSync(Buffer.alloc(200_000_000), { level: 9 }), size: 100 });
    const inflate = vi.spyOn(zlib, 'inflateRawSync');
    syncBuiltinESMExports();

    expect(contents(bomb)).toEqual([['inhoud.xml', 'length']]);
    expect(inflate.mock.calls.map(([, options]) => options)).toEqual([{ maxOutputLength: 101, info: true }]);
    inflate.mockRestore();
    syncBuiltinESMExports();
  });
});

test('no single changed byte makes it throw or run away', () => {
  const whole = zipSync({ 'inhoud.xml': text });
  for (let at = 0; at < whole.length; at += 1) {
    for (const value of [0, 1, 0x7f, 0xff]) {
      const changed = whole.slice();
      changed[at] = value;
      const entries = readZip(changed, limit);

      expect(typeof entries === 'string' || entries.length <= 1).toBe(true);
    }
  }
});
