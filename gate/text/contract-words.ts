import type { Bilingual } from '#contract/texts/bilingual';

/** Why the contract of a vendor is not compared. */
export const notCompared = {
  notThere: {
    nl: 'het contract van de leverancier zit niet in het pakket; vraag het op, en vergelijk met 3pas contract diff',
    en: 'the contract of the vendor is not in the package; ask for it, and compare by 3pas contract diff',
  },
  other: {
    nl: 'het contract in het pakket is niet het contract waarmee het bewijs gemaakt is, en is niet vergeleken',
    en: 'the contract in the package is not the one that the evidence was made by, and was not compared',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
