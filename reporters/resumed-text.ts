import type { Bilingual } from '#contract/texts/bilingual';

/** That a run went on after it was cut off, how often and when; undefined for one in one piece. Moments are ISO 8601. */
export const resumedText = (moments: readonly string[]): Bilingual | undefined => {
  const times = moments.length;
  if (times === 0) return undefined;
  const at = (language: 'nl' | 'en'): string => moments.map((one) => momentIn(one, language)).join('; ');
  return {
    nl: `De run is onderbroken en ${String(times)} keer hervat (${at('nl')}).`,
    en: `The run was cut off and resumed ${times === 1 ? 'once' : `${String(times)} times`} (${at('en')}).`,
  };
};

/** A journal can have been changed: what is no moment is told as it stands. */
const momentIn = (said: string, language: 'nl' | 'en'): string => {
  const at = Date.parse(said);
  return Number.isNaN(at) ? said : formats[language].format(at);
};

const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' } as const;

const formats = {
  nl: new Intl.DateTimeFormat('nl-NL', options),
  en: new Intl.DateTimeFormat('en-GB', options),
} as const;
