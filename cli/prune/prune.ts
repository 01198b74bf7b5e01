import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import { asBlock, visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import type { FolderLock } from '../folder/lock-folder.ts';
import { takeFolder } from '../folder/take-folder.ts';
import { languageOf } from '../language.ts';
import { demandKind } from '../report/demand-kinds.ts';
import { momentOf } from '../run/clock.ts';
import { tell, tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type NightAt, nightsIn } from './night-at.ts';
import { nightFate, nightLine, pruneNight, removeEmpty } from './prune-night.ts';
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

/** Removes recordings that are past their term, or what others wrote in them, thins out nights of before, and tells of each; throws `UsageError` where there is none, and at the end for what could not be pruned. */
export const prune = (folder: string, options: PruneOptions): void => {
  const { recordings, nights, damaged } = foundAt(resolve(folder));
  const how = { ...options, clock: momentOf(options.clock).clock, language: languageOf(options.lang) };
  const problems = [...nights.map((at) => pruneNightAt(at, how)), ...recordings.map((at) => pruneRecording(at, how))];
  const [first, ...others] = [...damaged, ...problems.filter((problem) => problem !== undefined)];
  for (const { text } of others) tellAside(`3pas: ${asBlock(text[how.language])}\n`);
  if (first !== undefined) throw first;
};

interface Pruning extends PruneOptions {
  readonly clock: string;
  readonly language: Language;
}

const pruneRecording = (recording: RecordingAt, how: Pruning): UsageError | undefined => {
  const { clock, language, dryRun = false, json = false } = how;
  const fate = fateOf(recording, how);
  const problem = dryRun ? undefined : carryOut(recording, fate, clock);
  if (problem !== undefined) return problem;
  const { folder: at, keepUntil } = recording;
  if (json) tell(`${jsonText({ folder: at, keepUntil, fate, dryRun })}\n`);
  else tell(`${visible(at)}: ${lineOf(recording, fate, { language, dryRun })}\n`);
  return undefined;
};

const pruneNightAt = (
  at: NightAt,
  { clock, language, dryRun = false, json = false }: Pruning,
): UsageError | undefined => {
  const { folder } = at;
  const fate = nightFate(at, clock);
  const carry = (): void => {
    pruneNight(at, fate);
  };
  const problem = dryRun || fate === 'kept' ? undefined : whileTaken(folder, carry);
  if (problem !== undefined) return problem;
  if (fate === 'removed' && !dryRun) removeEmpty(at);
  if (json) tell(`${jsonText({ folder, at: at.at, fate, dryRun })}\n`);
  else tell(`${visible(folder)}: ${nightLine(at, fate, dryRun)[language]}\n`);
  return undefined;
};

const foundAt = (folder: string) => {
  const isThere = demandKind(folder, 'folder') !== undefined;
  const recordings = isThere ? recordingsIn(folder) : [];
  const found = isThere ? nightsIn(folder) : [];
  const damaged = found.filter((one) => one instanceof UsageError);
  const nights = found.filter((one): one is NightAt => !(one instanceof UsageError));
  if (recordings.length + found.length > 0) return { recordings, nights, damaged };
  throw new UsageError({
    nl: `in ${folder} staat geen opname, en geen nacht (een run die met 3pas compare vergeleken is, of met --night gemaakt); geef de map van een opname van listen of import, of de map daarboven`,
    en: `${folder} holds no recording, and no night (a run that 3pas compare compared, or one that was made with --night); give the folder of a recording of listen or import, or the one above`,
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
  const problem = whileTaken(folder, () => {
    // What others wrote goes first: nothing of it is left where removing stops half-way.
    redactRecording(folder, clock);
    if (fate === 'removed') rmSync(join(folder, 'journal.ndjson'));
  });
  if (problem === undefined && fate === 'removed') rmSync(folder, { recursive: true, force: true });
  return problem;
};

/** Does something to a folder that nobody else has; returns why it could not. */
const whileTaken = (folder: string, work: () => void): UsageError | undefined => {
  const lock = taken(folder);
  if (lock instanceof UsageError) return lock;
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  } finally {
    lock.release();
  }
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
