import type { TestResult } from 'allure-js-commons';
import type AllureReporter from 'allure-vitest/reporter';
import { visible } from '#contract/texts/visible';
import type { RunStarted } from '#evidence/event';
import { scratchReporter } from './scratch-writer.ts';
import { timesLabel, verdictLabel } from './tell-check.ts';

/** What a run came to, in a line, and how much of its plan that is about. */
export interface Outcome {
  readonly headline: string;
  readonly scope: string;
}

/** The reporter that writes the results of a run's checks to a folder. */
export const resultsReporter = (resultsDir: string, run: RunStarted, outcome: Outcome): AllureReporter =>
  scratchReporter({
    resultsDir,
    reportMatchers: false,
    environmentInfo: environmentOf(run, outcome),
    listeners: [
      {
        beforeTestResultWrite: (result) => {
          setTimes(result);
          setStatus(result);
          setNames(result);
        },
      },
    ],
  });

const environmentOf = (run: RunStarted, { headline, scope }: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({
      outcome: headline,
      scope,
      profile: run.profile,
      phase: String(run.phase),
      endpoint: run.target,
      ...(run.proxy === undefined ? {} : { proxy: run.proxy }),
      ...(run.via === undefined ? {} : { via: run.via }),
      suite: run.suite,
      seed: String(run.seed),
      runs: String(run.runs),
      clock: run.clock,
      run: run.runId,
    }).map(([name, value]) => [name, visible(value)]),
  );

/** The times are those of the check, not of the report. */
const setTimes = (result: TestResult): void => {
  const told = result.labels.find(({ name }) => name === timesLabel);
  if (told === undefined) return;
  const [start = '', duration = ''] = told.value.split(' ');
  result.labels = result.labels.filter((label) => label !== told);
  if (start !== '') result.start = Number(start);
  result.stop = (result.start ?? 0) + Number(duration);
};

/** A warning or a remark is no failure, and no pass either: Allure calls what has no status unknown. */
const setStatus = (result: TestResult): void => {
  const counted = result.labels.find(({ name }) => name === verdictLabel)?.value;
  if (counted === 'warning' || counted === 'remark') delete result.status;
};

/** What allure-vitest tells of the machine and the file that made the report. */
const ofTheMaking: ReadonlySet<string> = new Set(['framework', 'language', 'host', 'thread', 'package']);

const folders: readonly string[] = ['parentSuite', 'suite', 'subSuite'];

const setNames = (result: TestResult): void => {
  result.labels = result.labels.filter(({ name }) => !ofTheMaking.has(name));
  const path = folders.flatMap((folder) => result.labels.find(({ name }) => name === folder)?.value ?? []);
  result.titlePath = [...path];
  result.fullName = [...path, result.name].join(' ');
};
