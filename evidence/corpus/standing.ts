import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type * as v from 'valibot';
import { mapping } from '#contract/description/description-values';
import { type ReplayOutcome, standingShape } from './case-shape.ts';
import { readBeside } from './read-case.ts';

/** What the replays of a case came to with one profile: passes in a row, and the last replay. */
export type Standing = v.InferOutput<typeof standingShape>;

/** By the name of the profile. */
export type Standings = Readonly<Record<string, Standing>>;

/** Passes in a row after which a case is retired. */
export const passesToRetire = 30;

const file = 'standing.yaml';

/** Reads the standings in the folder of a case; throws `ContractError` for what is no such file. */
export const readStandings = (folder: string): Standings => readBeside(folder, file, mapping(standingShape)) ?? {};

/** Writes the standings in the folder of a case; the file has its name only once it is whole. */
export const writeStandings = (folder: string, standings: Standings): void => {
  const part = join(folder, `.${file}.part`);
  writeFileSync(part, stringify(standings));
  renameSync(part, join(folder, file));
};

/** The standing after another replay: a failure begins anew, and what was blocked counts for nothing. */
export const standingAfter = (
  before: Standing | undefined,
  { outcome, day }: { readonly outcome: ReplayOutcome; readonly day: string },
): Standing => {
  const passes = before?.passes ?? 0;
  return { passes: outcome === 'fixed' ? passes + 1 : outcome === 'failed' ? 0 : passes, last: day, outcome };
};
