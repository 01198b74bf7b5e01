import AllureReporter from 'allure-vitest/reporter';
import type { RunStarted } from '#evidence/event';
import { timesLabel } from './tell-check.ts';

/** The reporter that writes the results of a run's checks to a folder. */
export const resultsReporter = (resultsDir: string, run: RunStarted): AllureReporter =>
  new AllureReporter({
    resultsDir,
    reportMatchers: false,
    environmentInfo: {
      profile: run.profile,
      phase: String(run.phase),
      endpoint: run.target,
      ...(run.proxy === undefined ? {} : { proxy: run.proxy }),
      suite: run.suite,
      seed: String(run.seed),
      runs: String(run.runs),
      clock: run.clock,
      run: run.runId,
    },
    listeners: [
      {
        beforeTestResultWrite: (result) => {
          const told = result.labels.find(({ name }) => name === timesLabel);
          if (told === undefined) return;
          const [start = '', duration = ''] = told.value.split(' ');
          result.labels = result.labels.filter((label) => label !== told);
          if (start !== '') result.start = Number(start);
          result.stop = (result.start ?? 0) + Number(duration);
        },
      },
    ],
  });
