import type { NoZip, Oddity } from '#contract/texts/zip-text';
import { isRenamed, nameOf, oddityAt, wideFields } from './zip-fields.ts';

/** What the central directory of a zip says of one entry (APPNOTE 4.3.12). */
export interface ZipHeader {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Whether it has a field of zip64. */
  readonly isWide: boolean;
  /** Whether a field for Unicode gives it another name (APPNOTE 4.6.9). */
  readonly isRenamed: boolean;
  /** Why it is no plain file. */
  readonly oddity: Oddity | undefined;
}

/** What stands before the content of an entry, for whoever reads a zip from its start (APPNOTE 4.3.7). */
export interface LocalHeader extends Pick<
  ZipHeader,
  'name' | 'encrypted' | 'method' | 'crc' | 'packedSize' | 'size' | 'isWide' | 'isRenamed'
> {
  /** Where the content begins. */
  readonly end: number;
  /** Bit 3: sums and sizes stand behind the content (APPNOTE 4.3.9). */
  readonly isStreamed: boolean;
}

const signature = {
  ...{ end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 },
  ...{ central: 0x02014b50, signed: 0x05054b50, local: 0x04034b50, descriptor: 0x08074b50 },
};
const endLength = 22;
const longestComment = 0xffff;
/** Of the flags (APPNOTE 4.4.4): encrypted, strongly so, or masked since the directory is encrypted. */
const bits = { encrypted: 0x0001 | 0x0040 | 0x2000, patched: 0x0020, utf8: 0x0800 };
const full = { short: 0xffff, long: 0xffffffff };

/** The central directory of a zip. */
export interface ZipDirectory {
  readonly headers: readonly ZipHeader[];
  /** Where it begins, behind all content. */
  readonly offset: number;
}

/** Reads the central directory, at most `mostEntries` of its entries, or tells why the bytes are no whole zip of one part. */
export const readZipDirectory = (bytes: Uint8Array, mostEntries: number): ZipDirectory | NoZip =>
  unlessCutOff(() => headersOf(viewOf(bytes), mostEntries)) ?? 'directory';

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Undefined where reading goes past the end. */
const unlessCutOff = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const headersOf = (view: DataView, mostEntries: number): ZipDirectory | NoZip => {
  const directory = findDirectory(view);
  if (typeof directory === 'string') return directory;
  const { entries, offset, end, behind } = directory;
  const headers: ZipHeader[] = [];
  let at = offset;
  for (let index = 0; index < Math.min(entries, mostEntries); index += 1) {
    if (at === end) return 'counts';
    if (view.getUint32(at, true) !== signature.central) return index === 0 ? 'directory' : 'counts';
    const header = headerAt(view, at);
    if (typeof header === 'string') return header;
    headers.push(header);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > end) return 'directory';
  }
  const isAll = entries <= mostEntries;
  const surplus = isAll ? (surplusOf(view, at, end) ?? (end < behind ? 'between' : undefined)) : undefined;
  return surplus ?? { headers, offset };
};

/** What is left of the directory behind its entries, where that is no signature of it (APPNOTE 4.3.13). */
const surplusOf = (view: DataView, at: number, end: number): NoZip | undefined => {
  if (at === end) return undefined;
  const mark = end - at < 6 ? 0 : view.getUint32(at, true);
  if (mark === signature.signed && at + 6 + view.getUint16(at + 4, true) === end) return undefined;
  return mark === signature.central ? 'counts' : 'between';
};

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly end: number;
  /** Where the end record begins, which is to be there. */
  readonly behind: number;
}

/** What the record at the end says (APPNOTE 4.3.14 and 4.3.16). */
interface EndRecord {
  readonly disks: readonly number[];
  readonly here: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

const findDirectory = (view: DataView): Directory | NoZip => {
  const end = findEnd(view);
  if (end === undefined) return 'end';
  const record = {
    disks: [view.getUint16(end + 4, true), view.getUint16(end + 6, true)],
    here: view.getUint16(end + 8, true),
    entries: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  };
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === signature.locator64) return directory64(view, locator, record);
  const isElsewhere = record.size === full.long || record.offset === full.long;
  return isElsewhere ? 'wide-end' : directoryOf(end, record);
};

/** The directory of a zip in one part, which lies before its end record. */
const directoryOf = (at: number, { disks, here, entries, size, offset }: EndRecord): Directory | NoZip => {
  if (disks.some((disk) => disk !== 0)) return 'parted';
  if (here !== entries) return 'counts';
  if (offset + size > at) return 'directory';
  return { entries, offset, end: offset + size, behind: at };
};

const findEnd = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    const comment = view.byteLength - at - endLength;
    if (view.getUint32(at, true) === signature.end && view.getUint16(at + 20, true) === comment) return at;
  }
  return undefined;
};

