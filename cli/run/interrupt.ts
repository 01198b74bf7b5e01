/** Ctrl-C: the first asks the suite to stop, and after a short patience, or at the second, the run is over. */
export interface Interrupt {
  readonly happened: () => boolean;
  /** Resolves when nothing more is waited for. */
  readonly patienceOver: Promise<readonly string[]>;
  readonly forget: () => void;
}

/** Whether there was anything to hear before there was a suite to stop. */
export type Early = Pick<Interrupt, 'happened' | 'forget'>;

/** Milliseconds that running checks get to end after Ctrl-C. */
const patience = 5000;

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Listens while vitest is made, which ends the process at a signal from then on. A signal is lost while nobody listens, so one of ours always does. */
export const listenEarly = (): Early => {
  let times = 0;
  let over = false;
  const heard = (): void => {
    times += 1;
  };
  const dropOthers = (name: string | symbol): void => {
    const signal = signals.find((one) => one === name);
    if (signal === undefined) return;
    queueMicrotask(() => {
      const others = over ? [] : process.listeners(signal).filter((listener) => listener !== heard);
      for (const listener of others) process.off(signal, listener);
    });
  };
  for (const signal of signals) process.on(signal, heard);
  process.on('newListener', dropOthers);
  return {
    happened: () => times > 0,
    forget: () => {
      over = true;
      process.off('newListener', dropOthers);
      for (const signal of signals) process.off(signal, heard);
    },
  };
};

/** Listens for SIGINT and SIGTERM while a suite runs, in place of vitest and of whoever listened early. */
export const onInterrupt = (stop: () => Promise<void>, early: Early): Interrupt => {
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
  for (const signal of signals) {
    const others = process.listeners(signal);
    process.prependListener(signal, heard);
    for (const listener of others) process.off(signal, listener);
  }
  early.forget();
  if (early.happened()) heard();
  return {
    happened: () => times > 0,
    patienceOver,
    forget: () => {
      for (const signal of signals) process.off(signal, heard);
    },
  };
};
