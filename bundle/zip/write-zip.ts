import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type Entry, directory, localHeader } from './layout.ts';

/** A file that goes into a package, by the name that it gets there. */
export interface Packed {
  readonly name: string;
  readonly path: string;
}

/** Writes files into a zip, one after another and in that order; it has its name only once it is whole. */
export const writeZip = (path: string, files: readonly Packed[]): void => {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  const handle = openSync(part, 'wx');
  try {
    const entries = files.map((file) => add(handle, file));
    write(handle, directory(entries));
  } catch (error) {
    rmSync(part, { force: true });
    // What fails to be written names no file.
    throw error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error;
  } finally {
    closeSync(handle);
  }
  renameSync(part, path);
};

const add = (handle: number, { name, path }: Packed): Entry => {
  const entry = { name, ...measured(path) };
  write(handle, localHeader(entry));
  eachChunk(path, (chunk) => {
    write(handle, chunk);
  });
  return entry;
};

const measured = (path: string): Pick<Entry, 'size' | 'crc'> => {
  let [size, crc] = [0, 0];
  eachChunk(path, (chunk) => {
    size += chunk.length;
    crc = crc32(chunk, crc);
  });
  return { size, crc };
};

const chunkSize = 1024 * 1024;

/** Reads a file piece by piece; a piece is gone when the next is read. */
export const eachChunk = (path: string, use: (chunk: Buffer) => void): void => {
  const handle = openSync(path, 'r');
  const buffer = Buffer.alloc(chunkSize);
  try {
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer))
      use(buffer.subarray(0, length));
  } finally {
    closeSync(handle);
  }
};

const write = (handle: number, bytes: Uint8Array): void => {
  for (let done = 0; done < bytes.length; done += writeSync(handle, bytes, done));
};
