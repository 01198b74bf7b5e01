import type { Signals } from '../signals.ts';
import { Stopped, interrupted } from '../stopped.ts';

/**
 * Goes on with work when Ctrl-C or SIGTERM comes, which is told once; at the second the work is to stop, and throws `Stopped`
 * once it has.
 */
export const patiently = async <Result>(
  signals: Signals,
  tellFirst: () => void,
  work: (stop: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  let times = 0;
  signals.to(() => {
    times += 1;
    if (times === 1) tellFirst();
    else stop.abort();
  });
  try {
    return await work(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) throw new Stopped(interrupted.en, { cause: error });
    throw error;
  } finally {
    signals.to(() => undefined);
  }
};
