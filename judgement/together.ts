import type { Bilingual } from '#contract/texts/bilingual';
import type { Sent } from './case.ts';

/** Why two requests that were to be under way at once were not; undefined where each began before the other was answered, or both in the same millisecond. */
export const apartBy = (one: Timed, other: Timed): Bilingual | undefined => {
  if ([one, other].some(({ tried = [] }) => tried.length > 0)) return sentAgain;
  const [a, b] = [one.exchange, other.exchange];
  const areTogether = a.startedAt < b.startedAt + b.durationMs && b.startedAt < a.startedAt + a.durationMs;
  return areTogether || a.startedAt === b.startedAt ? undefined : oneAfterTheOther;
};

interface Timed extends Pick<Sent, 'tried'> {
  readonly exchange: Pick<Sent['exchange'], 'startedAt' | 'durationMs'>;
}

const oneAfterTheOther: Bilingual = {
  nl: 'de juiste en de foute aanlevering waren niet tegelijk onderweg: de ene was al beantwoord toen de andere vertrok',
  en: 'the valid and the wrong delivery were not under way at once: one was answered before the other left',
};

const sentAgain: Bilingual = {
  nl: 'de juiste en de foute aanlevering waren niet tegelijk onderweg: een van de twee ging mis en moest opnieuw',
  en: 'the valid and the wrong delivery were not under way at once: one of the two went wrong and was sent again',
};
