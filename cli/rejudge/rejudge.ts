import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { jsonText } from '#contract/texts/json-text';
import { readContract } from '#contract/reader';
import { openExchanges, recipesIn } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { rejudge } from '#evidence/rejudge';
import { guardedAnswers } from '#judgement/guarded-answers';
import { resumedText } from '#reporters/resumed-text';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { guarded } from '#xml/guard';
import { contractFolder } from '../contract-folder.ts';
import { demandFree } from '../folder/lock-folder.ts';
import { languageOf } from '../language.ts';
import { demandOwnJudges } from '../report/demand-own-judges.ts';
import { readRun } from '../report/read-run.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type JudgedAgain, conclusionOf, exitCodes } from './conclusion.ts';
import { rejudgedText } from './rejudged-text.ts';

/** The options of `3pas rejudge` as they are given. */
export interface GivenOptions {
  readonly contract?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Milliseconds that one answer may take: here nobody waits for the next request. */
const deadlineMs = 10_000;

/** Judges a run once more from its folder, tells what that came to, and returns the exit code; throws `UsageError`. */
export const rejudgeRun = async (
  folder: string,
  { contract: given, json = false, lang }: GivenOptions,
): Promise<number> => {
  const directory = resolve(folder);
  demandFree(directory);
  const run = readRun(directory);
  demandOwnJudges(directory, run);
  const contract = contractOf(run.started.contract, given ?? run.started.asked.contract);
  const judged = await judgeAgain(directory, { run, contract });
  const moments = run.resumed?.map(({ at }) => at);
  const wentOn = resumedText(moments ?? []);
  const language = languageOf(lang);
  if (json) tell(`${jsonText({ ...judged, resumed: moments })}\n`);
  else tell(`${wentOn === undefined ? '' : `${wentOn[language]}\n`}${rejudgedText(judged, language)}`);
  return exitCodes[conclusionOf(judged)];
};

/** A run, and the contract that it was judged by. */
export interface Recorded {
  readonly run: RunResult;
  readonly contract: Contract;
}

/** Judges what a folder holds once more; no rules of a contract are run as code. */
export const judgeAgain = async (directory: string, { run, contract }: Recorded): Promise<JudgedAgain> => {
  const answers = guardedAnswers(contract, deadlineMs);
  const comparing = guarded(compareModule(), { deadlineMs: wholeMs, setup: contract });
  try {
    const means = { ...answers, bytes: openExchanges(directory), isRecipe: recipesIn(directory) };
    const [schemas, cases] = await Promise.all([
      comparing.call('compare', directory) as Promise<JudgedAgain['schemas']>,
      rejudge(readJournal(directory), means),
    ]);
    return { ...cases, missing: missingOf(run), schemas };
  } finally {
    await Promise.all([answers.close(), comparing.close()]);
  }
};

/** Milliseconds that all messages of a run may take together: many times what the largest needs. */
const wholeMs = 2 * 60 * 60_000;

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const compareModule = (): URL =>
  new URL(`./compare-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** What a run that ended has, and this one does not. */
const missingOf = ({ started, checks, ended, stopped, damaged, unkept }: RunResult): JudgedAgain['missing'] => ({
  verdicts: Math.max(0, started.checks - checks.length) + stopped,
  lines: damaged,
  end: ended?.complete !== true || unkept !== undefined,
  unkept,
});

/** The contract that the run was judged by; another would judge otherwise. */
const contractOf = (of: { readonly id: string; readonly digest: string }, folder: string | undefined): Contract => {
  const directory = contractFolder(folder);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined)
    throw new UsageError({
      nl: `de contractmap ${directory} van deze run is er niet; geef met --contract aan waar die staat`,
      en: `the contract folder ${directory} of this run is not there; say where it is with --contract`,
    });
  const contract = readContract(directory);
  if (contract.digest === of.digest) return contract;
  throw new UsageError({
    nl: `de run is beoordeeld volgens contract ${of.id} met SHA-256 ${of.digest}, en ${directory} heeft ${contract.digest}; geef met --contract de map die de run had`,
    en: `the run was judged by contract ${of.id} with SHA-256 ${of.digest}, and ${directory} has ${contract.digest}; give the folder that the run had with --contract`,
  });
};
