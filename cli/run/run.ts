import { planPhase, select } from '#harness/plan';
import { type Journal, OutputFailure, openJournal } from '#harness/journal';
import type { RunConfig } from '#harness/run-config';
import { journalVersion } from '#harness/event';
import type { Contract } from '#contract/contract';
import { createClient } from '#endpoint/client';
import { clientOptions } from '#suites/client-options';
import { finishRun } from './finish.ts';
import { listenEarly, onInterrupt } from './interrupt.ts';
import type { RunOptions } from './options.ts';
import { prepareFolder } from './output-folder.ts';
import { type PlannedRun, planRun } from './plan-run.ts';
import { mustKnowValues, rehearsedGeneration } from '../rehearsal.ts';
import { tellProgress } from './progress.ts';
import { openTarget } from './target.ts';
import { startSuite } from './vitest-run.ts';

/** The whole of `3pas run`: plan, act, report; returns the exit code. */
export const run = async (options: RunOptions): Promise<number> => {
  const planned = planRun(options);
  await mustWork(planned);
  prepareFolder(planned.config.out);
  const target = await openTarget(planned);
  try {
    await act({ ...planned, config: target.config }, options);
  } finally {
    await target.stop();
  }
  return finishRun(target.config, options);
};

/** What only comes to light when it is tried, before anything is sent. */
const mustWork = async ({ profile, contract, config }: PlannedRun): Promise<void> => {
  mustKnowValues(await rehearsedGeneration(contract, config, config.documentTypes), profile);
  if (profile.endpoint.kind === 'url') await createClient(clientOptions(contract, config)).close();
};

const act = async ({ contract, config }: PlannedRun, options: RunOptions): Promise<void> => {
  const early = listenEarly();
  const journal = openJournal(config.out);
  begin(journal, contract, config);
  const suite = await startSuite(config, options.reporter.includes('allure'));
  const progress = tellProgress(config.out, process.stderr);
  const interrupt = onInterrupt(suite.stop, early);
  try {
    const errors = await Promise.race([suite.ended, interrupt.patienceOver]);
    end(journal, interrupt.happened() ? interrupted : errors[0]);
  } finally {
    interrupt.forget();
    progress.stop();
  }
};

/** The end is told even when it can't be written: then the run has none, and counts as incomplete. */
const end = (journal: Journal, reason: string | undefined): void => {
  try {
    journal.append({ type: 'run-ended', at: new Date().toISOString(), complete: reason === undefined, reason });
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    process.stderr.write(`3pas: ${error.message}\n`);
  }
};

const interrupted = 'stopped by a person (Ctrl-C)';

const begin = (journal: Journal, contract: Contract, config: RunConfig): void => {
  const isMock = config.mockControl !== undefined;
  journal.append({
    type: 'run-started',
    version: journalVersion,
    at: config.clock,
    runId: config.runId,
    suite: config.suite,
    contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
    profile: config.profile,
    phase: config.phase,
    target: config.url,
    isMock,
    seed: config.seed,
    runs: config.runs,
    clock: config.clock,
    topics: config.topics,
    documentTypes: config.documentTypes,
    checks: select(planPhase(contract, config.phase, isMock), config).length,
  });
};
