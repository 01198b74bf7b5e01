import { isAscii } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Oddity } from '#contract/texts/zip-text';

/** The numbers of the zip64 extra field, in the order of the fields they stand for; undefined without one, `cut` past the fields of its entry. */
export const wideFields = (view: DataView, from: number, to: number): number[] | 'cut' | undefined => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > to) return 'cut';
    const count = Math.floor(length / 8);
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)));
  }
  return undefined;
};

/** Where a name stands, and whether it is in UTF-8. */
interface NamePlace {
  readonly at: number;
  readonly length: number;
  readonly utf8: boolean;
}

/** Where the fields of an entry stand. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Whether a field for Unicode gives another name; one for a name of before, by its sum, does not count (APPNOTE 4.6.9). */
export const isRenamed = (view: DataView, name: NamePlace, { from, to }: Extent): boolean => {
  const bytes = (at: number, length: number): Buffer => Buffer.from(view.buffer, view.byteOffset + at, length);
  const own = bytes(name.at, name.length);
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 0x7075 || length < 5 || at + 4 + length > to) continue;
    if (view.getUint32(at + 5, true) !== crc32(own)) continue;
    const other = bytes(at + 9, length - 5);
    // A name beyond ASCII is what this field is for.
    if (!own.equals(other) && (isAscii(own) || isAscii(other))) return true;
  }
  return false;
};

/** What the system of its maker says that an entry is, where that is no plain file: Unix and macOS by their mode, others by the bit of DOS for a folder. */
export const oddityAt = (view: DataView, at: number, name: NamePlace): Oddity | undefined => {
  const type = [3, 19].includes(view.getUint8(at + 5)) ? view.getUint16(at + 40, true) & 0xf000 : 0;
  if (type === 0xa000) return 'link';
  const isFolder = nameOf(view, name).endsWith('/');
  const isPlain = type === 0 ? (view.getUint8(at + 38) & 0x10) === 0 : type === 0x8000;
  return isPlain || isFolder ? undefined : 'special';
};

/** Without the UTF-8 flag a name is in code page 437; only its ASCII half matters here. */
export const nameOf = (view: DataView, { at, length, utf8 }: NamePlace): string =>
  new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
