import { unmarkedFor } from '#harness/client/manners';
import type { RunConfig } from '#harness/run-config';
import { type DemandOptions, demandsIn } from '../../demands.ts';
import { takeEmptyFolder } from '../../folder/take-folder.ts';
import { takeDay } from '../../nights/take-day.ts';
import { mustKnowValues } from '../../rehearsal.ts';
import { readRun } from '../../report/read-run.ts';
import { reportRun } from '../../report/report-run.ts';
import { words } from '../../report/words.ts';
import { useToSend } from '../../rules/use.ts';
import { leaveEnvironment } from '../../run/leave-environment.ts';
import { mustLeave } from '../../run/must-leave.ts';
import { type RunOptions, reporterNames } from '../../run/options.ts';
import { type PlannedRun, planRun } from '../../run/plan-run.ts';
import { openTarget } from '../../run/target.ts';
import { listenToSignals, type Signals } from '../../signals.ts';
import { tellAside } from '../../tell.ts';
import { demandPact } from '../pact-package.ts';
import { holdVerification } from './hold-verification.ts';

/** The options of `3pas pact verify` as they are given. */
export interface VerifyOptions
  extends
    Pick<RunOptions, 'profile' | 'url' | 'contract' | 'out' | 'runId' | 'clock' | 'state' | 'json' | 'lang'>,
    DemandOptions {
  readonly reporter?: readonly string[];
  readonly trustRules?: boolean;
  readonly rules?: boolean;
}

/** Has Pact's verifier ask the endpoint of a profile what its pact says, reports, and returns the exit code of a run. */
export const verify = async (options: VerifyOptions): Promise<number> => {
  const run = { ...options, runs: 1, reporter: options.reporter ?? reporterNames };
  const planned = asked(planRun(run));
  const { contract, config, profile } = planned;
  const use = useToSend(contract, options);
  await demandPact();
  for (const remark of unmarkedFor(contract, config)) tellAside(`3pas: ${remark[config.language]}\n`);
  leaveEnvironment();
  mustKnowValues(contract, profile);
  await mustLeave(planned);
  const lock = takeEmptyFolder(config.out, 'pact verify');
  const signals = listenToSignals();
  try {
    const day = await takeDay(planned, options.state);
    try {
      await heldAt(day.planned, (ready) => holdVerification({ ...ready, use }, signals));
    } finally {
      await day.settle();
    }
    return await reported(config, run, signals);
  } finally {
    signals.forget();
    lock.release();
  }
};

const heldAt = async (planned: PlannedRun, hold: (ready: PlannedRun) => Promise<void>): Promise<void> => {
  const target = await openTarget(planned);
  try {
    await hold({ ...planned, config: target.config });
  } finally {
    await target.stop();
  }
};

/** The journal says who asked. */
const asked = (planned: PlannedRun): PlannedRun => ({
  ...planned,
  config: { ...planned.config, asked: { ...planned.config.asked, by: 'pact' } },
});

const reported = async (
  { out, language }: RunConfig,
  options: VerifyOptions & { readonly reporter: readonly string[] },
  signals: Signals,
): Promise<number> => {
  const { reporter, json = false } = options;
  try {
    return await reportRun(
      readRun(out),
      { from: out, to: out, language, reporter, json, ...demandsIn(options) },
      signals,
    );
  } catch (error) {
    // What was made at the endpoint is in the journal, whatever went wrong since.
    tellAside(`${words[language].wayOut(out)}\n`);
    throw error;
  }
};
