import type { NeverBroken } from '#evidence/event';
import type { Exclusion } from '#harness/run-check';
import { leftBy } from './left-out.ts';

/** What becomes of a check whose constraint is never broken: out of the plan where no document can, else out of the scope. */
export const unbrokenFor = ({ verdict, reason }: Pick<NeverBroken, 'verdict' | 'reason'>): Exclusion =>
  verdict === 'untested' ? leftBy.constraint(reason) : { verdict, reason };
