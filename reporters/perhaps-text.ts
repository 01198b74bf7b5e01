import type { Dossier } from './dossiers.ts';
import { number } from './number.ts';
import type { Language } from './texts.ts';

/** That it is not known of some deliveries whether they made a dossier; nothing where it is of all. */
export const perhapsText = (dossiers: readonly Dossier[], language: Language): readonly string[] => {
  const count = dossiers.filter((one) => one.number === undefined).length;
  return count === 0 ? [] : [words[language](number(count, language), count === 1)];
};

const words: Readonly<Record<Language, (count: string, isOne: boolean) => string>> = {
  nl: (count, isOne) =>
    `Van ${count} ${isOne ? 'aanlevering' : 'aanleveringen'} is niet bekend of er een dossier van gemaakt is; ${isOne ? 'zij staat' : 'zij staan'} met het referentienummer in opruimlijst.csv.`,
  en: (count, isOne) =>
    `Of ${count} ${isOne ? 'delivery' : 'deliveries'} it is not known whether a dossier was made; ${isOne ? 'it is' : 'they are'} in opruimlijst.csv by the reference number.`,
};
