import type { CheckEnded } from '#evidence/event';
import type { RunResult } from './run-result.ts';

/** What counts as a failure besides a MUST: nothing, a SHOULD, or whatever is only reported as well. */
export type Strictness = 'must' | 'should' | 'all';

const levels: Readonly<Record<Strictness, readonly CheckEnded['level'][]>> = {
  must: ['MUST'],
  should: ['MUST', 'SHOULD'],
  all: ['MUST', 'SHOULD', 'REPORT'],
};

/** True when a failed check counts against the system under test. */
export const isBinding = ({ verdict, level }: CheckEnded, strict: Strictness): boolean =>
  verdict === 'failed' && levels[strict].includes(level);

/** Whether a check applies to contract, phase and endpoint. */
export const isInPlan = ({ verdict }: CheckEnded): boolean => verdict !== 'not-applicable';

/** The checks of a run, counted as every report counts them. */
export interface Tally {
  /** Checks that apply, also those that flags took away. */
  readonly plan: number;
  /** Those that were to be decided. */
  readonly scope: number;
  readonly inOrder: number;
  /** Failures that bind. */
  readonly failed: number;
  /** A SHOULD that failed, and what is only reported, where they do not bind. */
  readonly warnings: number;
  readonly remarks: number;
  /** In scope, and neither in order nor failed. */
  readonly undecided: number;
  /** In the plan, and out of the scope. */
  readonly leftOut: number;
}

/** Counts the checks of a run; what is not applicable counts nowhere. */
export const tallyOf = ({ checks, planned }: Pick<RunResult, 'checks' | 'planned'>, strict: Strictness): Tally => {
  const count = (is: (check: CheckEnded) => boolean): number => checks.filter(is).length;
  const told = count(isInPlan);
  const leftOutHere = count(({ verdict }) => verdict === 'left-out');
  const advisory = (level: CheckEnded['level']): number =>
    count((check) => check.verdict === 'failed' && check.level === level && !isBinding(check, strict));
  const unselected = planned?.unselected ?? 0;
  return {
    plan: told + unselected,
    scope: told - leftOutHere,
    inOrder: count(({ verdict }) => verdict === 'passed'),
    failed: count((check) => isBinding(check, strict)),
    warnings: advisory('SHOULD'),
    remarks: advisory('REPORT'),
    undecided: count(({ verdict }) => ['broken', 'blocked', 'untested'].includes(verdict)),
    leftOut: leftOutHere + unselected,
  };
};
