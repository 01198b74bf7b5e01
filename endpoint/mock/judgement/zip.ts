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

/** The end record stands last but for a comment; it is searched from the back. Several disks and zip64 are not taken. */
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
  const [disk, startDisk, onDisk, count] = [4, 6, 8, 10].map((shift) => archive.readUInt16LE(at + shift));
  const [size = 0, offset = 0] = [12, 16].map((shift) => archive.readUInt32LE(at + shift));
  const whole = disk === 0 && startDisk === 0 && onDisk === count && offset + size <= at;
  return whole && count !== undefined ? { count, size, offset } : undefined;
};

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
    headers.push(headerAt(archive, at, nameLength));
    at = next;
  }
  return headers;
};

const headerAt = (archive: Buffer, at: number, nameLength: number): Header => {
  const flags = archive.readUInt16LE(at + 8);
  const name = archive.subarray(at + headerLength, at + headerLength + nameLength);
  return {
    name: name.toString((flags & utf8Name) === 0 ? 'latin1' : 'utf8'),
    flags,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  };
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
  const told = [14, 18, 22].map((shift) => archive.readUInt32LE(offset + shift));
  return told.every((value, index) => value === 0 || value === elsewhere || value === [crc, packed, size][index]);
};

/** Checksum and sizes stand behind the data, or in a field of zip64. */
const behind = 0x0008;
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
