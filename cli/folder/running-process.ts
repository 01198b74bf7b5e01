import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that can be told from a later one with the same id. */
export interface RunningProcess {
  readonly host: string;
  readonly pid: number;
  /** Boot of the machine and ticks since then; undefined where the system does not say. */
  readonly start: string | undefined;
}

/** The process that runs this. */
export const thisProcess = (): RunningProcess => ({
  host: hostname(),
  pid: process.pid,
  start: lookUp(process.pid)?.start,
});

/** Whether a process still runs; one of another machine or container can't be seen from here, and is taken to. */
export const isRunning = ({ host, pid, start }: RunningProcess): boolean => {
  if (host !== hostname()) return true;
  if (!isThere(pid)) return false;
  const found = lookUp(pid);
  if (found === undefined) return true;
  return !ended.has(found.state) && (start === undefined || start === found.start);
};

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Of another user: there, and not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A zombie and a dead process keep their id until their parent asks for their end. */
const ended: ReadonlySet<string> = new Set(['Z', 'X']);

/** Fields 3 and 22 of `proc(5)`, counted after the name, which may hold anything. */
const lookUp = (pid: number): { readonly state: string; readonly start: string } | undefined => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { state: fields[0] ?? '', start: `${boot} ${fields[19] ?? ''}` };
  } catch {
    return undefined;
  }
};
