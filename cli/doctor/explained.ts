import type { Bilingual } from '#contract/texts/bilingual';

/** A cause in words, and the way out. */
export interface Explained {
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
  /** The way out for who built the endpoint, where that is another. */
  readonly own?: Bilingual;
}

/** Says a cause with the details that it was found with. */
export type Explain = (...details: readonly string[]) => Explained;

/** A sentence in both languages. */
export const both = (nl: string, en: string): Bilingual => ({ nl, en });
