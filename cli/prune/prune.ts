import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import type { FolderLock } from '../folder/lock-folder.ts';
import { takeFolder } from '../folder/take-folder.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type RecordingAt, recordingsIn } from './recording-at.ts';
import { redactRecording } from './redact-recording.ts';

/** The options of `3pas prune` as they are given. */
export interface PruneOptions {
  readonly redact?: boolean;
  readonly dryRun?: boolean;
  readonly clock?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

type Fate = 'removed' | 'redacted' | 'kept' | 'no-term';

/** Removes recordings that are past their term, or what others wrote in them, and tells of each; throws `UsageError` where there is none. */
export const prune = (folder: string, options: PruneOptions): void => {
  const { dryRun = false, json = false } = options;
  const language = languageOf(options.lang);
  const { clock } = momentOf(options.clock);
  let inUse: UsageError | undefined;
  for (const recording of recordingsAt(resolve(folder))) {
    const fate = fateOf(recording, { ...options, clock });
    const problem = dryRun ? undefined : carryOut(recording, fate, clock);
    inUse ??= problem;
    if (problem !== undefined) continue;
    const { folder: at, keepUntil } = recording;
    if (json) tell(`${jsonText({ folder: at, keepUntil, fate, dryRun })}\n`);
    else tell(`${visible(at)}: ${lineOf(recording, fate, { language, dryRun })}\n`);
  }
  if (inUse !== undefined) throw inUse;
};

const recordingsAt = (folder: string): readonly RecordingAt[] => {
  const found = existsSync(folder) ? recordingsIn(folder) : [];
  if (found.length > 0) return found;
  throw new UsageError({
    nl: `in ${folder} staat geen opname; geef de map van een opname van listen of import, of de map daarboven`,
    en: `${folder} holds no recording; give the folder of a recording of listen or import, or the one above`,
  });
};

const fateOf = (
  { keepUntil, isRedacted }: RecordingAt,
  { redact = false, clock }: PruneOptions & { readonly clock: string },
): Fate => {
  if (keepUntil === undefined) return 'no-term';
  if (Date.parse(keepUntil) > Date.parse(clock)) return 'kept';
  if (!redact) return 'removed';
  return isRedacted ? 'kept' : 'redacted';
};

/** A recording that goes on is in use, and stays: that is returned. */
const carryOut = ({ folder }: RecordingAt, fate: Fate, clock: string): UsageError | undefined => {
  if (fate === 'kept' || fate === 'no-term') return undefined;
  const lock = taken(folder);
  if (lock instanceof UsageError) return lock;
  try {
    // What others wrote goes first: nothing of it is left where removing stops half-way.
    redactRecording(folder, clock);
    if (fate === 'removed') rmSync(join(folder, 'journal.ndjson'));
  } finally {
    lock.release();
  }
  if (fate === 'removed') rmSync(folder, { recursive: true, force: true });
  return undefined;
};

const taken = (folder: string): FolderLock | UsageError => {
  try {
    return takeFolder(folder, 'prune');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
};

interface Telling {
  readonly language: Language;
  readonly dryRun: boolean;
}

const lineOf = ({ keepUntil, isRedacted }: RecordingAt, fate: Fate, { language, dryRun }: Telling): string => {
  const day = keepUntil?.slice(0, 10) ?? '';
  const said = words[language];
  if (fate === 'kept' && isRedacted) return said.done(day);
  return fate === 'removed' || fate === 'redacted' ? said[fate](day, dryRun) : said[fate](day);
};

const words = {
  nl: {
    removed: (day: string, dry: boolean) => `termijn tot ${day}; ${dry ? 'zou verwijderd worden' : 'verwijderd'}`,
    redacted: (day: string, dry: boolean) =>
      `termijn tot ${day}; ${dry ? 'zou opgeschoond worden' : 'opgeschoond: oordelen en digests zijn er nog'}`,
    kept: (day: string) => `blijft tot ${day}`,
    done: (day: string) => `termijn tot ${day}; al opgeschoond`,
    'no-term': (_day: string) => 'heeft geen termijn; verwijder de map zelf als ze weg mag',
  },
  en: {
    removed: (day: string, dry: boolean) => `term until ${day}; ${dry ? 'would be removed' : 'removed'}`,
    redacted: (day: string, dry: boolean) =>
      `term until ${day}; ${dry ? 'would be redacted' : 'redacted: verdicts and digests are still there'}`,
    kept: (day: string) => `stays until ${day}`,
    done: (day: string) => `term until ${day}; redacted already`,
    'no-term': (_day: string) => 'has no term; remove the folder yourself where it may go',
  },
} as const;
