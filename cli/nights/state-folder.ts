import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { type Ahead, aheadIn } from '#nights/ahead';
import type { Memory } from '#nights/memory';
import { memoryShape } from '#nights/shapes';
import { type FolderLock, lockFolder } from '../folder/lock-folder.ts';
import { makeFolder } from '../folder/make-folder.ts';
import { demandKind } from '../report/demand-kinds.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { readJson, writeJson } from './read-json.ts';

/** What to do with a damaged file of a state folder. */
const restoreState: Bilingual = {
  nl: 'zet het bestand van de vorige nacht terug, of haal het weg en vergelijk de bewaarde runs op volgorde opnieuw',
  en: 'put back the file of the night before, or take it away and compare the runs that were kept again in their order',
};

/** What is kept of the nights of a profile, and what was before the last of their runs: that can be compared once more. */
export interface KeptNights {
  readonly memory: Memory;
  /** Undefined where there is one run. */
  readonly before: Memory | undefined;
}

/** Reads that; undefined before the first night. Throws `UsageError` with file and key where it is damaged, or of the future. */
export const readNights = (state: string, profile: string): KeptNights | undefined => {
  const path = fileOf(state, profile);
  const kept = readJson({ path, shape: keptShape, wayOut: restoreState });
  if (kept === undefined) return undefined;
  const ahead = aheadIn(kept, new Date());
  if (ahead !== undefined) throw inFuture(path, ahead);
  const { before, ...memory } = kept;
  return { memory, before };
};

const inFuture = (path: string, { key, moment }: Ahead): UsageError =>
  new UsageError({
    nl: `${path} is van de toekomst: sleutel ${key}: ${moment}; ${restoreState.nl}, of zet de klok van deze machine goed`,
    en: `${path} is of the future: key ${key}: ${moment}; ${restoreState.en}, or set the clock of this machine right`,
  });

const keptShape = v.intersect([memoryShape, v.object({ before: v.optional(memoryShape) })]);

/** Keeps it, in place of what was there. */
export const writeNights = (state: string, { memory, before }: KeptNights): void => {
  writeJson(fileOf(state, memory.subject.profile), `${jsonText({ ...memory, before }, 1)}\n`);
};

const fileOf = (state: string, profile: string): string => join(state, `nights-${fileNameOf(profile)}.json`);

/** Characters that file systems leave beside what we put around them. */
const mostCharacters = 200;

/** A digest stands for a name that no file can have. */
const fileNameOf = (profile: string): string => {
  // Windows takes no asterisk.
  const name = encodeURIComponent(profile.toWellFormed()).replaceAll('*', '%2A');
  if (profile.isWellFormed() && name.length <= mostCharacters) return name;
  return `sha256-${createHash('sha256').update(JSON.stringify(profile)).digest('hex')}`;
};

/** How long another command is waited for, between two looks, and how long one of another machine can need the folder, in milliseconds. */
const [patience, pause, mostNeeded] = [20_000, 50, 600_000];

/** Has the state folder to itself for a short while, and waits for whoever else has it; throws `UsageError` where that takes too long, or it can't be written. */
export const withState = async <Result>(state: string, command: string, work: () => Result): Promise<Result> => {
  demandWritable(state);
  const lock = await takenInTime(state, command);
  try {
    return work();
  } finally {
    lock.release();
  }
};

const demandWritable = (state: string): void => {
  demandKind(state, 'folder');
  try {
    makeFolder(state);
    accessSync(state, constants.W_OK);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError(
      {
        nl: `in de map van --state ${state} is niet te schrijven (${why.nl}); geef een andere`,
        en: `the folder of --state ${state} can't be written (${why.en}); give another one`,
      },
      { cause: error },
    );
  }
};

const takenInTime = async (state: string, command: string): Promise<FolderLock> => {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return lockFolder(state, command, mostNeeded);
    } catch (error) {
      if (!(error instanceof UsageError) || performance.now() > until) throw error;
      await setTimeout(pause);
    }
  }
};
