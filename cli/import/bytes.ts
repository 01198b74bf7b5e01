import { closeSync, existsSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';

/** Bytes in memory, or those of a file of which each part is read when it is asked for. */
export interface Bytes {
  readonly length: number;
  readonly subarray: (start: number, end: number) => Uint8Array;
}

/**
 * The bytes of a file; none once it has changed or is gone. Undefined for what has no length of its own, such as a pipe. Throws
 * what Node throws where it can't be read.
 */
export const fileBytes = (path: string): Bytes | undefined => {
  const state = statSync(path);
  if (!state.isFile() || state.size === 0) return undefined;
  return {
    length: state.size,
    subarray: (start, end) => {
      const part = new Uint8Array(Math.min(end, state.size) - start);
      return existsSync(path) ? part.subarray(0, readPart(path, state, { part, start })) : part.subarray(0, 0);
    },
  };
};

/** Bytes to be read from somewhere in a file. */
interface Part {
  readonly part: Uint8Array;
  readonly start: number;
}

/** Fills a part unless the file has changed; returns the number of bytes. */
const readPart = (path: string, { size, mtimeMs }: Stats, { part, start }: Part): number => {
  const file = openSync(path, 'r');
  try {
    const now = fstatSync(file);
    if (now.size !== size || now.mtimeMs !== mtimeMs) return 0;
    let filled = 0;
    for (let read = -1; read !== 0 && filled < part.length; filled += read)
      read = readSync(file, part, filled, part.length - filled, start + filled);
    return filled;
  } finally {
    closeSync(file);
  }
};
