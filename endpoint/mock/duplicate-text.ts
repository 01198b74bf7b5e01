import type { KeyPart } from '#contract/contract';
import { useNames } from '#contract/roles/use-names';
import type { Bilingual } from '#contract/texts/bilingual';
import { listed } from '#contract/texts/quoted';
import { allUses } from '#contract/use';

/** Of which number a delivery is a duplicate, by what that is seen, and how to begin anew. */
export const duplicateText = (key: readonly KeyPart[], number: string | undefined): Bilingual => {
  const of =
    number === undefined
      ? { nl: 'een eerder dossier', en: 'an earlier dossier' }
      : { nl: `dossier ${number}`, en: `dossier ${number}` };
  const names = key.map(nameOf);
  const nl = listed(
    names.map((one) => one.nl),
    'en',
  );
  const en = listed(
    names.map((one) => one.en),
    'and',
  );
  return {
    nl: `Deze aanlevering is gelijk aan ${of.nl} in ${nl}. Lever na een dossiernummer niet opnieuw aan; verander daar iets in, of begin met een lege lijst: start de mock opnieuw, of een nieuwe opname.`,
    en: `This delivery equals ${of.en} in ${en}. Do not deliver again after a dossier number; change something there, or begin with an empty list: restart the mock, or start a new recording.`,
  };
};

const nameOf = ({ name }: KeyPart): Bilingual => {
  const use = allUses.find((one) => one === name);
  return use === undefined ? { nl: name, en: name } : useNames[use];
};
