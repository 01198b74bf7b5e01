import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import type { Contract } from '#contract/contract';
import { bareEnvironment } from '#endpoint/bare-environment';
import { leanProcess } from '#endpoint/lean-process';
import { tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { endWithUs } from './end-with-us.ts';
import type { Take } from './job.ts';
import { linesOf } from './lines-of.ts';
import { mustKeepInside } from './links.ts';
import { lockFlags } from './lock.ts';
import { RulesEnded } from './rules-ended.ts';
import { type Order, readSaid } from './said.ts';

/** What is done with which contract, and whether its code is locked in. */
export interface Apart extends Pick<Order, 'isLocked' | 'job'> {
  readonly contract: Contract;
  /** Milliseconds without a word, after which it is given up. */
  readonly patience?: number;
}

/** Many times what the slowest delivery takes on a busy machine. */
const usualPatience = 90_000;

/**
 * Does a job in a process of its own with a bare environment, which runs `rules.mjs`. Throws `UsageError` for what is wrong with
 * that, and `RulesEnded` when the process ends otherwise or is silent for too long.
 */
export const doJobApart = async (apart: Apart, take: Take): Promise<void> => {
  const { contract, isLocked, job, patience = usualPatience } = apart;
  if (isLocked) mustKeepInside(contract.directory);
  const order = { directory: contract.directory, isLocked, job };
  const child = start(order);
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) void relay(stream, fileOf(contract));
  const forget = endWithUs(child);
  child.stdin?.end(JSON.stringify(order));
  const silence = setTimeout(() => child.kill('SIGKILL'), patience);
  const said = (): void => void silence.refresh();
  try {
    if (!(await isDone(child, { take, said }))) throw new RulesEnded(await reasonOf(child, apart));
  } finally {
    clearTimeout(silence);
    child.kill('SIGKILL');
    forget();
  }
};

/** The same extension as this module has: `.js` once it is compiled. */
const ownProcess = new URL(`./own-process${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

const start = (order: Order): ChildProcess => {
  const flags = order.isLocked ? lockFlags(order.directory) : [];
  const child = spawn(process.execPath, [...leanProcess.execArgv, ...flags, fileURLToPath(ownProcess)], {
    env: { ...bareEnvironment(), ...leanProcess.env },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  // One that is gone before it was told anything is told of by how it ended.
  child.stdin.on('error', () => undefined);
  return child;
};

const fileOf = ({ faces = 'rules.mjs' }: Contract): string => basename(faces);

/** Output of foreign code is shown as its own, line by line, and never where a program reads our output. */
const relay = async (stream: Readable, file: string): Promise<void> => {
  for await (const line of linesOf(stream)) tellAside(`${file}: ${visible(line)}\n`);
};

interface Ear {
  readonly take: Take;
  readonly said: () => void;
}

/** Takes what a process says until it is done; false when it ended before that. */
const isDone = async (child: ChildProcess, { take, said }: Ear): Promise<boolean> => {
  for await (const line of linesOf(child.stdio[3] as Readable)) {
    const one = readSaid(line);
    said();
    if (one === undefined) continue;
    if (one.kind === 'done') return true;
    if (one.kind !== 'failed') take(one);
    else throw one.isUsage ? new UsageError(one.said) : new RulesEnded(one.said);
  }
  return false;
};

const reasonOf = async (child: ChildProcess, { contract }: Apart): Promise<Bilingual> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const how = child.signalCode ?? `exit code ${String(child.exitCode)}`;
  const file = fileOf(contract);
  return {
    nl: `het proces is voortijdig beëindigd (${how}); kijk of ${file} process.exit aanroept, of nooit klaar is`,
    en: `the process was ended before its time (${how}); see whether ${file} calls process.exit, or never ends`,
  };
};
