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
export const isBinding = ({ verdict, level }: Pick<CheckEnded, 'verdict' | 'level'>, strict: Strictness): boolean =>
  verdict === 'failed' && levels[strict].includes(level);

/** How a check counts: by its verdict, but for a failure that does not bind. */
export type Counted = CheckEnded['verdict'] | 'warning' | 'remark';

/** A failure of a SHOULD that does not bind is a warning, one of what is only reported a remark. */
export const countedAs = (check: Pick<CheckEnded, 'verdict' | 'level'>, strict: Strictness): Counted => {
  if (check.verdict !== 'failed' || isBinding(check, strict)) return check.verdict;
  return check.level === 'REPORT' ? 'remark' : 'warning';
};

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
  const counted = (as: Counted): number => count((check) => countedAs(check, strict) === as);
  const unselected = planned?.unselected ?? 0;
  return {
    plan: told + unselected,
    scope: told - leftOutHere,
    inOrder: counted('passed'),
    failed: counted('failed'),
    warnings: counted('warning'),
    remarks: counted('remark'),
    undecided: count(({ verdict }) => ['broken', 'blocked', 'untested'].includes(verdict)),
    leftOut: leftOutHere + unselected,
  };
};
