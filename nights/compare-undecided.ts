import type { Bilingual } from '#contract/texts/bilingual';
import { type Change, isVerdict } from './change.ts';
import { type Stuck, type Watched, pairOf } from './memory.ts';
import type { Night } from './night.ts';
import { type Telling, watch, week } from './watch.ts';

/** What a night is compared with here. */
interface Before {
  readonly stuck: readonly Stuck[];
  readonly silence?: Watched | undefined;
  readonly passed: ReadonlySet<string>;
  /** When the night of this run began. */
  readonly began: string;
}

/** What stays undecided after a night, and what is told of it. */
interface Compared {
  readonly stuck: readonly Stuck[];
  readonly silence: Watched | undefined;
  readonly changes: readonly Change[];
}

/** Watches on how many nights something was to be decided and was not. */
export const compareUndecided = ({ stuck, silence, passed, began }: Before, night: Night): Compared => {
  const reasons = reasonsOf(night);
  const decided = new Set([...night.passed, ...night.failed.map(({ check }) => check)].map(pairOf));
  const known = new Map(stuck.map((one) => [one.pair, one]));
  const passedPairs = new Set([...passed].map(pairOf));
  const refused = refusedIn(night);
  const pairs = [...new Set([...reasons.keys(), ...known.keys()])];
  const steps = pairs.map((pair) => {
    if (!reasons.has(pair) && !decided.has(pair)) return { pair, watched: known.get(pair), told: undefined };
    const looking = {
      isOpen: reasons.has(pair),
      isWorse: passedPairs.has(pair) && !refused(pair),
      wasWell: passedPairs.has(pair),
      at: night.at,
      began,
    };
    return { pair, ...watch(known.get(pair), looking) };
  });
  const pairsTold = (told: Telling): readonly string[] =>
    steps.flatMap((step) => (step.told === told ? [step.pair] : [])).sort();
  const alarms = pairsTold('alarm');
  const quiet = watch(silence, {
    isOpen: !isVerdict(night.outcome) && night.outcome !== 'unpermitted',
    isWorse: true,
    wasWell: true,
    at: night.at,
    began,
  });
  return {
    stuck: steps.flatMap(({ pair, watched }) => (watched === undefined ? [] : [{ pair, ...watched }])),
    silence: quiet.watched,
    changes: [
      ...changeOf('stuck', alarms, reasons),
      ...(quiet.told !== 'alarm' || alarms.length > 0 ? [] : [silent(quiet.watched, reasons)]),
      ...changeOf('undecided', pairsTold('begun'), reasons),
      ...(pairsTold('ended').length === 0 ? [] : [{ kind: 'decided' as const, pairs: pairsTold('ended') }]),
    ],
  };
};

/** Whether a finding of the same night explains a pair: valid deliveries of its document type are refused. */
const refusedIn = ({ failed }: Night): ((pair: string) => boolean) => {
  const explaining = failed.filter(({ check }) => check.startsWith('delivery.accepts-valid/'));
  const types = new Set(explaining.map(({ documentType }) => documentType));
  return (pair) => types.has(pair.split('/')[1]);
};

type Reasons = ReadonlyMap<string, Bilingual | undefined>;

/** The first reason of each pair. */
const reasonsOf = ({ undecided }: Night): Reasons => {
  const reasons = new Map<string, Bilingual | undefined>();
  for (const { checks, reason } of undecided)
    for (const pair of checks.map(pairOf)) if (!reasons.has(pair)) reasons.set(pair, reason);
  return reasons;
};

/** The reason that most pairs have. */
const mostlyBecause = (pairs: readonly string[], reasons: Reasons): Bilingual | undefined => {
  const [most] = [...Map.groupBy(pairs, (pair) => reasons.get(pair)?.en).values()].sort(
    (one, other) => other.length - one.length,
  );
  return reasons.get(most?.[0] ?? '');
};

/** One change for all. */
const changeOf = (kind: 'stuck' | 'undecided', pairs: readonly string[], reasons: Reasons): readonly Change[] =>
  pairs.length === 0 ? [] : [{ kind, pairs, reason: mostlyBecause(pairs, reasons) }];

const silent = (watched: Watched | undefined, reasons: Reasons): Change => ({
  kind: 'silent',
  nights: Math.min(week, watched?.trail.length ?? 0),
  reason: mostlyBecause([...reasons.keys()], reasons),
});
