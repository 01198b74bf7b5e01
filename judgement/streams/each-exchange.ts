import type { Bilingual } from '#contract/texts/bilingual';
import type { Sent } from '../case.ts';
import { type Judgement, conforms, deviates, untested } from '../verdict.ts';
import { type AnyStreamJudge, type Around, type Mark, type StreamJudgement, sealed } from './stream-judge.ts';

const nothingSeen = untested({
  nl: 'er is niets ontvangen waarvoor dit geldt',
  en: 'nothing was received that this applies to',
});

/**
 * Judges a stream by each of its exchanges: one that deviates decides, then one that is undecided. Exchanges that the
 * requirement does not apply to have no say; `nothing` is said where it applies to none.
 */
export const eachExchange = (
  judge: (sent: Sent, around: Around) => Judgement,
  nothing: Judgement = nothingSeen,
): AnyStreamJudge =>
  sealed<Judgement>({
    look: (sent, around) => {
      const judgement = judge(sent, around);
      return judgement.kind === 'not-applicable' ? undefined : judgement;
    },
    decide: (marks) => decide(marks, nothing),
  });

const decide = (unordered: readonly Mark<Judgement>[], nothing: Judgement): StreamJudgement => {
  const marks = [...unordered].sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
  const deviating = marks.flatMap(({ exchange, value }) =>
    value.kind === 'deviates' ? [{ exchange, deviation: value.deviation }] : [],
  );
  const [first] = deviating;
  if (first !== undefined) {
    const { expected, actual } = first.deviation;
    const shown = deviating.slice(0, mostShown).map(({ exchange }) => exchange);
    return { judgement: deviates(expected, counted(actual, deviating.length, marks.length)), shown };
  }
  return { judgement: undecidedIn(marks) ?? (marks.length === 0 ? nothing : conforms), shown: [] };
};

/** Of one message among others, how many there are says what the rest came to. */
const undecidedIn = (marks: readonly Mark<Judgement>[]): Judgement | undefined => {
  const open = marks.flatMap(({ value }) => ('reason' in value ? [value] : []));
  const [first] = open;
  if (first === undefined || marks.length === 1) return first;
  return { ...first, reason: counted(first.reason, open.length, marks.length) };
};

/** Deviating exchanges that are shown. */
const mostShown = 5;

const counted = ({ nl, en }: Bilingual, some: number, all: number): Bilingual => ({
  nl: `${nl} (${String(some)} van ${String(all)})`,
  en: `${en} (${String(some)} of ${String(all)})`,
});
