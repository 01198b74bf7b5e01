import type { Bilingual } from '#contract/texts/bilingual';
import { type Judgement, conforms, deviates, untested } from '../../verdict.ts';
import { type AnyStreamJudge, type Mark, type StreamJudgement, sealed } from '../stream-judge.ts';
import { type SeenDelivery, seenDelivery } from './seen-delivery.ts';

/** A delivery, with the exchange that brought it. */
export interface Seen extends SeenDelivery {
  readonly exchange: string;
}

/** The result of one occasion: a deviation with the exchanges that prove it, or conformance. */
export interface Shown {
  readonly deviation?: Bilingual;
  readonly exchanges: readonly string[];
}

/** How the deliveries of one sender, in the order in which they began, are looked through: each occasion for the requirement. */
export type Occasions = (own: readonly Seen[]) => readonly Shown[];

/** The judgement on each occasion. */
export interface OverDeliveries {
  readonly occasions: Occasions;
  readonly expected: Bilingual;
  /** Said where there was no occasion. */
  readonly nothing: Bilingual;
}

/** Judges the deliveries of each sender over the whole stream. */
export const overDeliveries = ({ occasions, expected, nothing }: OverDeliveries): AnyStreamJudge =>
  sealed<SeenDelivery>({
    isOfRow: true,
    look: seenDelivery,
    decide: (marks) => {
      const all = marks.map(({ exchange, value }): Seen => ({ ...value, exchange })).sort(inTime);
      const shown = [...Map.groupBy(all, ({ sender }) => sender).values()].flatMap(occasions);
      return decided(shown, { expected, nothing });
    },
  });

/** Deliveries that began at the same time are ordered by their exchanges, so that the order of marks does not matter. */
const inTime = (one: Seen, other: Seen): number =>
  one.from - other.from || byNumber.compare(one.exchange, other.exchange);

/** 2 before 10. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Deviating occasions whose exchanges are shown. */
const mostShown = 3;

/** The combined result of all occasions. */
export const decided = (
  shown: readonly Shown[],
  { expected, nothing }: Pick<OverDeliveries, 'expected' | 'nothing'>,
): StreamJudgement => {
  const wrong = shown.filter(({ deviation }) => deviation !== undefined);
  const [first] = wrong;
  if (first?.deviation === undefined) return { judgement: well(shown, nothing), shown: [] };
  const exchanges = wrong.slice(0, mostShown).flatMap((one) => one.exchanges);
  const counted = countedAs(first.deviation, wrong.length, shown.length);
  return { judgement: deviates(expected, counted), shown: [...new Set(exchanges)] };
};

const well = (shown: readonly Shown[], nothing: Bilingual): Judgement =>
  shown.length === 0 ? untested(nothing) : conforms;

const countedAs = ({ nl, en }: Bilingual, some: number, all: number): Bilingual => ({
  nl: `${nl} (${String(some)} van ${String(all)})`,
  en: `${en} (${String(some)} of ${String(all)})`,
});

/** Marks of a judge that keeps something else of each exchange, in the order in which they began. */
export const byTime = <Value extends { readonly from: number }>(
  marks: readonly Mark<Value>[],
): readonly Mark<Value>[] =>
  [...marks].sort((one, other) => one.value.from - other.value.from || byNumber.compare(one.exchange, other.exchange));

/** Deliveries of the same notice and medium, in the order in which they began. */
export const alikeIn = (own: readonly Seen[]): readonly (readonly Seen[])[] => [
  ...Map.groupBy(own, ({ likeness }) => likeness).values(),
];

/** What deliveries of one notice and medium show each, told in the order in which all began. */
export const amongAlike =
  (shownBy: (alike: readonly Seen[]) => readonly (readonly [Seen, Shown])[]): Occasions =>
  (own) => {
    const shown = new Map(alikeIn(own).flatMap(shownBy));
    return own.flatMap((one) => shown.get(one) ?? []);
  };

/** A delivery in a few words: its type and reference, or else its title. */
export const named = ({ said: { documentType, reference, title } }: SeenDelivery): string =>
  `${documentType ?? '–'} “${reference === '' ? title : reference}”`;
