import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { asBlock } from '#contract/texts/visible';
import { cleanUpList } from '#reporters/clean-up-list';
import { coveragePage } from '#reporters/coverage-page';
import { junitXml } from '#reporters/junit';
import { type Demands, type Outcome, exitCodes, outcomeOf } from '#reporters/outcome';
import { headline } from '#reporters/headline';
import { number } from '#reporters/number';
import { tallyOf } from '#reporters/tally';
import { coverageOfRun } from '#reporters/run-coverage';
import { resultLines, runText } from '#reporters/run-files';
import { countVerdicts, type RunResult } from '#reporters/run-result';
import { summarize } from '#reporters/summary';
import type { Language } from '#reporters/texts';
import { OutputFailure } from '#evidence/journal';
import type { Signals } from '../signals.ts';
import { tell, tellInColour, tellAside } from '../tell.ts';
import { saidBy } from '../said-by.ts';
import { patiently } from './patience.ts';
import { words } from './words.ts';
import { writeConfidential } from './write-confidential.ts';
import { removeScratch, writeAllure } from './write-allure.ts';
import { writeWhole } from './write-whole.ts';

/** How a run is reported. */
export interface ReportOptions extends Demands {
  /** The folder of the run, and the one that the reports go to; mostly the same. */
  readonly from: string;
  readonly to: string;
  readonly reporter: readonly string[];
  readonly json: boolean;
  readonly language: Language;
}

/** The names of what is written besides the Allure report. */
export const reportFiles = [
  ...['opruimlijst.csv', 'results.ndjson', 'run.json'],
  ...['junit.xml', 'coverage.json', 'coverage.html'],
] as const;

/** Writes what a run leaves behind, tells how it went, and returns the exit code; without all of it there is no verdict. */
export const reportRun = async (result: RunResult, options: ReportOptions, signals: Signals): Promise<number> => {
  const { report, coverage, confidential, problem } = await writeReports(result, options, signals);
  const outcome = problem === undefined ? outcomeOf(result, options) : 'unwritten';
  const out = options.to;
  if (options.json) tell(`${jsonText(jsonSummary(result, { ...options, outcome, report, confidential, out }))}\n`);
  else {
    const table = options.reporter.includes('table');
    tellInColour(summarize(result, { ...options, outcome, report, coverage, confidential, out, table }));
  }
  if (problem !== undefined) tellAside(`3pas: ${asBlock(problem)}\n${words[options.language].wayOut(options.from)}\n`);
  return exitCodes[outcome];
};

/** What was written of a run, by path, and what went wrong. */
interface Written {
  readonly report: string | undefined;
  readonly coverage: string | undefined;
  readonly confidential: string | undefined;
  readonly problem: string | undefined;
}

/** Writes what a run leaves behind. */
export const writeReports = async (result: RunResult, options: ReportOptions, signals: Signals): Promise<Written> => {
  const { from, to, language } = options;
  const tellFirst = (): void => {
    tellAside(`${words[language].goesOn(from)}\n`);
  };
  let coverage: string | undefined;
  let confidential: string | undefined;
  try {
    writeResults(result, options);
    confidential = writeConfidential(result, options);
    coverage = writeCoverage(result, options);
    const pages = coverage === undefined ? {} : { [coverageName]: coverage };
    const report = options.reporter.includes('allure')
      ? await patiently(signals, tellFirst, (stop) =>
          writeAllure(
            { result, from, to, language, strict: options.strict, outcome: outcomeText(result, options), pages },
            stop,
          ),
        )
      : undefined;
    return { report, coverage, confidential, problem: undefined };
  } catch (error) {
    return { report: undefined, coverage, confidential, problem: problemOf(error, to)[language] };
  } finally {
    removeScratch(to);
  }
};

const outcomeText = (result: RunResult, { strict, complete, language }: ReportOptions) => {
  const { scope, plan } = tallyOf(result, strict);
  const outcome = outcomeOf(result, { strict, complete });
  return {
    headline: headline(result, { strict, language, outcome }),
    scope: `${number(scope, language)} / ${number(plan, language)}`,
  };
};

const problemOf = (error: unknown, to: string): Bilingual =>
  error instanceof Error && 'syscall' in error ? new OutputFailure(to, error).text : saidBy(error);

/** What the coverage page is called in the report. */
const coverageName = 'Dekking per bepaling / coverage of each constraint';

/** The clean-up list comes first: nothing else tells what was made at an endpoint. */
const writeResults = (result: RunResult, { to, reporter, language, strict }: ReportOptions): void => {
  writeCleanUpList(join(to, 'opruimlijst.csv'), result, language);
  writeWhole(join(to, 'results.ndjson'), resultLines(result));
  writeWhole(join(to, 'run.json'), runText(result));
  if (reporter.includes('junit')) writeWhole(join(to, 'junit.xml'), junitXml(result, { strict, language }));
};

/** A list that no disk takes stands where the command was started. */
const writeCleanUpList = (path: string, result: RunResult, language: Language): void => {
  const list = cleanUpList(result);
  try {
    writeWhole(path, list);
  } catch (error) {
    if (result.dossiers.length > 0) tellAside(`${words[language].list(path)}\n${list.replaceAll('\r\n', '\n')}`);
    throw error;
  }
};

/** Writes `coverage.json` and `coverage.html`, and returns the path of the page; neither where the run was stopped before its aim was known. */
const writeCoverage = (result: RunResult, { to, language }: ReportOptions): string | undefined => {
  if (result.aim === undefined) return undefined;
  const coverage = coverageOfRun(result, result.aim);
  const page = join(to, 'coverage.html');
  writeWhole(join(to, 'coverage.json'), `${jsonText(coverage)}\n`);
  writeWhole(page, coveragePage(coverage, language));
  return page;
};

interface JsonEnd extends Pick<ReportOptions, 'language' | 'strict'> {
  readonly outcome: Outcome;
  readonly report: string | undefined;
  readonly confidential: string | undefined;
  readonly out: string;
}

const jsonSummary = (result: RunResult, { language, strict, outcome, report, confidential, out }: JsonEnd) => ({
  outcome,
  headline: headline(result, { outcome, strict, language }),
  complete: outcome === 'passed' || (outcome === 'failed' && isDecided(result, strict)),
  counts: tallyOf(result, strict),
  leftOut: result.planned?.leftOut,
  report,
  confidential: confidential && { findings: result.confidential.length, file: confidential },
  out,
  finished: result.ended?.complete ?? false,
  reason: result.ended?.reason?.[language],
  run: result.started,
  resumed: result.resumed?.map(({ at }) => at),
  verdicts: countVerdicts(result.checks),
  exchanges: result.sent.requests,
  lacking: result.lacking,
  lost: result.lost,
  senders: result.senders?.senders,
  failures: result.checks.filter(({ verdict }) => verdict === 'failed'),
});

/** Whether the whole plan was decided, one way or the other. */
const isDecided = (result: RunResult, strict: ReportOptions['strict']): boolean => {
  const { leftOut, undecided } = tallyOf(result, strict);
  return result.ended?.complete === true && leftOut + undecided === 0;
};
