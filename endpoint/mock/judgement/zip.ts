import { crc32, inflateRawSync } from 'node:zlib';

/** One entry of a zip: its bytes, or why they can't be had. */
export type ZipEntry = { readonly name: string; readonly size: number } & (
  | { readonly bytes: Buffer; readonly fault: undefined }
  | { readonly bytes: undefined; readonly fault: 'versleuteld' | 'methode' | 'crc' }
);

/** Bounds on what is unpacked. */
export interface ZipBounds {
  readonly bytes: number;
  readonly entries: number;
}

/** The entries of a zip in the order of its directory; `zip` when it is none, `te-groot` when it is past the bounds. */
export const readZip = (archive: Buffer, bounds: ZipBounds): readonly ZipEntry[] | 'zip' | 'te-groot' => {
  const directory = findDirectory(archive);
  if (directory === undefined) return 'zip';
  if (directory.count > bounds.entries) return 'te-groot';
  const headers = readHeaders(archive, directory);
  if (headers === undefined) return 'zip';
  const entries: ZipEntry[] = [];
  let left = bounds.bytes;
  for (const header of headers) {
    const entry = unpack(archive, header, left);
    if (entry === 'te-groot') return 'te-groot';
    left -= entry.size;
    entries.push(entry);
  }
  return entries;
};

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;

/** The end record stands last but for a comment; it is searched from the back. Several disks are not taken. */
const findDirectory = (archive: Buffer): Directory | undefined => {
  const first = Math.max(0, archive.length - endLength - longestComment);
  for (let at = archive.length - endLength; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) !== endSignature) continue;
    if (at + endLength + archive.readUInt16LE(at + 20) !== archive.length) continue;
    return directoryAt(archive, at);
  }
  return undefined;
};

const directoryAt = (archive: Buffer, at: number): Directory | undefined => {
  const wide = wideDirectoryAt(archive, at - wideLocatorLength);
  if (wide !== undefined) return wide === 'none' ? undefined : wide;
  const [disk, startDisk, onDisk, count] = [4, 6, 8, 10].map((shift) => archive.readUInt16LE(at + shift));
  const [size = 0, offset = 0] = [12, 16].map((shift) => archive.readUInt32LE(at + shift));
  const whole = disk === 0 && startDisk === 0 && onDisk === count && offset + size <= at;
  return whole && count !== undefined ? { count, size, offset } : undefined;
};

const wideLocatorLength = 20;
const wideEndLength = 56;

/** By the records of zip64 (APPNOTE 4.3.14 and 4.3.15), which their locator leads to; undefined where there is none. */
const wideDirectoryAt = (archive: Buffer, locator: number): Directory | 'none' | undefined => {
  if (locator < 0 || archive.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const at = wide(archive, locator + 8);
  if (at + wideEndLength > locator || archive.readUInt32LE(at) !== 0x06064b50) return 'none';
  const [disk, startDisk] = [archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20)];
  const [onDisk, count, size, offset] = [
    wide(archive, at + 24),
    wide(archive, at + 32),
    wide(archive, at + 40),
    wide(archive, at + 48),
  ];
  return disk === 0 && startDisk === 0 && onDisk === count && offset + size <= at ? { count, size, offset } : 'none';
};

const wide = (archive: Buffer, at: number): number => Number(archive.readBigUInt64LE(at));

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const headerSignature = 0x02014b50;
const headerLength = 46;

const readHeaders = (archive: Buffer, { count, size, offset }: Directory): readonly Header[] | undefined => {
  const headers: Header[] = [];
  const end = offset + size;
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + headerLength > end || archive.readUInt32LE(at) !== headerSignature) return undefined;
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((shift) =>
      archive.readUInt16LE(at + shift),
    );
    const next = at + headerLength + nameLength + extraLength + commentLength;
    if (next > end) return undefined;
    const header = headerAt(archive, at, { nameLength, extraLength });
    if (header === undefined) return undefined;
    headers.push(header);
    at = next;
  }
  return headers;
};

interface HeaderLengths {
  readonly nameLength: number;
  readonly extraLength: number;
}

