import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** A file that holds more than whoever reads it takes. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  /** As errors of the file system have it. */
  readonly code = 'EFBIG';
  constructor(most: number) {
    super(`it is larger than ${String(Math.ceil(most / 1024 / 1024))} MiB`);
  }
}

/** Bytes of a file that people write, and some more. */
const mostOfFile = 64 * 1024 * 1024;

/**
 * What is in a file that a user names, also in a pipe or device; the only reader of those. Throws `FileTooLarge` for more than so many
 * bytes, and what Node throws where it can't be read, also for a pipe that nobody writes to: nothing is waited for without end.
 */
export const readWithin = (path: string, most = mostOfFile, patienceMs = 2000): Buffer => {
  const handle = openSync(path, constants.O_RDONLY | unblocked);
  try {
    const state = fstatSync(handle);
    if (state.size > most) throw new FileTooLarge(most);
    if (!state.isFIFO()) return state.isFile() ? readFileSync(handle) : readHandleWithin(handle, most);
    return readPipe(handle, { most, patienceMs });
  } finally {
    closeSync(handle);
  }
};

/** Windows knows none, and has no pipes that are opened by a path of this kind. */
const unblocked = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** Its writer may still have to open it: so many milliseconds are left for that. */
const readPipe = (handle: number, { most, patienceMs }: Readonly<Record<'most' | 'patienceMs', number>>): Buffer => {
  for (let waited = 0; waited < patienceMs; waited += pauseMs) {
    const found = readHandleWithin(handle, most);
    if (found.length > 0) return found;
    wait();
  }
  throw new Error('nobody writes to this pipe');
};

/** The same of what is open already. */
export const readHandleWithin = (handle: number, most: number): Buffer => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let chunk = nextChunk(handle); chunk.length > 0; chunk = nextChunk(handle)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > most) throw new FileTooLarge(most);
  }
  return Buffer.concat(chunks);
};

const chunkBytes = 1024 * 1024;

const nextChunk = (handle: number): Uint8Array => {
  const chunk = new Uint8Array(chunkBytes);
  for (;;) {
    try {
      return chunk.subarray(0, readSync(handle, chunk));
    } catch (error) {
      if (!isNotYet(error)) throw error;
      wait();
    }
  }
};

/** Milliseconds between two looks. */
const pauseMs = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));
const wait = (): void => {
  Atomics.wait(pause, 0, 0, pauseMs);
};

/** A pipe that does not block, with nothing in it yet. */
const isNotYet = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
