import type { Violation } from '#generators/violation';
import type { Origin } from '#judgement/case';

/** What a violation was made from, for the report on a failure. */
export const originOf = (one: Violation): Origin => ({
  constraint: one.constraint,
  operator: one.operator,
  edited: one.edited,
  parent: () => one.parent.message('0'.repeat(12)),
});
