import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Exchange } from '#contract/exchange';
import type { Event } from './event.ts';

/** Bytes of exchanges that a run keeps at most; later exchanges are recorded without their bytes. */
const exchangeBytesCap = 256 * 1024 * 1024;

/** The output folder can't be written any more: disk full, rights, a folder that went away. */
export class OutputFailure extends Error {
  override readonly name = 'OutputFailure';

  constructor(directory: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `the output folder ${directory} can't be written any more (${why}); make room, or give another one with --out`,
      { cause },
    );
  }
}

/** Where events go: one JSON line each, after the bytes they speak of are on disk. */
export interface Journal {
  readonly append: (event: Event) => void;
  /** Resolves once bytes are on disk, with their SHA-256 (hexadecimal); with undefined for no bytes and past the cap. */
  readonly keep: (bytes: Uint8Array) => Promise<string | undefined>;
}

/** Opens `journal.ndjson` and `exchanges/` in an output folder, creating both. */
export const openJournal = (directory: string): Journal => {
  const file = join(directory, 'journal.ndjson');
  const exchanges = join(directory, 'exchanges');
  mkdirSync(exchanges, { recursive: true });
  const output = watched(directory);
  const stored = new Map<string, Promise<void>>();
  let room = exchangeBytesCap;
  const store = async (name: string, bytes: Uint8Array): Promise<void> => {
    output.demand();
    try {
      writeFileSync(join(exchanges, `${name}.gz`), await compress(bytes));
    } catch (error) {
      output.fail(error);
    }
  };
  let begun = existsSync(file);
  return {
    append: (event) => {
      output.demand();
      try {
        // A folder that went away half-way may be made anew by others, and the journal would begin in the middle.
        if (begun && !existsSync(file)) throw new Error('journal.ndjson is gone');
        appendFileSync(file, `${JSON.stringify(event)}\n`);
        begun = true;
      } catch (error) {
        output.fail(error);
      }
    },
    keep: async (bytes) => {
      if (bytes.length === 0) return undefined;
      const name = createHash('sha256').update(bytes).digest('hex');
      const known = stored.get(name);
      if (known === undefined && bytes.length > room) return undefined;
      if (known === undefined) room -= bytes.length;
      const writing = known ?? store(name, bytes);
      stored.set(name, writing);
      await writing;
      return name;
    },
  };
};

/** Past this many bytes compressing takes longer than handing it to another thread. */
const muchToCompress = 64 * 1024;

const compress = async (bytes: Uint8Array): Promise<Uint8Array> =>
  bytes.length > muchToCompress ? compressAside(bytes, fast) : gzipSync(bytes, fast);

const compressAside = promisify(gzip);
const fast = { level: 1 };

/** After a write that failed no other is tried, so that nothing follows from what is not on disk. */
const watched = (directory: string) => {
  let failure: OutputFailure | undefined;
  return {
    demand: (): void => {
      if (failure !== undefined) throw failure;
    },
    fail: (error: unknown): never => {
      failure ??= new OutputFailure(directory, error);
      throw failure;
    },
  };
};

/** The response of an exchange, or undefined when none came. */
export const responseOf = (exchange: Exchange) =>
  'response' in exchange.outcome ? exchange.outcome.response : undefined;

/** The failure of an exchange, or undefined when an answer came. */
export const failureOf = (exchange: Exchange) => ('failure' in exchange.outcome ? exchange.outcome.failure : undefined);
