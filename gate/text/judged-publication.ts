import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';

/** What is judged where evidence of phase 4 comes with attestations: what the vendor says that was published. */
export const judgedPublication = (vendor: string): Bilingual => {
  const name = shortly(vendor, 100);
  return {
    nl: `Beoordeeld: de publicatie door het systeem van ${name}, zoals deze leverancier die vastlegde; de run ernaast zegt alleen iets over het endpoint`,
    en: `Judged: the publication by the system of ${name}, as that vendor recorded it; the run beside it tells of the endpoint alone`,
  };
};
