import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Checking } from '../integrity.ts';
import type { Source } from '../zip/read-zip.ts';

/** A file that is read from anywhere. */
export interface FileSource extends Source, Pick<Checking, 'sha256'> {
  readonly each: (at: number, length: number) => Generator<Buffer>;
  readonly close: () => void;
}

const chunkSize = 1024 * 1024;

/** Opens a file to read it piece by piece; throws for what is no file. */
export const openFileSource = (path: string): FileSource => {
  const handle = openSync(path, 'r');
  const stats = fstatSync(handle);
  if (!stats.isFile()) {
    closeSync(handle);
    throw new Error(`${path} is no file`);
  }
  const read = (at: number, length: number): Buffer => {
    if (at < 0 || length < 0 || at + length > stats.size) throw new RangeError('beyond the end of the file');
    const bytes = Buffer.alloc(length);
    if (readSync(handle, bytes, 0, length, at) < length) throw new RangeError('the file became shorter');
    return bytes;
  };
  const each = function* (at: number, length: number): Generator<Buffer> {
    for (let done = 0; done < length; done += chunkSize) yield read(at + done, Math.min(chunkSize, length - done));
  };
  return {
    size: stats.size,
    read,
    each,
    sha256: (at, length) => {
      const hash = createHash('sha256');
      for (const chunk of each(at, length)) hash.update(chunk);
      return Promise.resolve(hash.digest('hex'));
    },
    close: () => {
      closeSync(handle);
    },
  };
};
