import { fork, type ChildProcess } from 'node:child_process';
import { bareEnvironment } from './bare-environment.ts';
import { ConfigurationError } from './configuration-error.ts';
import { leanProcess } from './lean-process.ts';
import { mockFailure, type MockFailure } from './mock-failure.ts';
import type { TlsMaterial } from './mock/open-tls.ts';
import type { ChildMessage, ParentMessage, ProcessOptions, Question } from './mock/process-protocol.ts';
import type { KeptDossier, MockCounts, ReceivedDelivery } from './mock/registry.ts';

export type MockOptions = ProcessOptions;

/** A mock in a process of its own. */
export interface RunningMock {
  /** Of the service. */
  readonly url: string;
  /** Where a person or a test looks at what came in. */
  readonly controlUrl: string;
  readonly counts: () => Promise<MockCounts>;
  /** The deliveries that got a dossier number. */
  readonly kept: () => Promise<readonly KeptDossier[]>;
  readonly received: () => Promise<readonly ReceivedDelivery[]>;
  /** What its clients need to speak TLS with it; undefined over plain HTTP. */
  readonly tls: TlsMaterial | undefined;
  /** Another certificate of the server from the same root, from the next connection on; rejects over plain HTTP. */
  readonly renewServerCertificate: () => Promise<void>;
  /** Resolves when its process ends though nobody stopped it. */
  readonly ended: Promise<MockFailure>;
  readonly stop: () => Promise<void>;
}

/** Starts the mock; it ends with this process. Rejects with `ConfigurationError` for a port in use or a broken contract. */
export const startMock = async (options: MockOptions): Promise<RunningMock> => {
  const child = fork(ownProcess(), [], {
    execArgv: [...leanProcess.execArgv, ...smaller.execArgv],
    env: { ...bareEnvironment(), ...leanProcess.env, ...smaller.env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said = lastWords(child);
  const { url, controlUrl, tls } = await started(child, options, said);
  const ask = questions(child, said);
  const ended = endOf(child, said);
  return {
    url,
    controlUrl,
    counts: async () => (await ask('counts')) as MockCounts,
    kept: async () => (await ask('kept')) as readonly KeptDossier[],
    received: async () => (await ask('received')) as readonly ReceivedDelivery[],
    tls,
    renewServerCertificate: async () => {
      if (tls === undefined) throw new Error('The mock speaks plain HTTP: it has no certificate to renew.');
      await ask('renew-server-certificate');
    },
    ended,
    stop: () => stop(child),
  };
};

/** It takes whatever others send: each of its threads collects garbage sooner, and large blocks go back to the system at once. */
const smaller = {
  execArgv: ['--max-semi-space-size=8'],
  env: { MALLOC_MMAP_THRESHOLD_: '262144' },
};

/** The same extension as this module has: `.js` once it is compiled. */
const ownProcess = (): URL =>
  new URL(`./mock/own-process${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

const send = (child: ChildProcess, message: ParentMessage): void => {
  child.send(message, () => undefined);
};

const started = (
  child: ChildProcess,
  options: MockOptions,
  said: () => string,
): Promise<ChildMessage & { readonly kind: 'ready' }> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    whenGone(child, said, reject);
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') resolve(message);
      if (message.kind === 'failed')
        reject(message.configuration ? new ConfigurationError(message.message) : new Error(message.message));
    });
    send(child, { kind: 'start', options });
  });

/** The end of what a process wrote to its standard error, for the message when it dies. */
const lastWords = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-2000);
  });
  return () => text.trim();
};

const whenGone = (child: ChildProcess, said: () => string, tell: (reason: MockFailure) => void): void => {
  child.once('close', (code, signal) => {
    tell(mockFailure({ code, signal, said: said() }));
  });
};

/** An end that was asked for is none. */
const endOf = (child: ChildProcess, said: () => string): Promise<MockFailure> =>
  new Promise((resolve) => {
    whenGone(child, said, (reason) => {
      if (!stopping.has(child)) resolve(reason);
    });
  });

const stopping = new WeakSet<ChildProcess>();

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

const questions = (child: ChildProcess, said: () => string): ((question: Question) => Promise<unknown>) => {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone: Error | undefined;
  child.on('message', (message: ChildMessage) => {
    if (message.kind !== 'answer') return;
    waiting.get(message.id)?.resolve(message.value);
    waiting.delete(message.id);
  });
  whenGone(child, said, (reason) => {
    gone = reason;
    for (const { reject } of waiting.values()) reject(reason);
  });
  return async (question) => {
    if (gone !== undefined) throw gone;
    last += 1;
    const id = last;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    send(child, { kind: 'ask', id, question });
    return answer;
  };
};

const patienceMs = 2_000;

/** Asks first, and ends the process by force when that does not help. */
const stop = async (child: ChildProcess): Promise<void> => {
  stopping.add(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  send(child, { kind: 'stop' });
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await closed;
  clearTimeout(force);
};
