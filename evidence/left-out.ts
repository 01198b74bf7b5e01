import type { Bilingual } from '#contract/texts/bilingual';

/** Checks that profile, permission, limits or flags took away beforehand. */
export interface LeftOut {
  readonly checks: number;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
  /** That another run has them in its turn, or that a permission lacks; undefined where it is for good, until the profile changes. */
  readonly by?: 'turn' | 'permission' | undefined;
}
