import type { Bilingual } from '#contract/texts/bilingual';

/** Checks that profile, permission, limits or flags took away beforehand. */
export interface LeftOut {
  readonly checks: number;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
  /** That another run has them in its turn, or that a permission lacks; undefined where it is for good, until the profile changes. */
  readonly by?: 'turn' | 'permission' | undefined;
}

/** Checks of the part of a night that did not fit the requests that others left of those of a day (`limits.perDay`). */
export interface CutShort {
  readonly checks: number;
  readonly requests: number;
  readonly perDay: number;
}
