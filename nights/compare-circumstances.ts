import type { Change } from './change.ts';
import type { Memory } from './memory.ts';
import type { Night, Times } from './night.ts';

/** Hours after which a run is of another night, and after which a night was missed: a day has 23 to 25. */
const [anotherNight, missedNight] = [12, 36];

/** Hours from one moment to another. */
export const hoursBetween = (before: string, now: string): number => (Date.parse(now) - Date.parse(before)) / 3_600_000;

/** Whether a run is of the night that began with another. */
export const isSameNight = (began: string, now: string): boolean => hoursBetween(began, now) < anotherNight;

/** Whether a night that a run is of can have begun at a moment. */
export const isBeginOf = (began: string, run: string): boolean =>
  hoursBetween(began, run) >= 0 && isSameNight(began, run);

/** Whether something was looked at in the night that began at a moment. */
export const isOfTonight = (looked: string, began: string): boolean => Date.parse(looked) >= Date.parse(began);

/** Compares all but verdicts: the suite, nights that were missed, what is permitted, and times. */
export const compareCircumstances = (memory: Memory, last: string, night: Night): readonly Change[] => [
  ...(memory.suite === night.suite ? [] : [{ kind: 'suite' as const, before: memory.suite, now: night.suite }]),
  ...missed(last, night.at),
  ...permissions(memory.permitted, night.permitted),
  ...(night.cutShort === undefined ? [] : [{ kind: 'cut' as const, ...night.cutShort }]),
  ...night.times.flatMap((now) => slow(memory, now)),
];

const missed = (last: string, at: string): readonly Change[] => {
  const hours = hoursBetween(last, at);
  return hours < missedNight ? [] : [{ kind: 'missed', nights: Math.round(hours / 24) - 1, since: last }];
};

/** Everything, where no permission is needed. */
const all = 'all';

const permissions = (before: readonly string[] = [all], now: readonly string[] = [all]): readonly Change[] => {
  const [lost, gained] = [
    before.filter((one) => !now.includes(one) && !now.includes(all)),
    now.filter((one) => !before.includes(one) && !before.includes(all)),
  ];
  return [
    ...(lost.length === 0 ? [] : [{ kind: 'less' as const, permissions: lost }]),
    ...(gained.length === 0 || lost.length > 0 ? [] : [{ kind: 'more' as const, permissions: gained }]),
  ];
};

/** Fewest exchanges whose median says something, and what is slow: so many times as long, and so many milliseconds more. */
const [leastExchanges, times, milliseconds] = [20, 2, 200];

/** Whether a median says something. */
export const isCounted = ({ exchanges }: Times): boolean => exchanges >= leastExchanges;

const slow = ({ times: known, history }: Memory, now: Times): readonly Change[] => {
  if (!isCounted(now)) return [];
  const before = known.find(({ documentType }) => documentType === now.documentType);
  if (before !== undefined && isSlow(before, now)) return [{ kind: 'slow', before, now }];
  const crept = creeping(history, now);
  return crept === undefined ? [] : [{ kind: 'slow', now, ...crept }];
};

const isSlow = (before: Times, now: Times): boolean =>
  isCounted(before) && now.median >= before.median * times && now.median - before.median >= milliseconds;

/** The best night of those that are kept, where this one is slow beside it and none between was: then that was told. */
const creeping = (
  history: Memory['history'],
  now: Times,
): { readonly before: Times; readonly on: string } | undefined => {
  const nights = history.flatMap(({ at, times: all }) =>
    all.filter((one) => one.documentType === now.documentType && isCounted(one)).map((before) => ({ before, on: at })),
  );
  const [best] = nights.toSorted((one, other) => one.before.median - other.before.median);
  if (best === undefined || !isSlow(best.before, now)) return undefined;
  return nights.some(({ before }) => isSlow(best.before, before)) ? undefined : best;
};
