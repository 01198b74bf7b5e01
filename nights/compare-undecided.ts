import type { Bilingual } from '#contract/texts/bilingual';
import type { Change } from './change.ts';
import { type Stuck, pairOf } from './memory.ts';
import type { Night } from './night.ts';

/** Nights in a row after which what passed before and stays undecided is an alarm. */
const alarming = 3;

/** What a night is compared with here. */
interface Before {
  readonly stuck: readonly Stuck[];
  readonly passed: ReadonlySet<string>;
  /** Whether this is another run of the last night. */
  readonly isSameNight: boolean;
}

/** Counts the nights in a row in which something was to be decided and was not. */
export const compareUndecided = (
  { stuck, passed, isSameNight }: Before,
  night: Night,
): { readonly stuck: readonly Stuck[]; readonly changes: readonly Change[] } => {
  const reasons = reasonsOf(night);
  const decided = new Set([...night.passed, ...night.failed.map(({ check }) => check)].map(pairOf));
  const known = new Map(stuck.map((one) => [one.pair, one]));
  const passedPairs = new Set([...passed].map(pairOf));
  const open = [...reasons.keys()].map((pair): Stuck => {
    const { nights = 0, since = night.at } = known.get(pair) ?? {};
    return { pair, nights: nights > 0 && isSameNight ? nights : nights + 1, since };
  });
  const isCounted = ({ pair, nights }: Stuck): boolean => nights !== known.get(pair)?.nights;
  const alarms = open.filter((one) => one.nights === alarming && isCounted(one) && passedPairs.has(one.pair));
  const begun = open.filter(({ pair }) => !known.has(pair));
  const waiting = stuck.filter(({ pair }) => !reasons.has(pair));
  const again = waiting.filter(({ pair }) => decided.has(pair));
  return {
    stuck: [...open, ...waiting.filter(({ pair }) => !decided.has(pair))],
    changes: [
      ...changeOf('stuck', alarms, reasons),
      ...changeOf('undecided', begun, reasons),
      ...(again.length === 0 ? [] : [{ kind: 'decided' as const, pairs: again.map(({ pair }) => pair) }]),
    ],
  };
};

type Reasons = ReadonlyMap<string, Bilingual | undefined>;

/** The first reason of each pair. */
const reasonsOf = ({ undecided }: Night): Reasons => {
  const reasons = new Map<string, Bilingual | undefined>();
  for (const { checks, reason } of undecided)
    for (const pair of checks.map(pairOf)) if (!reasons.has(pair)) reasons.set(pair, reason);
  return reasons;
};

/** One change for all, with the reason that most of them have. */
const changeOf = (kind: 'stuck' | 'undecided', all: readonly Stuck[], reasons: Reasons): readonly Change[] => {
  const [most] = [...Map.groupBy(all, ({ pair }) => reasons.get(pair)?.en).values()].sort(
    (one, other) => other.length - one.length,
  );
  if (most === undefined) return [];
  return [{ kind, pairs: all.map(({ pair }) => pair).sort(), reason: reasons.get(most[0]?.pair ?? '') }];
};
