import { resolve } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import type { ReplayOutcome } from '#evidence/corpus/case-shape';
import { casesInRun } from '#evidence/corpus/cases-in-run';
import { type Corpus, type KeptCase, addCases, readCorpus } from '#evidence/corpus/corpus';
import { standingAfter, writeStandings } from '#evidence/corpus/standing';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import type { RunConfig } from '#harness/run-config';
import { guardedAnswers } from '#judgement/guarded-answers';
import type { Profile } from '#profiles/profile';
import type { Language } from '#reporters/texts';
import type { Chosen } from '#suites/replay/choose';
import { tellAside } from '../tell.ts';
import { damagedLines, keptText } from './corpus-text.ts';
import { replayOutcomes } from './replay-outcomes.ts';

/** A corpus that a run takes cases from, and adds to. */
export interface RunCorpus extends Corpus {
  readonly folder: string;
}

/** Reads the corpus of a run: the folder of the flag goes before that of the profile; undefined where neither names one. Tells which cases can't be read and goes on without them; throws `ContractError` for what is no corpus. */
export const openCorpus = (
  option: string | undefined,
  { corpus }: Pick<Profile, 'corpus'>,
  language: Language,
): RunCorpus | undefined => {
  const folder = option === undefined ? corpus : resolve(option);
  if (folder === undefined) return undefined;
  const read = readCorpus(folder);
  for (const line of damagedLines(read.damaged, language)) tellAside(`3pas: ${line}\n`);
  return { folder, ...read };
};

/** A run that has been acted. */
export interface ActedRun {
  readonly contract: Contract;
  readonly config: RunConfig;
  /** Undefined for a run that is resumed, which began with its cases. */
  readonly chosen: Chosen | undefined;
}

/** Milliseconds that judging an answer once more may take. */
const deadlineMs = 3000;

/** Writes what replays came to, and each failure that is new; tells it, and returns whether all of it could be written. */
export const keepCorpus = async ({ folder, kept, damaged }: RunCorpus, run: ActedRun): Promise<boolean> => {
  const { language } = run.config;
  const outcomes =
    run.chosen === undefined
      ? new Map<string, never>()
      : replayOutcomes(run.chosen, readJournal(run.config.out), run.contract.digest);
  try {
    const standing = kept.map((one) => withOutcome(one, outcomes.get(one.name), run.config));
    const found = await foundIn(run);
    const added = addCases(folder, { kept: standing, damaged }, { found, profile: run.config.profile });
    tellAside(`${keptText({ ...counted(kept, outcomes), ...added }, language)}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    tellAside(`3pas: ${unwritten(folder, error)[language]}\n`);
    return false;
  }
};

const withOutcome = (one: KeptCase, outcome: ReplayOutcome | undefined, { profile, today }: RunConfig): KeptCase => {
  if (outcome === undefined) return one;
  const standings = {
    ...one.standings,
    [profile]: standingAfter(one.standings[profile], { outcome, day: today }),
  };
  writeStandings(one.folder, standings);
  return { ...one, standings };
};

/** Whether one SOAP answer came: else what failed is no more than that there was none. */
const isAnswered = (out: string): boolean => {
  for (const event of readJournal(out)) if (event.type === 'exchange' && event.soap === true) return true;
  return false;
};

const foundIn = async ({ contract, config: { out } }: ActedRun) => {
  if (!isAnswered(out)) return [];
  const answers = guardedAnswers(contract, deadlineMs);
  try {
    return await casesInRun(readJournal(out), { ...answers, contract, bytes: openExchanges(out) });
  } finally {
    await answers.close();
  }
};

const counted = (kept: readonly KeptCase[], outcomes: ReadonlyMap<string, ReplayOutcome>) => {
  const of = (wanted: ReplayOutcome): readonly KeptCase[] => kept.filter(({ name }) => outcomes.get(name) === wanted);
  return { fixed: of('fixed'), failed: of('failed'), blocked: of('blocked') };
};

const unwritten = (folder: string, { message }: Error): Bilingual => ({
  nl: `het corpus ${folder} is niet te beschrijven (${message}); geef er schrijfrechten op, of geef met --corpus een andere map`,
  en: `the corpus ${folder} can't be written (${message}); give yourself the rights to it, or give another folder with --corpus`,
});
