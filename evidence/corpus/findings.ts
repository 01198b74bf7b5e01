import type { CheckEnded } from '../event.ts';

/** The failures of a run by the keys of their checks, each with its number among them, from 1: the order is that in which they ended. */
export const findingNumbers = (
  checks: Iterable<Pick<CheckEnded, 'check' | 'verdict'>>,
): ReadonlyMap<string, number> => {
  const failed = [...checks].filter(({ verdict }) => verdict === 'failed');
  return new Map(failed.map(({ check }, index) => [check, index + 1]));
};
