/** Ctrl-C: the first asks the suite to stop, and after a short patience, or at the second, the run is over. */
export interface Interrupt {
  readonly happened: () => boolean;
  /** Resolves when nothing more is waited for. */
  readonly patienceOver: Promise<readonly string[]>;
  readonly forget: () => void;
}

/** Milliseconds that running checks get to end after Ctrl-C. */
const patience = 5000;

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Listens for SIGINT and SIGTERM while a suite runs, in place of vitest, which would end the process at once. */
export const onInterrupt = (stop: () => Promise<void>): Interrupt => {
  let times = 0;
  let give: (errors: readonly string[]) => void = () => undefined;
  const patienceOver = new Promise<readonly string[]>((resolve) => {
    give = resolve;
  });
  const heard = (): void => {
    times += 1;
    if (times > 1) give([]);
    setTimeout(give, patience, []).unref();
    void stop();
  };
  const others = signals.map((signal) => [signal, process.listeners(signal)] as const);
  for (const signal of signals) process.removeAllListeners(signal).on(signal, heard);
  return {
    happened: () => times > 0,
    patienceOver,
    forget: () => {
      for (const [signal, listeners] of others) {
        process.off(signal, heard);
        for (const listener of listeners) process.on(signal, listener);
      }
    },
  };
};
