import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { damageText, type Damage, layoutText, type NoZip, type Oddity } from '#contract/texts/zip-text';
import { readZip as readByMock } from '#endpoint/mock/judgement/zip';
import { readZip } from '#judgement/zip';
import { extraField, little, type OddEntry, oddText, type OddZip, oddZip } from '../samples/odd-zip.ts';
import { zip64 } from '../samples/zip64.ts';

const packed = deflateRawSync(oddText);
const crc = crc32(oddText);
const full = 0xffffffff;
const wide = (...numbers: readonly number[]): Buffer =>
  extraField(1, little(...numbers.map((one) => [one, 8] as const)));

/** A name in Unicode, for one that stands in the header (APPNOTE 4.6.9). */
const unicodeName = (name: string, own = 'inhoud.xml'): Buffer =>
  extraField(0x7075, Buffer.concat([Buffer.from([1]), little([crc32(own), 4]), Buffer.from(name)]));

const four = [packed.length, oddText.length] as const;
const bare = little([crc, 4], [four[0], 4], [four[1], 4]);
const bare8 = little([crc, 4], [four[0], 8], [four[1], 8]);
const signed = (descriptor: Buffer): Buffer => Buffer.concat([Buffer.from('PK\x07\x08'), descriptor]);
const ofOne = (entry: OddEntry): OddZip => ({ entries: [entry] });
const two: readonly OddEntry[] = [{}, { name: 'b.xml' }];

/** What both readers say of a zip: each entry's name where it can be had, else what is wrong. */
const said = (zip: Buffer): readonly (string | readonly string[])[] => {
  const [oracle, mock] = [readZip(zip, 1_000_000), readByMock(zip, { bytes: 1_000_000, entries: 100 })];
  return [
    typeof oracle === 'string'
      ? oracle
      : oracle.map(({ name, content }) => (typeof content === 'string' ? content : name)),
    typeof mock === 'string' ? mock : mock.map(({ name, fault }) => fault ?? name),
  ];
};

describe('read by both', () => {
  test.each<[string, OddZip, number?]>([
    ['a deflated entry', {}],
    ['a stored one', ofOne({ method: 0 })],
    ['an empty one', ofOne({ content: Buffer.alloc(0), method: 0 })],
    ['a descriptor', ofOne({ descriptor: bare })],
    ['one with a signature', ofOne({ descriptor: signed(bare) })],
    ['one of eight bytes each, by a field of zip64', ofOne({ descriptor: bare8, local: { extra: wide(0, 0) } })],
    [
      'the same with a signature and full sizes',
      ofOne({ descriptor: signed(bare8), local: { packed: full, size: full, extra: wide(0, 0) } }),
    ],
    ['one of eight bytes, with zip64 in the directory', ofOne({ descriptor: bare8, central: { extra: wide() } })],
    ['a descriptor with the sums in the header too', ofOne({ descriptor: signed(bare), local: { crc } })],
    ['two entries with descriptors', { entries: [{ descriptor: bare }, { descriptor: signed(bare) }] }, 2],
    [
      'zip64 in both headers',
      ofOne({
        both: { packed: full, size: full },
        local: { extra: wide(four[1], four[0]) },
        central: { extra: wide(four[1], four[0]) },
      }),
    ],
    [
      'other fields before that of zip64',
      ofOne({ central: { size: full, extra: Buffer.concat([extraField(0x5455, Buffer.alloc(5)), wide(four[1])]) } }),
    ],
    [
      'a comment that looks like an end',
      { comment: Buffer.from('PK\x05\x06 is geen einde, en dit is langer dan dat') },
    ],
    ['an end within content', ofOne({ method: 0, content: oddZip() })],
    [
      'a signature of the directory',
      { signature: Buffer.concat([little([0x05054b50, 4], [3, 2]), Buffer.from('abc')]) },
    ],
    ['the mark of one part', { before: Buffer.from('PK00') }],
    ['a plain file by Unix', ofOne({ maker: 3, attributes: 0o100_644 * 65_536 })],
    ['a mode that its system has not', ofOne({ maker: 0, attributes: 0o120_777 * 65_536 })],
    ['its own name in the field for Unicode', ofOne({ both: { extra: unicodeName('inhoud.xml') } })],
    ['a field for Unicode of a name of before', ofOne({ both: { extra: unicodeName('x', 'y') } })],
    [
      'names beyond ASCII, each in its own way',
      { entries: [{}, { both: { name: 'één.xml', extra: unicodeName('Eén.xml', 'één.xml') } }] },
      2,
    ],
    ['entries listed in another order', { entries: two, listed: (central) => central.toReversed() }, 2],
  ])('%s', (_, zip, count = 1) => {
    const [oracle, mock] = said(oddZip(zip));

    expect(oracle).toHaveLength(count);
    expect(oracle).toEqual(expect.arrayContaining(['inhoud.xml']));
    expect(mock).toEqual(oracle);
  });
});

