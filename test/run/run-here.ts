import { vi } from 'vitest';
import type { SuiteRun } from '#cli/run/vitest-run';
import type { Contract } from '#contract/contract';
import type { MockOptions, RunningMock } from '#endpoint/mock-process';
import { createMockServer } from '#endpoint/mock/server';
import { inTurns, type PlannedCheck, planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { actCheck, type Run } from '#suites/act-check';
import { aansluit, poc, production } from '#suites/contents';
import { openLab } from '#suites/open-lab';
import { replayTurn } from '#suites/replay/replay-first';
import type { Contents } from '#suites/topics';
import { inProcess } from './in-process.ts';
import type { Finished } from './three-pas.ts';

const contentsOf: Readonly<Record<number, Contents>> = { 1: poc, 2: aansluit, 3: aansluit, 4: production };

/** Acts checks side by side, as many at a time as there are workers. */
const actAll = async (run: Run, checks: readonly PlannedCheck[], workers: number): Promise<void> => {
  const waiting = [...checks];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await actCheck(run, check);
  };
  await Promise.all(Array.from({ length: workers }, work));
};

const act = async (contract: Contract, config: RunConfig): Promise<[]> => {
  const { lab, bench, isLeft } = await openLab(contract, config);
  const run = { lab, bench, contents: contentsOf[config.phase] ?? poc };
  const first = replayTurn(run);
  for (const folder of first.folders) await first.replay(folder);
  await first.close();
  const plan = select(planPhase(contract, config.phase, config.mockControl !== undefined), config).filter(isLeft);
  for (const [index, turn] of inTurns(plan).entries())
    await actAll(run, turn, index === 1 ? config.limits.connections : 1);
  bench.journal.close();
  await lab.client.close();
  return [];
};

const startSuite = (contract: Contract, config: RunConfig): Promise<SuiteRun> => {
  const none = (): Promise<void> => Promise.resolve();
  return Promise.resolve({ ended: act(contract, structuredClone(config)), stop: none, abandon: none });
};

/** No seeded defects: a run has none. */
const startMock = async ({ defects: _, ...options }: MockOptions): Promise<RunningMock> => {
  const { url, controlUrl, tls, registry, renewServerCertificate, close } = await createMockServer(options);
  return {
    ...{ url, controlUrl, tls, renewServerCertificate, stop: close },
    counts: () => Promise.resolve(registry.counts()),
    kept: () => Promise.resolve(registry.kept()),
    received: () => Promise.resolve(registry.list()),
    ended: new Promise(() => undefined),
  };
};

/**
 * Runs `3pas run` with its suite and the embedded endpoint in this process, as `inProcess` runs other commands: for what a run finds, tells and writes.
 * What its processes are to each other needs a run by `threePas`.
 */
export const runHere = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> => {
  vi.doMock('#cli/run/vitest-run', () => ({ startSuite }));
  vi.doMock('#endpoint/mock-process', () => ({ startMock }));
  return inProcess(['run', ...args], environment);
};
