import { closeSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { openFile } from './open-file.ts';

/** In the folder of a package that was unpacked: its bytes, and where each of them is, since that is not where the journal says. */
export const keptBytesName = 'exchanges.bin';
export const keptIndexName = 'exchanges.ndjson';

/** Where bytes lie in a package, or why they are not in it: an attack of the suite itself is kept as a recipe. */
export type KeptIn =
  | Pick<KeptBytes, 'sha256' | 'at' | 'bytes'>
  | {
      readonly sha256: string;
      readonly recipe: { readonly check: string; readonly case: number; readonly seed: number };
    };

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const shape = v.union([
  v.strictObject({ sha256, at: count, bytes: count }),
  v.strictObject({ sha256, recipe: v.strictObject({ check: v.string(), case: count, seed: count }) }),
]);

/** Reads where bytes of a package lie, by their digest; undefined for a folder that is none, where the journal says so itself. */
export const readKeptIndex = (directory: string): ReadonlyMap<string, KeptIn> | undefined => {
  const file = join(directory, keptIndexName);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const index = new Map<string, KeptIn>();
  for (const line of linesIn(file)) for (const one of entryOf(line)) index.set(one.sha256, one);
  return index;
};

/** One at a time: an index of a hundred thousand deliveries takes more than its entries do. */
const linesIn = function* (file: string): Generator<string> {
  const handle = openFile(file);
  const chunk = Buffer.allocUnsafe(chunkSize);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  try {
    for (let length = readSync(handle, chunk); length > 0; length = readSync(handle, chunk)) {
      const lines = (rest + decoder.decode(chunk.subarray(0, length), { stream: true })).split('\n');
      rest = (lines.pop() ?? '').slice(0, chunkSize);
      yield* lines;
    }
    yield rest;
  } finally {
    closeSync(handle);
  }
};

const chunkSize = 64 * 1024;

/** A line as it is written for what is kept: reading JSON takes five times as long. */
const ofBytes = /^\{"sha256":"([0-9a-f]{64})","at":(0|[1-9]\d{0,14}),"bytes":(0|[1-9]\d{0,14})\}$/;

/** None where the line was changed: its bytes then count as gone. */
const entryOf = (line: string): readonly KeptIn[] => {
  const [, digest, at, bytes] = ofBytes.exec(line) ?? [];
  if (digest !== undefined) return [{ sha256: digest, at: Number(at), bytes: Number(bytes) }];
  try {
    const said: unknown = JSON.parse(line);
    return v.is(shape, said) ? [said] : [];
  } catch {
    return [];
  }
};
