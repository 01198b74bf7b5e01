import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How a command ended, and what it cost. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Megabytes that the largest process of the command held at most. */
  readonly peak: number;
  readonly seconds: number;
}

/** How a command is run. */
export interface CommandOptions {
  /** The whole environment, unless `more` is all that is wanted besides the usual one. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly more?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
  readonly onStart?: ((child: ChildProcess) => void) | undefined;
  /** Milliseconds until it is killed with all its processes; 150,000 unless said. */
  readonly patience?: number | undefined;
}

/** The checkout that is attacked. */
export const project = resolve(import.meta.dirname, '../..');

/** Runs `3pas` with all its processes in a group, and watches their memory. */
export const command = (args: readonly string[], options: CommandOptions = {}): Promise<Ended> =>
  start(process.execPath, [join(project, 'cli/bin.js'), ...args], options);

/** Runs a script of bash, in which `threepas` is the command. */
export const shell = (script: string, options: CommandOptions = {}): Promise<Ended> => {
  const own = `threepas() { ${JSON.stringify(process.execPath)} ${JSON.stringify(join(project, 'cli/bin.js'))} "$@"; }`;
  return start('/bin/bash', ['-c', `${own}\n${script}`], options);
};

const start = (program: string, args: readonly string[], options: CommandOptions): Promise<Ended> =>
  new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(program, args, {
      env: options.environment ?? { ...process.env, LANG: 'C', ...options.more },
      cwd: options.cwd ?? project,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const said = { stdout: '', stderr: '' };
    let peak = 0;
    const watching = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 100);
    const killing = setTimeout(kill, options.patience ?? 150_000, child);
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearInterval(watching);
      clearTimeout(killing);
      done({ code, signal, ...said, peak, seconds: (performance.now() - started) / 1000 });
    });
    options.onStart?.(child);
  });

/** Ends a command and every process of its group. */
export const kill = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};

/** Megabytes of the largest process in a group, by Linux's own record; 0 elsewhere. */
const peakOf = (group: number | undefined): number => {
  const sizes = processes().flatMap((pid) => (groupOf(pid) === group ? [sizeOf(pid)] : []));
  return Math.max(0, ...sizes);
};

const processes = (): readonly string[] => {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The fifth field of `stat`; the second, the name, may hold spaces. */
const groupOf = (pid: string): number =>
  Number(
    textOf(`/proc/${pid}/stat`)
      .replace(/^.*\) /, '')
      .split(' ')[2],
  );

const sizeOf = (pid: string): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Output that a user would see of a bug of ours: a stack trace, or our own word for one. */
export const bugIn = ({ stdout, stderr, code, signal }: Ended): string | undefined => {
  const said = stdout + stderr;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(said)) return `a stack trace: ${said.slice(-300)}`;
  if (/a bug of 3pas|fout van 3pas/i.test(said)) return `"a bug of 3pas": ${said.slice(-300)}`;
  if (signal !== null) return `ended by ${signal}`;
  return code === null ? 'ended without a code' : undefined;
};
