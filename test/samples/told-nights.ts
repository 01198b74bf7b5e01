import { compareNight, type Comparison } from '#nights/compare-night';
import type { Failure, Night } from '#nights/night';
import { aFailure, aNight } from './night.ts';

/** What is told of each of some nights, without the sign of life. */
export const toldOf = (nights: readonly Night[]): readonly string[] => {
  let before: Comparison | undefined;
  return nights.map((night) => {
    before = compareNight(before?.memory, night);
    const kinds = before.changes.map(({ kind }) => kind).filter((kind) => kind !== 'sign' && kind !== 'first');
    return [before.told, ...kinds].join(' ');
  });
};

/** A night on which a check failed, with what a test changes of that. */
export const failing = (day: number, change: Partial<Failure> = {}): Night =>
  aNight(day, { outcome: 'failed', failed: [aFailure(change)] });

/** The nights from a day to the one before another. */
export const nights = (from: number, to: number, make: (day: number) => Night = aNight): readonly Night[] =>
  Array.from({ length: to - from }, (_, index) => make(from + index));

/** Another run of a night, so many hours after the first. */
export const later = (hours: number, night: Night): Night => ({
  ...night,
  runId: `${night.runId}-${String(hours)}`,
  at: new Date(Date.parse(night.at) + hours * 3_600_000).toISOString(),
});
