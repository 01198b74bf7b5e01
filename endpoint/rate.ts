import type { Clock } from './clock.ts';

/** So many requests that leave at the same moment; each of them is given the same object. */
export interface Together {
  readonly size: number;
}

/** Lets requests leave one after another. */
export interface RateLimit {
  /** Waits until the next request may leave, or all of those that leave together; rejects when the signal aborts first. */
  readonly turn: (signal?: AbortSignal, together?: Together) => Promise<void>;
  /** Holds what has not left yet for so many milliseconds; returns how much longer than it was held already. */
  readonly hold: (milliseconds: number) => number;
}

/**
 * A token bucket that holds one token: requests leave at least `1 / perSecond` apart, in the order in which they asked. Those that
 * leave together stand as far from what leaves before and after them as they would take one by one, so that no second has more.
 */
export const rateLimit = (perSecond: number | undefined, clock: Clock): RateLimit => {
  const interval = perSecond === undefined ? 0 : 1000 / perSecond;
  let free = -Infinity;
  let held = -Infinity;
  const open = new WeakMap<Together, { readonly at: number; left: number }>();
  const take = (size: number): number => {
    const own = Math.max(clock.now(), free + interval * (size - 1));
    free = own + interval * size;
    return own;
  };
  /** The first of those that leave together takes the turns of all; one that is sent again has a turn of its own. */
  const momentOf = (together: Together | undefined): number => {
    if (together === undefined) return take(1);
    const taken = open.get(together);
    if (taken === undefined) {
      const at = take(together.size);
      open.set(together, { at, left: together.size - 1 });
      return at;
    }
    if (taken.left === 0) return take(1);
    taken.left -= 1;
    return taken.at;
  };
  return {
    turn: async (signal, together) => {
      // What waits for its turn can be held meanwhile; it then takes another turn.
      do {
        const own = momentOf(together);
        const now = clock.now();
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
