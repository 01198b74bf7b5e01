import type { GateOutcome } from '#gate/decision/decision';

/** What the command ends with for each outcome. */
export const exitCodes: Readonly<Record<GateOutcome, number>> = {
  voldoet: 0,
  'voldoet-niet': 1,
  altered: 1,
  onbeslist: 3,
};
