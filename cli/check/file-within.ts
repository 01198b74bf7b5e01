import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Bilingual } from '#contract/texts/bilingual';
import { UsageError } from '../usage-error.ts';

/** What is in a file, also in a pipe or device; throws `UsageError` in these words for more than so many bytes. */
export const fileWithin = (path: string, most: number, tooLarge: Bilingual): Uint8Array => {
  const handle = openSync(path, 'r');
  try {
    const state = fstatSync(handle);
    if (state.size > most) throw new UsageError(tooLarge);
    return state.isFile() ? readFileSync(handle) : readWithin(handle, most, tooLarge);
  } finally {
    closeSync(handle);
  }
};

const chunkBytes = 1024 * 1024;

/** The same of what is open already, and has no size of its own. */
export const readWithin = (handle: number, most: number, tooLarge: Bilingual): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let chunk = nextChunk(handle); chunk.length > 0; chunk = nextChunk(handle)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > most) throw new UsageError(tooLarge);
  }
  return Buffer.concat(chunks);
};

const nextChunk = (handle: number): Uint8Array => {
  const chunk = new Uint8Array(chunkBytes);
  for (;;) {
    try {
      return chunk.subarray(0, readSync(handle, chunk));
    } catch (error) {
      if (!isNotYet(error)) throw error;
      Atomics.wait(pause, 0, 0, pauseMs);
    }
  }
};

const pauseMs = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** A pipe that does not block, with nothing in it yet. */
const isNotYet = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
