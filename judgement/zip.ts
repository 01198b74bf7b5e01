import { crc32, inflateRawSync } from 'node:zlib';
import { readZipDirectory, type ZipHeader } from './zip-directory.ts';

/** What is in a zip entry, or why it can't be read: encrypted, packed by an unknown method, or not what its header says. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes, as the zip says. */
  readonly size: number;
  readonly content: Uint8Array | 'versleuteld' | 'methode' | 'crc';
}

const mostEntries = 100;

/**
 * Unpacks a zip: `zip` when it is none, `te-groot` when it would hold more than `limit` bytes or a hundred entries.
 * Nothing is unpacked before its size is known, nor beyond it.
 */
export const readZip = (bytes: Uint8Array, limit: number): readonly ZipEntry[] | 'zip' | 'te-groot' => {
  const headers = readZipDirectory(bytes, mostEntries + 1);
  if (headers === undefined) return 'zip';
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (headers.length > mostEntries || total > limit) return 'te-groot';
  const entries = headers.map((header): ZipEntry | undefined => {
    const packed = packedContent(bytes, header);
    return packed && { name: header.name, size: header.size, content: contentOf(packed, header) };
  });
  return entries.every((entry) => entry !== undefined) ? entries : 'zip';
};

/** The packed bytes behind the local header (APPNOTE 4.3.7); undefined when that is not where the directory says. */
const packedContent = (bytes: Uint8Array, { offset, packedSize }: ZipHeader): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : undefined;
};

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
