import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { KeptBytes } from '#contract/wire/kept-bytes';

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
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Map(lines.flatMap((line) => entryOf(line)).map((one) => [one.sha256, one]));
};

/** None where the line was changed: its bytes then count as gone. */
const entryOf = (line: string): readonly KeptIn[] => {
  try {
    const said: unknown = JSON.parse(line);
    return v.is(shape, said) ? [said] : [];
  } catch {
    return [];
  }
};
