import type { Bilingual } from './bilingual.ts';

/** What to do with a delivery for several media. */
export const oneMediumText: Bilingual = {
  nl: 'Stuur voor elk medium een eigen bericht.',
  en: 'Send a message of its own for each medium.',
};
