import type { Contract } from '#contract/contract';
import { planRun } from '#cli/run/plan-run';
import { mustKnowValues } from '#cli/rehearsal';
import { demandDestination } from '#cli/run/destination';
import { createGeneration } from '#generators/create-generation';
import type { Generation } from '#generators/generation';
import type { CheckEnded } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import { type PlannedCheck, planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import { actCheck } from '#suites/act-check';
import { poc } from '#suites/contents';
import { labAround } from '#suites/open-lab';
import { runDay } from './drawn-profile.ts';

/** What is run: files, and how far. */
export interface Asked {
  readonly contract: string;
  readonly profile: string;
  readonly runId: string;
  readonly out: string;
}

/** A run as it is planned, and the contract that it is of. */
export interface Planned {
  readonly config: RunConfig;
  readonly contract: Contract;
}

/** Plans a run as the command does, with all that refuses it; the rate alone is left to the tests of the client. */
export const planned = async ({ contract, profile, runId, out }: Asked): Promise<Planned> => {
  const plan = planRun({
    ...{ profile, contract, runId, out, runs: 1, seed: 1, clock: `${runDay}T10:00:00Z`, reporter: [] },
  });
  await demandDestination(plan.profile);
  mustKnowValues(plan.contract, plan.profile);
  const limits = { ...plan.config.limits, requestsPerSecond: undefined, shrinks: 0 };
  return { config: { ...plan.config, limits }, contract: plan.contract };
};

/** What makes the deliveries of a run. */
export const generationFor = ({ config, contract }: Planned): Generation =>
  createGeneration({
    ...{ contract, oracle: createOracle(contract), runId: config.runId },
    ...{ context: { today: config.today, oin: undefined, mandates: undefined } },
    ...{ authorities: config.authorities, media: config.media, faces: { rules: () => ({}), shape: () => ({}) } },
  });

const journal: Journal = {
  append: () => undefined,
  keep: () => ({ place: undefined, lacks: false }),
  nextId: () => '',
  close: () => undefined,
};

/** Acts what phase 1 has planned; of the constraints that are broken each in the same way some do. */
export const actAll = async (config: RunConfig, generation: Generation): Promise<readonly CheckEnded[]> => {
  const { lab, bench } = labAround(config, generation, journal);
  const ended: CheckEnded[] = [];
  try {
    for (const check of select(planPhase(generation.contract, 1, false), config).filter(isActed))
      ended.push((await actCheck({ lab, bench, contents: poc }, check)).event);
    return ended;
  } finally {
    await lab.client.close();
  }
};

const isActed = ({ constraints, ordinal }: PlannedCheck): boolean => constraints.length === 0 || ordinal % 8 === 0;
