/** What hears SIGINT and SIGTERM, in place of whoever would end the process at one. */
export interface Signals {
  /** Hands signals to another listener, from now on. */
  readonly to: (heard: () => void) => void;
  /** How many came so far. */
  readonly count: () => number;
  readonly forget: () => void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Listens until it forgets. Vitest listens by itself once it is made, and ends the process: others are dropped as they come. */
export const listenToSignals = (): Signals => {
  let times = 0;
  let over = false;
  let listener = (): void => undefined;
  const heard = (): void => {
    times += 1;
    listener();
  };
  const dropOthers = (name: string | symbol): void => {
    const signal = signals.find((one) => one === name);
    if (signal === undefined) return;
    queueMicrotask(() => {
      const others = over ? [] : process.listeners(signal).filter((one) => one !== heard);
      for (const other of others) process.off(signal, other);
    });
  };
  for (const signal of signals) process.on(signal, heard);
  process.on('newListener', dropOthers);
  return {
    to: (next) => {
      listener = next;
    },
    count: () => times,
    forget: () => {
      over = true;
      process.off('newListener', dropOthers);
      for (const signal of signals) process.off(signal, heard);
    },
  };
};
