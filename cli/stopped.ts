import type { Bilingual } from '#contract/texts/bilingual';

/** Why something ended before its end: a person, or a system that shuts down, said so. */
export const interrupted: Bilingual = {
  nl: 'door de gebruiker gestopt (Ctrl-C)',
  en: 'stopped by a person (Ctrl-C)',
};

/** Work that was stopped so. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly text = interrupted;
}
