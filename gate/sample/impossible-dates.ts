import type { Bilingual } from '#contract/texts/bilingual';
import type { Observations } from './observations.ts';

/** Milliseconds by which clocks may differ; and by which a day that a person writes down may seem to be before a moment, wherever on earth. */
const [slack, half] = [5 * 60_000, 12 * 60 * 60_000];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Why observations can't be of the days that they name; undefined where they can. */
export const impossibleDates = ({ sample, date }: Observations, now: number): Bilingual | undefined => {
  const drawn = Date.parse(sample.at);
  if (date > dayOf(now)) return toCome;
  if (drawn > now + slack) return sampleToCome;
  return date < dayOf(drawn - half) ? beforeSample : undefined;
};

const toCome: Bilingual = {
  nl: 'de waarnemingen zijn van een dag die nog moet komen',
  en: 'the observations are of a day that is still to come',
};

const sampleToCome: Bilingual = {
  nl: 'de steekproef is getrokken op een dag die nog moet komen',
  en: 'the sample was drawn on a day that is still to come',
};

const beforeSample: Bilingual = {
  nl: 'de waarnemingen zijn van voor de dag waarop de steekproef getrokken is',
  en: 'the observations are of before the day on which the sample was drawn',
};
