import { crc32, inflateRawSync } from 'node:zlib';
import { type Damage, isDamage, isOddity, type NoZip, type Oddity } from '#contract/texts/zip-text';
import {
  descriptorLength,
  type LocalHeader,
  readLocalHeader,
  readZipDirectory,
  type ZipDirectory,
  type ZipHeader,
} from './zip-directory.ts';

/** What is in a zip entry, or why it can't be read: encrypted, packed by an unknown method, or no plain file, or not what its headers say. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes, as the zip says. */
  readonly size: number;
  readonly content: Uint8Array | 'versleuteld' | 'methode' | Oddity | Damage;
  /** How it is packed, as the zip says (APPNOTE 4.4.5). */
  readonly method: number;
}

/** The word that rules have for why an entry can't be read. */
export const faultOfEntry = (content: Exclude<ZipEntry['content'], Uint8Array>): 'versleuteld' | 'methode' | 'crc' =>
  isDamage(content) ? 'crc' : isOddity(content) ? 'methode' : content;

/** Entries that content may have. */
const mostOfContent = 100;

/**
 * Unpacks a zip: why it is none, or `te-groot` when it would hold more than `limit` bytes or so many entries.
 * Nothing is unpacked before its size is known, nor beyond it.
 */
export const readZip = (
  bytes: Uint8Array,
  limit: number,
  mostEntries = mostOfContent,
): readonly ZipEntry[] | NoZip | 'te-groot' => {
  const directory = readZipDirectory(bytes, mostEntries + 1);
  if (typeof directory === 'string') return directory;
  const { headers } = directory;
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (headers.length > mostEntries || total > limit) return 'te-groot';
  const read = headers.map((header) => entryOf(bytes, header, directory));
  const entries = read.map(({ entry }) => entry);
  const isDamaged = entries.some(({ content }) => typeof content === 'string' && isDamage(content));
  return isDamaged ? entries : (layoutFlaw(bytes, directory, read) ?? entries);
};

/** An entry, and where its header, content and descriptor stand; no end where that can't be told. */
interface Placed {
  readonly entry: ZipEntry;
  readonly start: number;
  readonly end: number | undefined;
}

const entryOf = (bytes: Uint8Array, header: ZipHeader, directory: ZipDirectory): Placed => {
  const { name, size, method, offset } = header;
  const told = { name, size, method };
  const local = readLocalHeader(bytes, offset);
  if (local === undefined) return { entry: { ...told, content: 'local-header' }, start: offset, end: undefined };
  const behind = local.end + header.packedSize;
  if (behind > directory.offset) return { entry: { ...told, content: 'past' }, start: offset, end: undefined };
  const found = contentOf(bytes.subarray(local.end, behind), header, local);
  const lengthIf = (isWide: boolean): number | undefined => descriptorLength(bytes, behind, { ...header, isWide });
  // By a field of zip64 the sizes have eight bytes (APPNOTE 4.3.9.2); one in the directory alone comes too late for some readers.
  const length = local.isStreamed ? (lengthIf(local.isWide) ?? (header.isWide ? lengthIf(true) : undefined)) : 0;
  if (length !== undefined) return { entry: { ...told, content: found }, start: offset, end: behind + length };
  const flaw = lengthIf(!local.isWide) === undefined ? 'descriptor' : 'descriptor-width';
  return { entry: { ...told, content: typeof found === 'string' ? found : flaw }, start: offset, end: undefined };
};

/** Who reads a zip from its start finds the same as who reads its directory. */
const contentOf = (packed: Uint8Array, header: ZipHeader, local: LocalHeader): ZipEntry['content'] => {
  const { encrypted, method } = header;
  if (header.name !== local.name) return 'local-name';
  if (header.isRenamed || local.isRenamed) return 'unicode-name';
  if (encrypted || local.encrypted) return 'versleuteld';
  if (header.oddity !== undefined) return header.oddity;
  if (method !== local.method) return 'local-method';
  if (method !== 0 && method !== 8) return 'methode';
  const isOpen = (key: 'crc' | 'packedSize' | 'size'): boolean => local.isStreamed && local[key] === 0;
  if ((['crc', 'packedSize', 'size'] as const).some((key) => !isOpen(key) && local[key] !== header[key]))
    return 'local-sums';
  return method === 0 ? ofLength(packed, header) : inflate(packed, header);
};

const ofLength = (content: Uint8Array, { size, crc }: ZipHeader): Uint8Array | Damage => {
  if (content.length !== size) return 'length';
  return crc32(content) === crc ? content : 'sum';
};

/** One byte more than there is to be shows a stream that holds too much. */
const inflate = (packed: Uint8Array, header: ZipHeader): Uint8Array | Damage => {
  try {
    const inflated: unknown = inflateRawSync(packed, { maxOutputLength: header.size + 1, info: true });
    const { buffer, engine } = inflated as Inflated;
    const content = ofLength(buffer, header);
    return typeof content !== 'string' && engine.bytesWritten < packed.length ? 'packed-length' : content;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'ERR_BUFFER_TOO_LARGE' ? 'length' : 'stream';
    throw error;
  }
};

/** What `info` makes of the outcome: the bytes, and how many the stream was. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

/** Entries follow each other from the first byte on, and the directory follows them (APPNOTE 4.3.6); what is damaged is told by itself. */
const layoutFlaw = (bytes: Uint8Array, { offset }: ZipDirectory, read: readonly Placed[]): NoZip | undefined => {
  let at = isMarked(bytes) ? 4 : 0;
  for (const { start, end } of [...read].sort((one, other) => one.start - other.start)) {
    if (end === undefined) return undefined;
    if (start !== at) return start < at ? 'overlap' : at <= 4 ? 'before' : 'between';
    at = end;
  }
  if (at === offset) return undefined;
  return at > offset ? 'overlap' : read.length === 0 ? 'before' : 'between';
};

/** A mark of zips in several parts, which one that came to need one part only may keep (APPNOTE 8.5.4). */
const isMarked = (bytes: Uint8Array): boolean =>
  /^PK(?:00|\x07\x08)$/.test(String.fromCharCode(...bytes.subarray(0, 4)));
