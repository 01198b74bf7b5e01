import type { Clock } from './clock.ts';

/** Lets requests leave one after another. */
export interface RateLimit {
  /** Waits until the next request may leave; rejects when the signal aborts first. */
  readonly turn: (signal?: AbortSignal) => Promise<void>;
  /** Holds what has not left yet for so many milliseconds; returns how much longer than it was held already. */
  readonly hold: (milliseconds: number) => number;
}

/** A token bucket that holds one token: requests leave at least `1 / perSecond` apart, in the order in which they asked. */
export const rateLimit = (perSecond: number | undefined, clock: Clock): RateLimit => {
  const interval = perSecond === undefined ? 0 : 1000 / perSecond;
  let free = -Infinity;
  let held = -Infinity;
  return {
    turn: async (signal) => {
      // What waits for its turn can be held meanwhile; it then takes another turn.
      do {
        const now = clock.now();
        const own = Math.max(now, free);
        free = own + interval;
        if (own > now) await clock.sleep(own - now, signal);
      } while (held > clock.now());
    },
    hold: (milliseconds) => {
      const now = clock.now();
      const before = Math.max(held, now);
      held = Math.max(before, now + milliseconds);
      free = Math.max(free, held);
      return held - before;
    },
  };
};
