import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '#contract/texts/visible';
import { type Outcome, resultsReporter } from '#reporters/allure/results';
import { writeAllureReport } from '#reporters/allure-report';
import { bookkeeping } from '#reporters/bookkeeping';
import type { RunResult } from '#reporters/run-result';
import type { Strictness } from '#reporters/tally';
import type { Language } from '#reporters/texts';
import { openVitest } from '../open-vitest.ts';
import { scratchIn } from './scratch.ts';

/** What an Allure report is made of. */
export interface AllureWork {
  readonly result: RunResult;
  /** The folder of the run, and the one that the report goes to. */
  readonly from: string;
  readonly to: string;
  readonly language: Language;
  /** What counts as a failure. */
  readonly strict: Strictness;
  readonly outcome: Outcome;
  /** Pages of HTML that the report shows, by their names. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Makes `allure-report/` from the journal of a run and the bytes beside it, and returns the path of its page; it is there whole or as it was. */
export const writeAllure = async (work: AllureWork, stop: AbortSignal): Promise<string> => {
  const { result, to, language, outcome, pages } = work;
  mkdirSync(scratchIn(to), { recursive: true });
  const scratch = mkdtempSync(join(scratchIn(to), 'report-'));
  const [results, made] = [join(scratch, 'results'), join(scratch, 'allure-report')];
  mkdirSync(results);
  if (result.checks.length > 0) await writeResults(work, { scratch, results, stop });
  const title = visible(
    `3PAS ${phaseWord[language]} ${String(result.started.phase)}, ${result.started.profile}: ${outcome.headline}`,
  );
  const remarks = remarksOn(result);
  await writeAllureReport({ results, target: made, scratch }, { title, language, pages, remarks, stop });
  const target = join(to, 'allure-report');
  if (existsSync(target)) renameSync(target, join(scratch, 'before'));
  renameSync(made, target);
  return join(target, 'index.html');
};

const phaseWord: Readonly<Record<Language, string>> = { nl: 'fase', en: 'phase' };

/** What is to be known of the run as a whole, in both languages. */
const remarksOn = (result: RunResult): readonly string[] => {
  const [dutch, english] = [bookkeeping(result, 'nl'), bookkeeping(result, 'en')];
  return dutch.map((line, index) => visible(`${line} / ${english[index] ?? ''}`));
};

interface Room {
  readonly scratch: string;
  readonly results: string;
  readonly stop: AbortSignal;
}

/** Has vitest tell each check to Allure; in a thread, since Ctrl-C in a terminal ends every process that does not listen. */
const writeResults = async (
  { result, from, language, strict, outcome }: AllureWork,
  { scratch, results, stop }: Room,
): Promise<void> => {
  const vitest = await openVitest({
    suite: 'reporters/allure/report.suite',
    scratch,
    options: {
      pool: 'threads',
      reporters: [resultsReporter(results, result.started, outcome)],
      provide: { told: { folder: from, language, strict } },
    },
  });
  const close = (): void => void vitest.close();
  stop.addEventListener('abort', close);
  try {
    stop.throwIfAborted();
    const { testModules, unhandledErrors } = await vitest.start();
    stop.throwIfAborted();
    const [error] = [...testModules.flatMap((module) => module.errors()), ...unhandledErrors];
    if (error !== undefined) throw new Error('the checks could not be told to Allure', { cause: error });
  } finally {
    stop.removeEventListener('abort', close);
    process.exitCode = undefined;
    await vitest.close();
  }
};

/** Removes what is only there while a report is made; what can't be removed does no harm. */
export const removeScratch = (to: string): void => {
  try {
    rmSync(scratchIn(to), { recursive: true, force: true });
  } catch {
    return;
  }
};