const directory64 = (view: DataView, locator: number, short: EndRecord): Directory | NoZip => {
  const long = (at: number): number => Number(view.getBigUint64(at, true));
  const at = long(locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== signature.end64) return 'wide-end';
  // The locator stands right behind the record, which tells its own length without its first twelve bytes.
  if (at + 12 + long(at + 4) !== locator) return 'wide-end';
  const record = {
    disks: [at + 16, at + 20, locator + 4].map((place) => view.getUint32(place, true)),
    here: long(at + 24),
    entries: long(at + 32),
    size: long(at + 40),
    offset: long(at + 48),
  };
  if (view.getUint32(locator + 16, true) > 1) return 'parted';
  return isShort(short, record) ? directoryOf(at, record) : 'wide-end';
};

/** Whether the end record says the same as that of zip64, or leaves it to that: there are readers of either (APPNOTE 4.4.1.4). */
const isShort = (short: EndRecord, wide: EndRecord): boolean =>
  [...short.disks, short.here, short.entries].every(
    (value, index) => value === full.short || value === [...wide.disks.slice(0, 2), wide.here, wide.entries][index],
  ) &&
  [short.size, short.offset].every((value, index) => value === full.long || value === [wide.size, wide.offset][index]);

/** Tells where a number is left to a field of zip64 that has none, and where an entry is on another disk. */
const headerAt = (view: DataView, at: number): ZipHeader | NoZip => {
  const nameLength = view.getUint16(at + 28, true);
  const flags = view.getUint16(at + 8, true);
  const extra = at + 46 + nameLength;
  const end = extra + view.getUint16(at + 30, true);
  const wide = wideFields(view, extra, end);
  if (wide === 'cut') return 'wide-field';
  const disk = view.getUint16(at + 34, true);
  // Of a field of zip64 the number of the disk is the last, and one that it is left to is not looked for.
  if (disk !== 0 && disk !== full.short) return 'parted';
  const [size, packedSize, offset] = [24, 20, 42].map((field) => orWide(view.getUint32(at + field, true), wide));
  if (size === undefined || packedSize === undefined || offset === undefined) return 'wide-field';
  const name = { at: at + 46, length: nameLength, utf8: (flags & bits.utf8) !== 0 };
  return {
    name: nameOf(view, name),
    isRenamed: isRenamed(view, name, { from: extra, to: end }),
    oddity: (flags & bits.patched) === 0 ? oddityAt(view, at, name) : 'patched',
    encrypted: (flags & bits.encrypted) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...{ packedSize, size, offset, isWide: wide !== undefined },
  };
};

/** A number, or the next of the field of zip64 that it is left to. */
const orWide = (value: number, wide: number[] | undefined): number | undefined =>
  value === full.long ? wide?.shift() : value;

/** Reads the local header at an offset; undefined where none is. */
export const readLocalHeader = (bytes: Uint8Array, at: number): LocalHeader | undefined =>
  unlessCutOff(() => localHeaderAt(viewOf(bytes), at));

const localHeaderAt = (view: DataView, at: number): LocalHeader | undefined => {
  if (view.getUint32(at, true) !== signature.local) return undefined;
  const flags = view.getUint16(at + 6, true);
  const length = view.getUint16(at + 26, true);
  const extra = at + 30 + length;
  const end = extra + view.getUint16(at + 28, true);
  const wide = end > view.byteLength ? 'cut' : wideFields(view, extra, end);
  if (wide === 'cut') return undefined;
  const isWide = wide !== undefined;
  const [size, packedSize] = [22, 18].map((field) => orWide(view.getUint32(at + field, true), wide));
  if (size === undefined || packedSize === undefined) return undefined;
  const name = { at: at + 30, length, utf8: (flags & bits.utf8) !== 0 };
  return {
    name: nameOf(view, name),
    isRenamed: isRenamed(view, name, { from: extra, to: end }),
    encrypted: (flags & bits.encrypted) !== 0,
    isStreamed: (flags & 0x0008) !== 0,
    method: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 14, true),
    ...{ packedSize, size, end, isWide },
  };
};

/** Bytes of the sums and sizes at an offset, eight for each size where it is wide, with or without a signature before them; undefined where they are others. */
export const descriptorLength = (
  bytes: Uint8Array,
  at: number,
  { crc, packedSize, size, isWide }: Pick<ZipHeader, 'crc' | 'packedSize' | 'size' | 'isWide'>,
): number | undefined => {
  const view = viewOf(bytes);
  const number = (from: number): number =>
    isWide ? Number(view.getBigUint64(from, true)) : view.getUint32(from, true);
  const width = isWide ? 8 : 4;
  const isAt = (from: number): boolean =>
    view.getUint32(from, true) === crc && number(from + 4) === packedSize && number(from + 4 + width) === size;
  const isSigned = (): boolean => view.getUint32(at, true) === signature.descriptor && isAt(at + 4);
  const length = 4 + 2 * width;
  return unlessCutOff(() => (isSigned() ? 4 + length : isAt(at) ? length : undefined));
};
