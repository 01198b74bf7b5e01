import type { Play } from '#endpoint/mock/plays';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Habits } from './permit-system.ts';

/** A mistake that a vendor's system can make, and the requirement that is there to find it. */
export interface Mistake {
  /** What it does, in one sentence. */
  readonly does: string;
  readonly foundBy: RequirementId;
  /** Others that it breaks along with that one, of necessity. */
  readonly follows?: readonly RequirementId[];
  readonly habits: Partial<Habits>;
  /** What is played at the first tries of the notices, in their order, in place of what usually is; there are as many notices. */
  readonly plays?: readonly (readonly Play[])[];
}

/** Mistakes by their ids, in words. */
export type Mistakes = Readonly<Record<string, Mistake>>;
