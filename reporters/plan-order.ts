import type { CheckEnded } from '#evidence/event';
import type { RunResult } from './run-result.ts';

/** The checks of a run as its plan has them, since they end in another order each time; those that it does not name come last. */
export const inPlanOrder = ({ checks, planned }: Pick<RunResult, 'checks' | 'planned'>): readonly CheckEnded[] => {
  const places = new Map(planned?.checks?.map(({ check }, index) => [check, index]));
  const placeOf = ({ check }: CheckEnded): number => places.get(check) ?? places.size;
  return checks.toSorted((one, other) => placeOf(one) - placeOf(other));
};
