import { type ChildProcess, spawn } from 'node:child_process';
import { bareEnvironment } from '#endpoint/bare-environment';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets a process that may listen to nothing end with this one, however this one ends; returns how to forget it. */
export const endWithUs = (child: ChildProcess): (() => void) => {
  const watcher = watch(child);
  const end = (signal: NodeJS.Signals): void => {
    child.kill('SIGKILL');
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    watcher?.kill('SIGKILL');
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return forget;
};

/** SIGKILL leaves no time for anything, but closes the pipe that a second process reads; without a shell there is none. */
const watch = ({ pid }: ChildProcess): ChildProcess | undefined => {
  if (pid === undefined) return undefined;
  const watcher = spawn('/bin/sh', ['-c', untilClosed, 'sh', String(pid)], {
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  return watcher;
};

const untilClosed = `trap '' ${signals.map((one) => one.slice(3)).join(' ')}; read -r _; kill -9 "$1"`;
