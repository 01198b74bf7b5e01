import type { Bilingual } from '#contract/texts/bilingual';

/** A case of an earlier run that has no room in this one. */
export interface WaitingCase {
  readonly check: string;
  /** The digest of its cause, and the run that found that first. */
  readonly cause: string;
  readonly found: string;
}

/** That a case was one of an earlier run, and what it came to; its reason is undefined where it is fixed. */
export interface CaseReplayed {
  readonly type: 'replayed';
  readonly check: string;
  readonly case: number;
  /** Its name in its corpus, and the digest of its cause. */
  readonly from: string;
  readonly cause?: string | undefined;
  /** The run that found its cause first. */
  readonly found?: string | undefined;
  readonly outcome: 'fixed' | 'failed' | 'blocked';
  readonly reason: Bilingual | undefined;
}