describe('an entry that is not what the zip says', () => {
  test.each<readonly [string, OddEntry, Damage | Oddity | 'versleuteld' | 'methode']>([
    ['a wrong sum', { both: { crc: 1 } }, 'sum'],
    ['a wrong sum at the file alone', { local: { crc: 1 } }, 'local-sums'],
    ['no sums at the file, and no descriptor', { local: { crc: 0, packed: 0, size: 0 } }, 'local-sums'],
    ['another length at the file', { local: { size: 3 } }, 'local-sums'],
    ['another packed length at the file', { local: { packed: 3 } }, 'local-sums'],
    ['a length that is too small', { both: { size: 10 } }, 'length'],
    ['a length that is too large', { both: { size: 1000 } }, 'length'],
    ['a stored length that is too large', { method: 0, both: { size: 1000 } }, 'length'],
    ['a packed length that is too small', { both: { packed: 9 } }, 'stream'],
    ['a packed length that is too large', { both: { packed: 10_000 } }, 'past'],
    [
      'bytes behind the stream that count as packed',
      { packed: Buffer.concat([packed, Buffer.from('xyz')]) },
      'packed-length',
    ],
    ['no stream', { packed: Buffer.from('\x07nothing of that kind') }, 'stream'],
    ['another name at the file', { local: { name: 'anders.xml' } }, 'local-name'],
    ['another way at the file', { local: { method: 0 } }, 'local-method'],
    ['no file where the zip says', { offset: 5 }, 'local-header'],
    ['a place behind the end', { offset: 5_000_000 }, 'local-header'],
    ['a cut field of zip64 at the file', { local: { size: full, extra: little([1, 2], [99, 2]) } }, 'local-header'],
    [
      'a descriptor with a wrong sum',
      { descriptor: signed(little([crc ^ 1, 4], [four[0], 4], [four[1], 4])) },
      'descriptor',
    ],
    ['a descriptor with a wrong length', { descriptor: little([crc, 4], [four[0], 4], [1, 4]) }, 'descriptor'],
    ['a descriptor with a wrong packed length', { descriptor: little([crc, 4], [1, 4], [four[1], 4]) }, 'descriptor'],
    ['no descriptor', { descriptor: Buffer.alloc(0) }, 'descriptor'],
    ['a descriptor that is cut off', { descriptor: bare.subarray(0, 6) }, 'descriptor'],
    ['lengths of eight bytes without zip64', { descriptor: signed(bare8) }, 'descriptor-width'],
    ['lengths of four bytes with zip64', { descriptor: bare, local: { extra: wide(0, 0) } }, 'descriptor-width'],
    ['another name in the field for Unicode', { central: { extra: unicodeName('x.xml') } }, 'unicode-name'],
    ['the same at the file alone', { local: { extra: unicodeName('x.xml') } }, 'unicode-name'],
    [
      'one in ASCII for a name beyond it',
      { both: { name: 'één.xml', extra: unicodeName('inhoud.xml', 'één.xml') } },
      'unicode-name',
    ],
    ['patched data', { both: { flags: 0x20 } }, 'patched'],
    ['a symbolic link', { maker: 3, attributes: 0o120_777 * 65_536 }, 'link'],
    ['a symbolic link by macOS', { maker: 19, attributes: 0o120_777 * 65_536 }, 'link'],
    ['a pipe', { maker: 3, attributes: 0o010_644 * 65_536 }, 'special'],
    ['a folder by Unix', { maker: 3, attributes: 0o040_755 * 65_536 }, 'special'],
    ['a folder by DOS', { attributes: 0x10 }, 'special'],
    ['a directory that is encrypted', { both: { flags: 0x2000 }, local: { crc: 0 } }, 'versleuteld'],
    ['encryption', { both: { flags: 1 } }, 'versleuteld'],
    ['encryption at the file alone', { local: { flags: 1 } }, 'versleuteld'],
    ['strong encryption', { both: { flags: 0x41 } }, 'versleuteld'],
    ['deflate64', { both: { method: 9 } }, 'methode'],
  ])('%s', (_, entry, why) => {
    expect(said(oddZip(ofOne(entry)))).toEqual([[why], [why]]);
  });
});

