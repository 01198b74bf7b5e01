import type { Defect } from '#endpoint/mock/parts';
import type { PlannedCheck } from '#harness/plan';
import type { RequirementId, Topic } from '#judgement/requirements/registry';

/** The part of the plan that is run. */
export interface Selected {
  readonly topics: readonly Topic[];
  /** 1 unless said; the others go over TLS. */
  readonly phase?: 1 | 2 | 3;
  /** `Melding` unless said. */
  readonly documentTypes?: readonly string[];
  /** Valid deliveries a document type; 2 unless said. */
  readonly runs?: number;
  /** 1 unless said. */
  readonly seed?: number;
  /** Media that may be asked for; every one unless said. */
  readonly media?: readonly string[];
  /** How long an answer may take. */
  readonly timeoutMs?: number;
  /** Of checks that violate constraints, the one that they violate; all of theirs unless said. */
  readonly constraint?: string;
  /** Narrows the plan further. */
  readonly only?: (check: PlannedCheck) => boolean;
}

/** A fault that an endpoint could have, seeded in the mock, and what of the suite is there to find it. */
export interface SeededDefect {
  /** What it does, in one sentence. */
  readonly does: string;
  /** Requirements that are there to find it. */
  readonly foundBy: readonly RequirementId[];
  /** Others of the same topics that fail along with these, of necessity. */
  readonly follows?: readonly RequirementId[];
  /** Others that fail when a delivery of theirs happens to show it. */
  readonly perhaps?: readonly RequirementId[];
  /** Whether every check that violates constraints fails. */
  readonly everywhere?: boolean;
  /** Where checks are about one constraint each: those that fail. */
  readonly constraints?: readonly string[];
  readonly run: Selected;
  readonly defect: Defect;
}

/** Seeded defects by their ids, in words. */
export type SeededDefects = Readonly<Record<string, SeededDefect>>;
