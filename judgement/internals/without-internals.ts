import type { Bilingual } from '#contract/texts/bilingual';
import { internalsInHeader } from './find-internals.ts';

/** A text about an answer with what kind of thing stood there in place of what is inside a system; hosts and paths may be our own, and stay. */
export const withoutInternals = (said: Bilingual): Bilingual => ({
  nl: withKinds(said.nl, 'nl'),
  en: withKinds(said.en, 'en'),
});

/** The same for a text in one language. */
export const withKinds = (text: string, language: keyof Bilingual): string =>
  internalsInHeader(text).reduce((rest, one) => rest.replaceAll(one.text, `[${one.kind[language]}]`), text);
