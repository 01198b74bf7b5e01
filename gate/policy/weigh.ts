import type { Level } from '#contract/grounds/ground';
import type { RequiredPair } from '../required/required-list.ts';
import type { GatePolicy, Weighed, Weight } from './policy.ts';

const weightsOfLevels: Readonly<Record<Level, Weight>> = { MUST: 'counts', SHOULD: 'warns', REPORT: 'ignored' };

/** How a failure counts where no policy says. */
export const weightOfLevel = (level: Level): Weight => weightsOfLevels[level];

/** How a pair counts: as the policy says, and never more than what it rests on can bear. */
export const weigh = (
  { requirement, level, deliveries, from }: RequiredPair,
  policy: GatePolicy | undefined,
  day: string,
): Weighed => {
  const own = policy?.requirements[requirement] ?? { weight: weightOfLevel(level), deliveries };
  const isEarly = from !== undefined && day < from;
  if (level === 'REPORT') return { weight: 'ignored', deliveries: 0 };
  return {
    weight: isEarly && own.weight === 'counts' ? 'warns' : own.weight,
    deliveries: isEarly ? 0 : own.deliveries,
  };
};
