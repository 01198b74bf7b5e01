import type { GateFacts } from './gate-facts.ts';

/** What is not there comes to other verdicts, and is no sign that any were changed: they stand as recorded, and prove nothing. */
export const unprovable = (recorded: GateFacts): GateFacts => ({
  ...recorded,
  types: recorded.types.map((one) => ({ ...one, isUnprovable: true })),
});
