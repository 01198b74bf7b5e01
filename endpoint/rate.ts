import type { Clock } from './clock.ts';

/** Waits until the next request may leave; rejects when the signal aborts first. */
export type RateLimit = (signal?: AbortSignal) => Promise<void>;

/** A token bucket that holds one token: requests leave at least `1 / perSecond` apart, in the order in which they asked. */
export const rateLimit = (perSecond: number | undefined, clock: Clock): RateLimit => {
  if (perSecond === undefined) return () => Promise.resolve();
  const interval = 1000 / perSecond;
  let free = -Infinity;
  return async (signal) => {
    const now = clock.now();
    const turn = Math.max(now, free);
    free = turn + interval;
    if (turn > now) await clock.sleep(turn - now, signal);
  };
};
