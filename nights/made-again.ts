import type { Finding } from './memory.ts';
import type { Failure, Night } from './night.ts';

/** What sends the cases of some failures again: `check`, or what made their values; undefined where no run does that by itself. */
export const madeBy = (failures: readonly Failure[], night: Night): Finding['made'] => {
  if (failures.some(({ again }) => again === undefined)) return undefined;
  return failures.every(({ again }) => again === 'check') ? 'check' : makingOf(night);
};

/** Whether a run sends such cases again, the bytes the same but for numbers and dates. */
export const isMadeAgain = ({ made }: Pick<Finding, 'made'>, night: Night): boolean =>
  made === 'check' || made === makingOf(night);

const makingOf = ({ suite, seed, subject: { contract, runs } }: Night): string =>
  [suite, contract, runs, seed].join(' ');
