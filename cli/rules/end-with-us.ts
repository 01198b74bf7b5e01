import type { ChildProcess } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets a process that may listen to no signal end with this one; returns how to forget it. */
export const endWithUs = (child: ChildProcess): (() => void) => {
  const end = (signal: NodeJS.Signals): void => {
    child.kill('SIGKILL');
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return forget;
};
