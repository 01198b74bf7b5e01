import type { PlannedCheck } from '#harness/plan';
import type { PactInteraction } from '../interactions/interaction.ts';

/** An interaction, and the check that it decides. */
export interface PlannedInteraction {
  readonly one: PactInteraction;
  readonly check: PlannedCheck;
}