const headerAt = (archive: Buffer, at: number, { nameLength, extraLength }: HeaderLengths): Header | undefined => {
  const flags = archive.readUInt16LE(at + 8);
  const behindName = at + headerLength + nameLength;
  const name = archive.subarray(at + headerLength, behindName);
  const numbers = wideNumbers(archive.subarray(behindName, behindName + extraLength));
  if (numbers === undefined) return undefined;
  const told = (shift: number): number => {
    const short = archive.readUInt32LE(at + shift);
    return short === elsewhere ? (numbers.shift() ?? short) : short;
  };
  const size = told(24);
  const packed = told(20);
  return {
    name: name.toString((flags & utf8Name) === 0 ? 'latin1' : 'utf8'),
    flags,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed,
    size,
    offset: told(42),
  };
};

/** What the extra field of zip64 holds (APPNOTE 4.5.3): one number for each that is told elsewhere, in this order; undefined where it is cut off. */
const wideNumbers = (extra: Buffer): number[] | undefined => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    const numbers = extra.subarray(at + 4, end);
    return Array.from({ length: Math.floor(numbers.length / 8) }, (_, index) => wide(numbers, index * 8));
  }
  return [];
};

const encrypted = 0x0001;
const utf8Name = 0x0800;
const stored = 0;
const deflated = 8;

const unpack = (archive: Buffer, header: Header, left: number): ZipEntry | 'te-groot' => {
  const { name, size } = header;
  if (size > left) return 'te-groot';
  if ((header.flags & encrypted) !== 0) return { name, size, bytes: undefined, fault: 'versleuteld' };
  if (header.method !== stored && header.method !== deflated) return { name, size, bytes: undefined, fault: 'methode' };
  const bytes = saysTheSame(archive, header) ? expand(packedBytes(archive, header), header) : undefined;
  if (bytes?.length !== size || crc32(bytes) !== header.crc) return { name, size, bytes: undefined, fault: 'crc' };
  return { name, size, bytes, fault: undefined };
};

const localSignature = 0x04034b50;
const localLength = 30;

/** Whether the local header does not contradict the directory: name, method and, unless they come later, checksum and sizes. */
const saysTheSame = (archive: Buffer, { name, flags, method, crc, packed, size, offset }: Header): boolean => {
  if (offset + localLength > archive.length) return false;
  const here = (shift: number): number => archive.readUInt16LE(offset + shift);
  const nameHere = archive.subarray(offset + localLength, offset + localLength + here(26));
  if (nameHere.toString((here(6) & utf8Name) === 0 ? 'latin1' : 'utf8') !== name) return false;
  if (here(8) !== method || ((here(6) ^ flags) & encrypted) !== 0) return false;
  if ((here(6) & behind) !== 0) return true;
  const start = offset + localLength + here(26);
  const numbers = wideNumbers(archive.subarray(start, start + here(28)));
  if (numbers === undefined) return false;
  const told = (shift: number): number => {
    const short = archive.readUInt32LE(offset + shift);
    return short === elsewhere ? (numbers.shift() ?? short) : short;
  };
  const [sizeHere, packedHere] = [told(22), told(18)];
  const sameOrOpen = (value: number, known: number): boolean => value === 0 || value === known;
  return (
    sameOrOpen(archive.readUInt32LE(offset + 14), crc) && sameOrOpen(packedHere, packed) && sameOrOpen(sizeHere, size)
  );
};

/** Checksum and sizes stand behind the data. */
const behind = 0x0008;
/** The number stands in a field of zip64. */
const elsewhere = 0xffffffff;

const packedBytes = (archive: Buffer, { offset, packed }: Header): Buffer | undefined => {
  if (offset + localLength > archive.length || archive.readUInt32LE(offset) !== localSignature) return undefined;
  const start = offset + localLength + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  return start + packed > archive.length ? undefined : archive.subarray(start, start + packed);
};

/** Never makes more than the directory announces, whatever the stream holds. */
const expand = (packed: Buffer | undefined, { method, size }: Header): Buffer | undefined => {
  if (packed === undefined || method === stored) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
};
