import type { Bilingual } from '#contract/texts/bilingual';
import { type Judgement, conforms, deviates, untested } from '../../verdict.ts';
import { type AnyStreamJudge, type Mark, type StreamJudgement, sealed } from '../stream-judge.ts';
import { type Gap, type SeenDelivery, gapIn, seenDelivery } from './seen-delivery.ts';

/** A delivery, with the exchange that brought it. */
export interface Seen extends SeenDelivery {
  readonly exchange: string;
}

/** The result of one occasion: a deviation with the exchanges that prove it, why it is not known, or conformance. */
export interface Shown {
  readonly deviation?: Bilingual;
  /** Set for a deviation that something did not come, which what is not kept may be. */
  readonly isAbsence?: true;
  readonly open?: Bilingual;
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
  sealed<SeenDelivery | Gap>({
    isOfRow: true,
    look: (sent, around) => gapIn(sent) ?? seenDelivery(sent, around),
    decide: (marks) => {
      const all = marks
        .flatMap(({ exchange, value }): readonly Seen[] => (value === 'gap' ? [] : [{ ...value, exchange }]))
        .sort(inTime);
      const shown = [...Map.groupBy(all, ({ sender }) => sender).values()].flatMap(occasions);
      return decided(all.length < marks.length ? shown.map(unlessLost) : shown, { expected, nothing });
    },
  });

/** What is not kept may be what did not come, or what should not have. */
const unlessLost = ({ deviation, isAbsence, exchanges }: Shown): Shown =>
  deviation === undefined || isAbsence === true ? { open: notKept, exchanges } : { deviation, exchanges };

const notKept: Bilingual = {
  nl: 'niet elk bericht is heel bewaard, en wat ontbreekt kan dit beslissen',
  en: 'not every message was kept whole, and what is missing may decide this',
};

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

const well = (shown: readonly Shown[], nothing: Bilingual): Judgement => {
  const why = shown.length === 0 ? nothing : shown.find(({ open }) => open !== undefined)?.open;
  return why === undefined ? conforms : untested(why);
};

const countedAs = ({ nl, en }: Bilingual, some: number, all: number): Bilingual => ({
  nl: `${nl} (${String(some)} van ${String(all)})`,
  en: `${en} (${String(some)} of ${String(all)})`,
});

/** Marks of a judge that keeps something else of each exchange, in the order in which they began. */
export const byTime = <Value extends { readonly from: number }>(
  marks: readonly Mark<Value>[],
): readonly Mark<Value>[] =>
  [...marks].sort((one, other) => one.value.from - other.value.from || byNumber.compare(one.exchange, other.exchange));

/** That times are not those of the deliveries, so that nothing can be said of what lies between them. */
export const untimed: Bilingual = {
  nl: 'wanneer deze berichten gingen is niet bekend: alleen hun volgorde',
  en: 'when these messages went is not known: only their order is',
};

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
