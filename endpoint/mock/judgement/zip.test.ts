import { strToU8, zipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zip64, zipText } from '../../../test/samples/zip64.ts';
import { decodeBase64 } from './base64.ts';
import { readZip } from './zip.ts';

const bounds = { bytes: 100_000, entries: 10 };
const long = strToU8('lang '.repeat(1000));
const archive = (): Buffer =>
  Buffer.from(zipSync({ 'inhoud.xml': strToU8('<a/>'), 'map/lang.txt': long, 'é.txt': [long, { level: 0 }] }));
const read = (bytes: Buffer) => readZip(bytes, bounds);

/** Puts bytes elsewhere into a copy; `place` finds the offset. */
const patched = (place: (bytes: Buffer) => number, value: readonly number[]): Buffer => {
  const bytes = archive();
  Buffer.from(value).copy(bytes, place(bytes));
  return bytes;
};
const firstHeader = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
const end = (bytes: Buffer): number => bytes.length - 22;

describe('readZip', () => {
  test('reads stored and deflated entries with their names', () => {
    const entries = read(archive());

    expect(
      typeof entries === 'string' ? entries : entries.map(({ name, size, bytes }) => [name, size, bytes?.length]),
    ).toEqual([
      ['inhoud.xml', 4, 4],
      ['map/lang.txt', 5000, 5000],
      ['é.txt', 5000, 5000],
    ]);
  });

  test('reads an archive with a comment, and an empty one', () => {
    const commented = Buffer.concat([patched((bytes) => end(bytes) + 20, [3, 0]), Buffer.from('hoi')]);

    expect(read(commented)).toHaveLength(3);
    expect(read(Buffer.from(zipSync({})))).toEqual([]);
  });

  test('reads zip64, and refuses what it announces past the bounds', () => {
    const entry = { name: 'inhoud.xml', bytes: zipText, fault: undefined };

    expect(read(zip64())).toMatchObject([entry]);
    expect(read(zip64({ method: 8, data: deflateRawSync(zipText) }))).toMatchObject([entry]);
    expect(read(zip64({ size: 2 ** 33 }))).toBe('te-groot');
    expect(read(zip64({ crc: 1 }))).toMatchObject([{ fault: 'sum' }]);
  });

  test.each([
    ['nothing', 'end', Buffer.alloc(0)],
    ['text', 'end', Buffer.from('dit is geen zip, al is het lang genoeg voor een einde')],
    ['a cut archive', 'end', archive().subarray(0, -30)],
    ['bytes behind the end', 'end', Buffer.concat([archive(), Buffer.from('x')])],
    ['two disks', 'parted', patched((bytes) => end(bytes) + 4, [1, 0])],
    ['a directory past the end', 'directory', patched((bytes) => end(bytes) + 16, [0xff, 0xff, 0xff, 0x7f])],
    ['a directory that is none', 'directory', patched(firstHeader, [0, 0])],
    ['more entries than there are', 'counts', patched((bytes) => end(bytes) + 8, [9, 0, 9, 0])],
    ['a name past the directory', 'directory', patched((bytes) => firstHeader(bytes) + 28, [0xff, 0xff])],
  ])('finds no zip in %s', (_, why, bytes) => {
    expect(read(bytes)).toBe(why);
  });

  test.each([
    ['versleuteld', patched((bytes) => firstHeader(bytes) + 8, [1, 0])],
    ['local-method', patched((bytes) => firstHeader(bytes) + 10, [12, 0])],
    ['local-sums', patched((bytes) => firstHeader(bytes) + 16, [1, 2, 3, 4])],
    ['local-sums', patched((bytes) => firstHeader(bytes) + 24, [5, 0, 0, 0])],
    ['local-header', patched((bytes) => firstHeader(bytes) + 42, [1, 0, 0, 0])],
    ['stream', patched(() => 40, [0xff, 0xff])],
  ])('tells %s of one entry and reads the others', (fault, bytes) => {
    const entries = read(bytes);

    expect(typeof entries === 'string' ? entries : entries.map((entry) => entry.fault)).toEqual([
      fault,
      undefined,
      undefined,
    ]);
  });

  test('stops at the bounds', () => {
    expect(readZip(archive(), { bytes: 9000, entries: 10 })).toBe('te-groot');
    expect(readZip(archive(), { bytes: 10_004, entries: 10 })).toHaveLength(3);
    expect(readZip(archive(), { bytes: 100_000, entries: 2 })).toBe('te-groot');
  });

  test('unpacks a bomb no further than its directory says', () => {
    const bomb = Buffer.from(zipSync({ bom: new Uint8Array(20_000_000) }, { level: 1 }));
    expect(read(bomb)).toBe('te-groot');

    for (const at of [22, firstHeader(bomb) + 24]) Buffer.from([1, 0, 0, 0]).copy(bomb, at);
    expect(read(bomb)).toMatchObject([{ fault: 'length' }]);
  });
});

describe('decodeBase64', () => {
  test.each([
    ['', ''],
    ['TQ==', 'M'],
    ['TWE=', 'Ma'],
    [' TW\n\tFu ', 'Man'],
  ])('decodes %j', (text, expected) => {
    expect(decodeBase64(text)?.toString()).toBe(expected);
  });

  test.each(['T', 'TQ', 'TQ=', 'TR==', 'TWF=', 'TQ==TQ==', 'T*==', 'TQ-_', '====', 'TWFu\u00a0'])(
    'finds none in %j',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});
