import { crc32, inflateRawSync } from 'node:zlib';
import { type LocalHeader, readLocalHeader, readZipDirectory, type ZipHeader } from './zip-directory.ts';

/** What is in a zip entry, or why it can't be read: encrypted, packed by an unknown method, or not what its headers say. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes, as the zip says. */
  readonly size: number;
  readonly content: Uint8Array | 'versleuteld' | 'methode' | 'crc';
  /** How it is packed, as the zip says (APPNOTE 4.4.5). */
  readonly method: number;
}

/** Entries that content may have. */
const mostOfContent = 100;

/**
 * Unpacks a zip: `zip` when it is none, `te-groot` when it would hold more than `limit` bytes or so many entries.
 * Nothing is unpacked before its size is known, nor beyond it.
 */
export const readZip = (
  bytes: Uint8Array,
  limit: number,
  mostEntries = mostOfContent,
): readonly ZipEntry[] | 'zip' | 'te-groot' => {
  const headers = readZipDirectory(bytes, mostEntries + 1);
  if (headers === undefined) return 'zip';
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (headers.length > mostEntries || total > limit) return 'te-groot';
  const entries = headers.map((header) => entryOf(bytes, header));
  return entries.every((entry) => entry !== undefined) ? entries : 'zip';
};

/** Undefined when there is no content where the directory says. */
const entryOf = (bytes: Uint8Array, header: ZipHeader): ZipEntry | undefined => {
  const local = readLocalHeader(bytes, header.offset);
  if (local === undefined || local.end + header.packedSize > bytes.length) return undefined;
  const packed = bytes.subarray(local.end, local.end + header.packedSize);
  const { name, size, method } = header;
  return { name, size, method, content: agree(header, local) ? contentOf(packed, header) : 'crc' };
};

/** Who reads a zip from its start finds the same as who reads its directory; what is left open there is told elsewhere. */
const agree = (header: ZipHeader, local: LocalHeader): boolean =>
  header.name === local.name &&
  header.method === local.method &&
  header.encrypted === local.encrypted &&
  (local.isStreamed ||
    (['crc', 'packedSize', 'size'] as const).every((key) => isOpen(local[key]) || local[key] === header[key]));

/** Of no content, or left out. */
const isOpen = (value: number): boolean => value === 0;

const contentOf = (packed: Uint8Array, { encrypted, method, size, crc }: ZipHeader): ZipEntry['content'] => {
  if (encrypted) return 'versleuteld';
  if (method !== 0 && method !== 8) return 'methode';
  const content = method === 0 ? packed : inflate(packed, size);
  return content?.length === size && crc32(content) === crc ? content : 'crc';
};

/** One byte more than there is to be shows a stream that holds too much. */
const inflate = (packed: Uint8Array, size: number): Uint8Array | undefined => {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
};
