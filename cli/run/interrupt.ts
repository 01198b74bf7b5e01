import type { Signals } from '../signals.ts';

/** Ctrl-C: the first asks the suite to stop, and after a short patience, or at the second, the run is over. */
export interface Interrupt {
  readonly happened: () => boolean;
  /** Resolves when nothing more is waited for. */
  readonly patienceOver: Promise<readonly never[]>;
}

/** Milliseconds that running checks get to end after Ctrl-C. */
const patience = 5000;

/** Takes signals while a suite runs; one that came before there was a suite to stop counts. */
export const onInterrupt = (signals: Signals, stop: () => Promise<void>): Interrupt => {
  let times = 0;
  let give: (errors: readonly never[]) => void = () => undefined;
  const patienceOver = new Promise<readonly never[]>((resolve) => {
    give = resolve;
  });
  const heard = (): void => {
    times += 1;
    if (times > 1) give([]);
    setTimeout(give, patience, []).unref();
    void stop();
  };
  signals.to(heard);
  if (signals.count() > 0) heard();
  return { happened: () => times > 0, patienceOver };
};
