import { strToU8, zipSync } from 'fflate';
import { syncBuiltinESMExports } from 'node:module';
import zlib, { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { readZip } from './zip.ts';

const limit = 100_000;
const text = strToU8('een tekst die zich herhaalt, een tekst die zich herhaalt');

interface Parts {
  readonly name?: string;
  readonly method?: number;
  readonly flags?: number;
  readonly data?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
}

const header = (length: number, write: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(length);
  write(new DataView(bytes.buffer, bytes.byteOffset, length));
  return bytes;
};

/** One entry with zip64 fields throughout (APPNOTE 4.3.14, 4.3.15, 4.5.3), which no common writer makes for so little. */
const zip64 = ({
  name = 'inhoud.xml',
  method = 0,
  flags = 0,
  data = text,
  size = text.length,
  crc = crc32(text),
}: Parts = {}): Uint8Array => {
  const common = (view: DataView, at: number): void => {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, crc, true);
    view.setUint16(at + 20, name.length, true);
  };
  const local = header(30, (view) => {
    view.setUint32(0, 0x04034b50, true);
    common(view, 6);
  });
  const extra = header(28, (view) => {
    view.setUint16(0, 1, true);
    view.setUint16(2, 24, true);
    view.setBigUint64(4, BigInt(size), true);
    view.setBigUint64(12, BigInt(data.length), true);
  });
  const central = header(46, (view) => {
    view.setUint32(0, 0x02014b50, true);
    common(view, 8);
    view.setUint16(30, extra.length, true);
    for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true);
  });
  const start = local.length + name.length + data.length;
  const end64 = header(56, (view) => {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(24, 1n, true);
    view.setBigUint64(32, 1n, true);
    view.setBigUint64(48, BigInt(start), true);
  });
  const locator = header(20, (view) => {
    view.setUint32(0, 0x07064b50, true);
    view.setBigUint64(8, BigInt(start + central.length + name.length + extra.length), true);
  });
  const end = header(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    for (const at of [8, 10]) view.setUint16(at, 0xffff, true);
    for (const at of [12, 16]) view.setUint32(at, 0xffffffff, true);
  });
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), extra, end64, locator, end]);
};

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

  test.each<readonly [string, Parts]>([
    ['a wrong CRC', { crc: 1 }],
    ['a size that is too small', { size: text.length - 1 }],
    ['a size that is too large', { size: text.length + 1 }],
    [
      'a stream that goes on past its size',
      { method: 8, data: deflateRawSync(Buffer.alloc(50_000)), size: 10, crc: crc32(Buffer.alloc(10)) },
    ],
    ['a stream that stops early', { method: 8, data: deflateRawSync(text).subarray(0, -3) }],
    ['no stream at all', { method: 8, data: strToU8('\u0007nothing') }],
  ])('an entry with %s', (_, parts) => {
    expect(contents(zip64(parts))).toEqual([['inhoud.xml', 'crc']]);
  });

  test('what is no zip', () => {
    const whole = zipSync({ 'inhoud.xml': text });

    expect(contents(new Uint8Array())).toBe('zip');
    expect(contents(strToU8('PK is not enough'))).toBe('zip');
    expect(contents(whole.subarray(0, -1))).toBe('zip');
    expect(contents(whole.subarray(10))).toBe('zip');
  });

  test('a zip in several parts, and one whose directory points outside it', () => {
    const parted = zipSync({ 'inhoud.xml': text });
    parted[parted.length - 18] = 1;
    const astray = zipSync({ 'inhoud.xml': text });
    astray[astray.length - 3] = 0x7f;

    expect(contents(parted)).toBe('zip');
    expect(contents(astray)).toBe('zip');
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

    expect(contents(bomb)).toEqual([['inhoud.xml', 'crc']]);
    expect(inflate.mock.calls.map(([, options]) => options)).toEqual([{ maxOutputLength: 101 }]);
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
