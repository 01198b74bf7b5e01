import type { Bilingual } from '#contract/texts/bilingual';
import type { Sent } from './case.ts';

/** Whether two requests were under way at once: each began before the other was answered, or both in the same millisecond. */
export const wereTogether = ({ exchange: one }: Timed, { exchange: other }: Timed): boolean =>
  one.startedAt === other.startedAt ||
  (one.startedAt < other.startedAt + other.durationMs && other.startedAt < one.startedAt + one.durationMs);

interface Timed {
  readonly exchange: Pick<Sent['exchange'], 'startedAt' | 'durationMs'>;
}

/** Of two that were meant to be. */
export const neverTogether: Bilingual = {
  nl: 'de juiste en de foute aanlevering waren niet tegelijk onderweg: de ene was al beantwoord toen de andere vertrok',
  en: 'the valid and the wrong delivery were not under way at once: one was answered before the other left',
};
