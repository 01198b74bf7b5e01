import { setTimeout as wait } from 'node:timers/promises';

/** The passing of time as an argument, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the signal aborts first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The clock of this machine: for the times of exchanges, and for a mock that runs by itself. */
export const systemClock: Clock = {
  // oxlint-disable-next-line no-restricted-properties -- no verdict follows from it: what a run judges by is `today`
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
};