describe('what is no whole zip of one part', () => {
  const nine = Buffer.from('negen by ');
  test.each<readonly [string, OddZip, NoZip]>([
    ['bytes before it', { before: nine }, 'before'],
    ['bytes before it that it does not count', { before: nine, end: { offset: 0 } }, 'directory'],
    ['bytes behind it', { behind: nine }, 'end'],
    ['a comment that is cut off', { comment: nine, behind: Buffer.alloc(0), end: {} }, 'end'],
    ['bytes between two files', { entries: two, between: nine }, 'between'],
    ['bytes before the directory', { beforeDirectory: nine }, 'between'],
    ['bytes behind the directory', { behindDirectory: nine }, 'between'],
    [
      'a file that is not listed',
      { entries: two, listed: ([first = nine]) => [first], end: { here: 1, count: 1 } },
      'between',
    ],
    ['two names for one file', { entries: [{}, { offset: 0, local: { name: 'x' } }] }, 'overlap'],
    ['a directory that is longer than said', { entries: two, end: { here: 1, count: 1 } }, 'counts'],
    ['more files than are listed', { end: { here: 2, count: 2 } }, 'counts'],
    ['far more files than are listed', { end: { here: 60_000, count: 60_000 } }, 'counts'],
    ['files on another disk', { end: { here: 0, count: 1 } }, 'counts'],
    ['a part of several', { end: { disk: 1, startDisk: 1 } }, 'parted'],
    ['the end of another part', { end: { disk: 1 } }, 'parted'],
    ['a directory in another part', { end: { startDisk: 1 } }, 'parted'],
    ['a file in another part', ofOne({ disk: 1 }), 'parted'],
    ['a directory in another place', { end: { offset: 3 } }, 'directory'],
    ['a directory past the end', { end: { offset: 0x7fffffff } }, 'directory'],
    ['a directory that is too short', { end: { size: 20 } }, 'directory'],
    ['zip64 at the end that is missing', { end: { offset: full } }, 'wide-end'],
    ['a field of zip64 that is missing', ofOne({ both: { size: full } }), 'wide-field'],
    [
      'a field of zip64 that is cut off',
      ofOne({ central: { size: full, extra: little([1, 2], [99, 2]) } }),
      'wide-field',
    ],
  ])('%s', (name, parts, why) => {
    const whole = oddZip(parts);
    const zip = name.includes('comment') ? whole.subarray(0, -2) : whole;

    expect(said(zip)).toEqual([why, why]);
  });

  test.each<readonly [string, (zip: Buffer, end: number) => void, NoZip | readonly string[]]>([
    ['leaves all to zip64', () => undefined, ['inhoud.xml']],
    ['says the same', (zip, end) => zip.writeUInt16LE(1, end + 10), ['inhoud.xml']],
    ['counts other files', (zip, end) => zip.writeUInt16LE(2, end + 10), 'wide-end'],
    ['has its directory elsewhere', (zip, end) => zip.writeUInt32LE(3, end + 16), 'wide-end'],
    ['is on another disk', (zip, end) => zip.writeUInt16LE(1, end + 4), 'wide-end'],
    ['is led to another disk', (zip, end) => zip.writeUInt32LE(1, end - 16), 'parted'],
    ['is led to one of two disks', (zip, end) => zip.writeUInt32LE(2, end - 4), 'parted'],
  ])('an end record beside that of zip64 that %s', (_, change, what) => {
    const zip = zip64();
    change(zip, zip.length - 22);

    expect(said(zip)).toEqual([what, what]);
  });

  test('is told with what is beside it, where that is all', () => {
    expect(layoutText(oddZip({ before: nine, end: { offset: 0 } }), 'directory').en).not.toContain('with 9 bytes');
    expect(layoutText(Buffer.concat([nine, oddZip()]), 'directory').en).toContain('with 9 bytes before it');
    expect(layoutText(oddZip({ behind: nine }), 'end').en).toContain('with 9 bytes behind it');
    expect(damageText('sum').nl).toBe(
      'Het bestand is beschadigd: het controlegetal (CRC) klopt niet. Pak het opnieuw in.',
    );
  });
});
