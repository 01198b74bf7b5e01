import { afterAll, describe, inject, test } from 'vitest';
import { visible } from '#contract/texts/visible';
import { type PlannedCheck, inTurns, planPhase, select } from '#harness/plan';
import { type Exclusion, skipCheck } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { type Found, type Run, actCheck, actFor } from './act-check.ts';
import { openLab } from './open-lab.ts';
import { bareError } from './bare-error.ts';
import { breadthFirst } from './breadth-first.ts';
import { replayTurn } from './replay/replay-first.ts';
import type { Contents } from './topics.ts';

/** Registers one test for each planned check of a phase; the connection is tried first, the rest side by side, and what all of it decides comes last. */
export const phaseSuite = async (phase: number, contents: Contents): Promise<void> => {
  const config = withSecretsTaken(inject('run'));
  // Ctrl-C reaches every process of a terminal: the command decides when the suite ends.
  process.on('SIGINT', () => undefined);
  const { lab, bench, isLeft } = await openLab(inject('contract'), config);
  const plan = select(planPhase(lab.contract, phase, config.mockControl !== undefined), config).filter(isLeft);
  const [first = [], rest = [], ...after] = inTurns(plan);
  const name = `fase ${String(phase)}`;
  const turn = replayTurn({ lab, bench, contents });
  afterAll(async () => {
    await turn.close();
    bench.journal.close();
  });
  // A group without tests is an error to vitest.
  if (turn.folders.length > 0)
    describe(`${name}: corpus`, () => {
      for (const folder of turn.folders) test(visible(folder), { timeout: 0 }, () => turn.replay(folder));
    });
  describe(name, () => {
    register(first, { lab, bench, contents });
  });
  describe.concurrent(name, () => {
    register(rest, { lab, bench, contents });
  });
  for (const checks of after)
    describe(name, () => {
      register(checks, { lab, bench, contents });
    });
};

/** A copy; what vitest keeps for whoever asks, the code of a contract too, is left without secrets. */
const withSecretsTaken = (given: RunConfig): RunConfig => {
  const config = structuredClone(given);
  for (const secret of ['credentials', 'tls', 'proxy'] satisfies readonly (keyof RunConfig)[])
    Reflect.deleteProperty(given, secret);
  return config;
};

interface LeftOut {
  readonly check: PlannedCheck;
  readonly exclusion: Exclusion;
}

/** One test a check, breadth first; those that are left out for one reason are one test together. */
const register = (plan: readonly PlannedCheck[], run: Run): void => {
  const leftOut: LeftOut[] = [];
  for (const check of breadthFirst(plan, (one) => one)) {
    const found = actFor(run, check);
    if ('act' in found) registerCheck(run, check, found);
    else leftOut.push({ check, exclusion: found });
  }
  const alike = ({ check, exclusion: { verdict, reason } }: LeftOut): string =>
    [check.requirement, verdict, reason.en].join('\n');
  for (const group of Map.groupBy(leftOut, alike).values()) registerLeftOut(run, group);
};

const titleOf = ({ key }: PlannedCheck): string => visible(key);

const registerCheck = (run: Run, check: PlannedCheck, found: Found): void => {
  test(titleOf(check), { timeout: 0 }, async ({ skip }) => {
    const ended = await actCheck(run, check, found);
    const { verdict, reason } = ended.event;
    if (verdict === 'not-applicable' || verdict === 'untested')
      skip(reason && visible(reason[run.lab.config.language]));
    if (ended.error !== undefined) throw bareError(ended.error);
  });
};

const registerLeftOut = ({ lab, bench }: Run, group: readonly LeftOut[]): void => {
  const [first] = group;
  if (first === undefined) return;
  const { verdict, reason: both } = first.exclusion;
  const reason = visible(both[lab.config.language]);
  const title =
    group.length === 1 ? titleOf(first.check) : `${first.check.requirement} (${String(group.length)}): ${reason}`;
  test(title, ({ skip }) => {
    for (const { check, exclusion } of group) skipCheck(bench, check, exclusion);
    if (verdict === 'blocked') throw new Error(`blocked: ${reason}`);
    skip(reason);
  });
};
