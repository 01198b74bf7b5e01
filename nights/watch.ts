import { isOfTonight } from './compare-circumstances.ts';
import type { Watched } from './memory.ts';
import { absent, after, longAway, seen, streak } from './trail.ts';

/** What is told of something that was to be decided: that it is not, on too many nights; that it is not; that it is again. */
export type Telling = 'alarm' | 'begun' | 'ended';

/** A run, as far as one thing goes that was to be decided. */
interface Looking {
  readonly isOpen: boolean;
  /** Whether that is a change for the worse. */
  readonly isWorse: boolean;
  /** Whether it was decided well on an earlier night: nights before the first of those count for nothing after it. */
  readonly wasWell: boolean;
  readonly at: string;
  /** When the night of this run began. */
  readonly began: string;
}

/** What is watched after a run, while it is, and what is told of it. */
interface Step {
  readonly watched: Watched | undefined;
  readonly told: Telling | undefined;
}

/** Nights without a decision that are an alarm: so many in a row, each time, or so many of the last seven, once. */
const alarming = 3;

/** Nights that are looked back on. */
export const week = longAway;

/** Watches on how many nights something is not decided; of several runs of one night the one that decides counts. */
export const watch = (before: Watched | undefined, { isOpen, isWorse, wasWell, at, began }: Looking): Step => {
  if (before === undefined) return isOpen ? begun(at) : { watched: undefined, told: undefined };
  const isSameNight = isOfTonight(before.looked, began);
  const trail = after(before.trail, { isThere: isOpen, isSameNight, by: 'all' });
  const now = { ...before, looked: at, trail };
  if (!trail.endsWith('x'))
    return wasWell ? decided(now) : { watched: undefined, told: now.isTold ? 'ended' : undefined };
  if (isWorse && !isSameNight && isLong(now))
    return { watched: { ...now, isTold: true, isAlarmed: true }, told: 'alarm' };
  return { watched: { ...now, isTold: true }, told: before.isTold ? undefined : 'begun' };
};

const begun = (at: string): Step => ({
  watched: { looked: at, trail: 'x', isTold: true, isAlarmed: false },
  told: 'begun',
});

const isLong = ({ trail, isAlarmed }: Watched): boolean =>
  streak(trail) === alarming || (!isAlarmed && seen(trail.slice(-week)) >= alarming);

/** What comes and goes is told to be decided again once it does that no longer. */
const decided = (now: Watched): Step => {
  const told = now.isTold ? 'ended' : undefined;
  if (absent(now.trail) >= week) return { watched: undefined, told };
  const comesAndGoes = (now.trail.slice(-week).match(/x+/g) ?? []).length > 1;
  return comesAndGoes ? { watched: now, told: undefined } : { watched: { ...now, isTold: false }, told };
};
