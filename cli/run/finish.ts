import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/json-text';
import { asBlock } from '#contract/visible';
import { OutputFailure } from '#harness/journal';
import type { RunConfig } from '#harness/run-config';
import { writeAllureReport } from '#reporters/allure-report';
import type { Aim } from '#reporters/run-coverage';
import { cleanUpList } from '#reporters/clean-up-list';
import { junitXml } from '#reporters/junit';
import { exitCodes, outcomeOf } from '#reporters/outcome';
import { readJournal } from '#reporters/read-journal';
import { countVerdicts, foldRun, type RunResult } from '#reporters/run-result';
import { summarize } from '#reporters/summary';
import { writeCoverage } from '../coverage/run-coverage.ts';
import { tell, tellAside } from '../tell.ts';
import type { RunOptions } from './options.ts';

/** Writes what a run leaves behind, tells how it went, and returns the exit code; a report that fails costs a pass. */
export const finishRun = async (config: RunConfig, options: RunOptions, aim: Aim): Promise<number> => {
  const result = resultIn(config.out);
  const strict = options.strict ?? false;
  const outcome = outcomeOf(result, strict);
  const { report, coverage, problem } = await writeReports(config, result, { options, aim });
  if (options.json === true) {
    tell(`${jsonText(jsonSummary(result, { outcome, report, out: config.out }))}\n`);
  } else {
    const { language, out } = config;
    tell(summarize(result, { language, strict, report, coverage, out, table: options.reporter.includes('table') }));
  }
  if (problem === undefined) return exitCodes[outcome];
  tellAside(`3pas: ${asBlock(problem)}\n`);
  return exitCodes[outcome] === 0 ? exitCodes.incomplete : exitCodes[outcome];
};

/** The journal can have gone with its folder. */
const resultIn = (out: string): RunResult => {
  try {
    return foldRun(readJournal(out));
  } catch (error) {
    throw new OutputFailure(out, error);
  }
};

interface Written {
  readonly report: string | undefined;
  readonly coverage: string | undefined;
  readonly problem: string | undefined;
}

const writeReports = async (
  config: RunConfig,
  result: RunResult,
  { options, aim }: { readonly options: RunOptions; readonly aim: Aim },
): Promise<Written> => {
  try {
    writeResults(config.out, result, options);
    const coverage = writeCoverage(config.out, result, aim);
    const title = `3PAS fase ${String(config.phase)}: ${config.profile}`;
    const report = options.reporter.includes('allure')
      ? await writeAllureReport(config.out, { title, language: config.language, pages: { [coverageName]: coverage } })
      : undefined;
    return { report, coverage, problem: undefined };
  } catch (error) {
    return { report: undefined, coverage: undefined, problem: new OutputFailure(config.out, error).message };
  }
};

/** What the coverage page is called in the report. */
const coverageName = 'Dekking per bepaling / coverage of each constraint';

const writeResults = (out: string, result: RunResult, { reporter }: RunOptions): void => {
  const lines = result.checks.map((check) => `${jsonText(check)}\n`);
  writeFileSync(join(out, 'results.ndjson'), lines.join(''));
  writeFileSync(join(out, 'run.json'), `${jsonText(result.started, 2)}\n`);
  writeFileSync(join(out, 'opruimlijst.csv'), cleanUpList(result));
  if (reporter.includes('junit')) writeFileSync(join(out, 'junit.xml'), junitXml(result));
};

const jsonSummary = (
  result: RunResult,
  end: { readonly outcome: string; readonly report: string | undefined; readonly out: string },
) => ({
  ...end,
  complete: result.ended?.complete ?? false,
  reason: result.ended?.reason,
  run: result.started,
  verdicts: countVerdicts(result.checks),
  exchanges: result.sent.requests,
  failures: result.checks.filter(({ verdict }) => verdict === 'failed'),
});
