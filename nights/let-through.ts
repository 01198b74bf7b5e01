import type { Finding } from './memory.ts';
import { wasLately } from './trail.ts';

/** Whether a finding is that a wrong message was accepted; of what is told in confidence that is not known. */
export const isLetThrough = ({ cause }: Pick<Finding, 'cause'>): boolean => cause.kind === 'accepted';

/** How many of these were new on one night at most, of those that come and go of late; 0 where none does. An endpoint that accepts one wrong message in a hundred accepts others each night, and each is a cause of its own. */
export const mostByChance = (findings: readonly Finding[]): number => {
  const varying = findings.filter((one) => one.status === 'varying' && isLetThrough(one) && wasLately(one.trail));
  const nights = Map.groupBy(varying, ({ first }) => first);
  return Math.max(0, ...Array.from(nights.values(), (own) => own.length));
};

/** Whether the same chance explains so many new ones on one night. */
export const isChance = (count: number, most: number): boolean => most > 0 && count <= 3 * most + 2;
