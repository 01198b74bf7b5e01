import type { Signals } from '../signals.ts';

/** When a receiver ends: at a signal, after a time, when it is complete, or at a failure. */
export interface End {
  /** Rejects with the failure. */
  readonly reached: Promise<void>;
  readonly complete: () => void;
  readonly fail: (error: unknown) => void;
}

/** An end that is waited for from now on; so many milliseconds at most, where that is said. */
export const untilEnd = (signals: Signals, milliseconds: number | undefined): End => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const complete = (): void => {
    resolve(undefined);
  };
  signals.to(complete);
  if (signals.count() > 0) complete();
  const timer = milliseconds === undefined ? undefined : setTimeout(complete, milliseconds);
  const reached = promise.finally(() => {
    clearTimeout(timer);
  });
  // Whoever does not come to waiting for it has another failure to tell.
  reached.catch(() => undefined);
  return {
    reached,
    complete,
    fail: (error) => {
      reject(error instanceof Error ? error : new Error(String(error)));
    },
  };
};
