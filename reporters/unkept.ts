import type { Bilingual } from '#contract/texts/bilingual';
import type { Event } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';
import { isReceived } from '#evidence/recorded-cases';
import { number } from './number.ts';

/** A recording whose maker was killed before all of its messages were kept: a part must not pass for the whole. */
export interface Unkept {
  readonly kept: number;
  readonly of: number;
}

/** Counts the messages of a recording against those that it is to hold. */
export const unkeptFold = () => {
  let [kept, of] = [0, 0];
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'recording-started') of = event.messages ?? 0;
      if (event.type === 'exchange' && isReceived(event)) kept += 1;
    },
    /** Undefined where all are there, or nobody knows how many there should be. */
    result: (): Unkept | undefined => (kept < of ? { kept, of } : undefined),
  };
};

/** What is missing, and the way out. */
export const unkeptText = ({ kept, of }: Unkept): Bilingual => ({
  nl: `de import is afgebroken: ${number(kept, 'nl')} van de ${number(of, 'nl')} berichten zijn bewaard, en een deel krijgt geen oordeel; verwijder deze map en geef hetzelfde commando 3pas import opnieuw`,
  en: `the import was cut off: ${number(kept, 'en')} of ${number(of, 'en')} messages were kept, and a part gets no verdict; remove this folder and give the same command 3pas import again`,
});
