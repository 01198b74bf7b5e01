import { crc32 } from 'node:zlib';

/** What stands in place of a number that a field of zip64 tells. */
export const elsewhere = 0xffffffff;

/** A number of 64 bits. */
export const wide = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

/** What the extra field of zip64 holds (APPNOTE 4.5.3): one number for each that is told elsewhere; undefined without the field. */
export const wideNumbers = (extra: Buffer): readonly number[] | 'cut' | undefined => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return 'cut';
    const numbers = extra.subarray(at + 4, end);
    return Array.from({ length: Math.floor(numbers.length / 8) }, (_, index) => wide(numbers, index * 8));
  }
  return undefined;
};

/** Whether the field for a name in Unicode has another one than the header, and is of that name (APPNOTE 4.6.9); either may be beyond ASCII, for which it is there. */
export const hasTwoNames = (name: Buffer, extra: Buffer): boolean => {
  for (let at = 0; at + 9 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== 0x7075 || end < at + 9 || end > extra.length) continue;
    const inUnicode = extra.subarray(at + 9, end);
    const isPlain = [name, inUnicode].some((one) => one.every((byte) => byte < 0x80));
    if (extra.readUInt32LE(at + 5) === crc32(name) && isPlain && !inUnicode.equals(name)) return true;
  }
  return false;
};

/** A name, in UTF-8 where its entry says so. */
export const nameIn = (bytes: Buffer, flags: number): string =>
  bytes.toString((flags & 0x0800) === 0 ? 'latin1' : 'utf8');
