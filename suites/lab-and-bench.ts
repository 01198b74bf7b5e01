import type { PlannedCheck } from '#harness/plan';
import type { Bench } from '#harness/run-check';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { Lab } from './lab.ts';

/** What the checks of a run act with, and what they report to. */
export interface OpenLab {
  readonly lab: Lab;
  readonly bench: Bench;
  /** What reads the answers. */
  readonly answers: Pick<GuardedAnswers, 'read'>;
}

/** The same for a run that may have begun before. */
export interface LabOfRun extends OpenLab {
  /** Whether a check is left to act. */
  readonly isLeft: (check: Pick<PlannedCheck, 'key'>) => boolean;
}
