import type { NoZip } from '#contract/texts/zip-text';

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
}

/** What stands before the content of an entry, for whoever reads a zip from its start (APPNOTE 4.3.7). */
export interface LocalHeader extends Pick<
  ZipHeader,
  'name' | 'encrypted' | 'method' | 'crc' | 'packedSize' | 'size' | 'isWide'
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
    if (header === undefined) return 'wide-field';
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
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === signature.locator64) return directory64(view, locator);
  const record = {
    disks: [view.getUint16(end + 4, true), view.getUint16(end + 6, true)],
    here: view.getUint16(end + 8, true),
    entries: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  };
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

const directory64 = (view: DataView, locator: number): Directory | NoZip => {
  const long = (at: number): number => Number(view.getBigUint64(at, true));
  const at = long(locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== signature.end64) return 'wide-end';
  // The locator stands right behind the record, which tells its own length without its first twelve bytes.
  if (at + 12 + long(at + 4) !== locator) return 'wide-end';
  return directoryOf(at, {
    disks: [view.getUint32(at + 16, true), view.getUint32(at + 20, true)],
    here: long(at + 24),
    entries: long(at + 32),
    size: long(at + 40),
    offset: long(at + 48),
  });
};

/** Undefined where a number is left to a field of zip64 that has none. */
const headerAt = (view: DataView, at: number): ZipHeader | undefined => {
  const nameLength = view.getUint16(at + 28, true);
  const flags = view.getUint16(at + 8, true);
  const extra = at + 46 + nameLength;
  const wide = wideFields(view, extra, extra + view.getUint16(at + 30, true));
  if (wide === 'cut') return undefined;
  const [size, packedSize, offset] = [24, 20, 42].map((field) => orWide(view.getUint32(at + field, true), wide));
  if (size === undefined || packedSize === undefined || offset === undefined) return undefined;
  return {
    name: nameOf(view, { at: at + 46, length: nameLength, utf8: (flags & 0x0800) !== 0 }),
    encrypted: (flags & 0x0001) !== 0,
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
  return {
    name: nameOf(view, { at: at + 30, length, utf8: (flags & 0x0800) !== 0 }),
    encrypted: (flags & 0x0001) !== 0,
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

/** The numbers of the zip64 extra field, in the order of the fields they stand for; undefined without one, `cut` past the fields of its entry. */
const wideFields = (view: DataView, from: number, to: number): number[] | 'cut' | undefined => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > to) return 'cut';
    const count = Math.floor(length / 8);
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)));
  }
  return undefined;
};

interface NamePlace {
  readonly at: number;
  readonly length: number;
  readonly utf8: boolean;
}

/** Without the UTF-8 flag a name is in code page 437; only its ASCII half matters here. */
const nameOf = (view: DataView, { at, length, utf8 }: NamePlace): string =>
  new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
