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
}

/** What stands before the content of an entry, for whoever reads a zip from its start (APPNOTE 4.3.7). */
export interface LocalHeader extends Pick<ZipHeader, 'name' | 'encrypted' | 'method' | 'crc' | 'packedSize' | 'size'> {
  /** Where the content begins. */
  readonly end: number;
  /** Bit 3: sums and sizes stand behind the content (APPNOTE 4.3.9). */
  readonly isStreamed: boolean;
}

const signature = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, central: 0x02014b50, local: 0x04034b50 };
const endLength = 22;
const longestComment = 0xffff;
const full = { short: 0xffff, long: 0xffffffff };

/** Reads the central directory; undefined when the bytes are no whole zip of one part, at most `mostEntries` of its entries. */
export const readZipDirectory = (bytes: Uint8Array, mostEntries: number): readonly ZipHeader[] | undefined =>
  unlessCutOff(() => headersOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), mostEntries));

/** Undefined where reading goes past the end. */
const unlessCutOff = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const headersOf = (view: DataView, mostEntries: number): readonly ZipHeader[] | undefined => {
  const directory = findDirectory(view);
  if (directory === undefined) return undefined;
  const headers: ZipHeader[] = [];
  let at = directory.offset;
  for (let index = 0; index < Math.min(directory.entries, mostEntries); index += 1) {
    if (view.getUint32(at, true) !== signature.central) return undefined;
    headers.push(headerAt(view, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > directory.end) return undefined;
  }
  return headers;
};

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly end: number;
}

/** What the record at the end says (APPNOTE 4.3.14 and 4.3.16). */
interface EndRecord {
  readonly disks: readonly number[];
  readonly here: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

const findDirectory = (view: DataView): Directory | undefined => {
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === signature.locator64) return directory64(view, locator);
  return directoryOf(end, {
    disks: [view.getUint16(end + 4, true), view.getUint16(end + 6, true)],
    here: view.getUint16(end + 8, true),
    entries: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  });
};

/** The directory of a zip in one part, which lies before its end record. */
const directoryOf = (at: number, { disks, here, entries, size, offset }: EndRecord): Directory | undefined => {
  const isWhole = disks.every((disk) => disk === 0) && here === entries && offset + size <= at;
  return isWhole ? { entries, offset, end: offset + size } : undefined;
};

const findEnd = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    const comment = view.byteLength - at - endLength;
    if (view.getUint32(at, true) === signature.end && view.getUint16(at + 20, true) === comment) return at;
  }
  return undefined;
};

const directory64 = (view: DataView, locator: number): Directory | undefined => {
  const long = (at: number): number => Number(view.getBigUint64(at, true));
  const at = long(locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== signature.end64) return undefined;
  return directoryOf(at, {
    disks: [view.getUint32(at + 16, true), view.getUint32(at + 20, true)],
    here: long(at + 24),
    entries: long(at + 32),
    size: long(at + 40),
    offset: long(at + 48),
  });
};

const headerAt = (view: DataView, at: number): ZipHeader => {
  const nameLength = view.getUint16(at + 28, true);
  const flags = view.getUint16(at + 8, true);
  const extra = at + 46 + nameLength;
  const wide = wideFields(view, extra, extra + view.getUint16(at + 30, true));
  const orWide = (value: number): number => (value === full.long ? (wide.shift() ?? value) : value);
  const size = orWide(view.getUint32(at + 24, true));
  const packedSize = orWide(view.getUint32(at + 20, true));
  return {
    name: nameOf(view, { at: at + 46, length: nameLength, utf8: (flags & 0x0800) !== 0 }),
    encrypted: (flags & 0x0001) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset: orWide(view.getUint32(at + 42, true)),
  };
};

/** Reads the local header at an offset; undefined where none is. */
export const readLocalHeader = (bytes: Uint8Array, at: number): LocalHeader | undefined =>
  unlessCutOff(() => localHeaderAt(bytes, at));

const localHeaderAt = (bytes: Uint8Array, at: number): LocalHeader | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== signature.local) return undefined;
  const flags = view.getUint16(at + 6, true);
  const length = view.getUint16(at + 26, true);
  const extra = at + 30 + length;
  const end = extra + view.getUint16(at + 28, true);
  if (end > bytes.length) return undefined;
  const wide = wideFields(view, extra, end);
  const orWide = (value: number): number => (value === full.long ? (wide.shift() ?? value) : value);
  const size = orWide(view.getUint32(at + 22, true));
  return {
    name: nameOf(view, { at: at + 30, length, utf8: (flags & 0x0800) !== 0 }),
    encrypted: (flags & 0x0001) !== 0,
    isStreamed: (flags & 0x0008) !== 0,
    method: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 14, true),
    packedSize: orWide(view.getUint32(at + 18, true)),
    size,
    end,
  };
};

/** The numbers of the zip64 extra field, in the order of the fields they stand for. */
const wideFields = (view: DataView, from: number, to: number): number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > to) throw new RangeError('a field of zip64 goes past the fields of its entry');
    const count = Math.floor(length / 8);
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)));
  }
  return [];
};

interface NamePlace {
  readonly at: number;
  readonly length: number;
  readonly utf8: boolean;
}

/** Without the UTF-8 flag a name is in code page 437; only its ASCII half matters here. */
const nameOf = (view: DataView, { at, length, utf8 }: NamePlace): string =>
  new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
