import { readSync } from 'node:fs';
import type { Bilingual } from '#contract/texts/bilingual';
import { UsageError } from '../usage-error.ts';

const chunkBytes = 1024 * 1024;

/** What comes in, and nothing where that can't be read; throws `UsageError` in these words for more than so many bytes. */
export const standardInput = (most: number, tooLarge: Bilingual): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let chunk = nextChunk(); chunk.length > 0; chunk = nextChunk()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > most) throw new UsageError(tooLarge);
  }
  return Buffer.concat(chunks);
};

const nextChunk = (): Uint8Array => {
  const chunk = new Uint8Array(chunkBytes);
  for (;;) {
    try {
      return chunk.subarray(0, readSync(0, chunk));
    } catch (error) {
      if (!isNotYet(error)) return chunk.subarray(0, 0);
      Atomics.wait(pause, 0, 0, pauseMs);
    }
  }
};

const pauseMs = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** A pipe that does not block, with nothing in it yet. */
const isNotYet = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
