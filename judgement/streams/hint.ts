import type { Bilingual } from '#contract/texts/bilingual';

/** Why a mistake is made, and what to do. */
export interface Hint {
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
}

/** A cause and a remedy, each in Dutch and English. */
export const hint = (cause: readonly [nl: string, en: string], remedy: readonly [nl: string, en: string]): Hint => ({
  cause: { nl: cause[0], en: cause[1] },
  remedy: { nl: remedy[0], en: remedy[1] },
});
