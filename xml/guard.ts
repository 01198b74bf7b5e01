import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { watchCpu } from './cpu-watch.ts';
import { GuardCrash, GuardFailure, GuardTimeout } from './guard-error.ts';
import type { GuardAnswer, GuardCall, GuardStart } from './guard-worker.ts';
import { inTurn, isLarge, watchGrowth } from './large-calls.ts';

/** Runs functions in a worker that is stopped and replaced when one takes too long. */
export interface Guard {
  /**
   * Calls a function of the worker; calls run one after another, and large ones after those of other workers too. Rejects with `GuardFailure` for what the function throws, with
   * `GuardTimeout` past the deadline, with `GuardCrash` when the worker fails. Arguments and result are copied.
   */
  readonly call: (name: string, ...values: readonly unknown[]) => Promise<unknown>;
  /** Stops the worker; what still waits is rejected. */
  readonly close: () => Promise<void>;
}

export interface GuardOptions {
  /** Milliseconds that one call may take. */
  readonly deadlineMs: number;
  /** Milliseconds that it gets while its own thread has used less CPU than the deadline since, the machine being busy; none more unless said. */
  readonly patienceMs?: number;
  /** Most of V8's memory that the worker gets, in MiB; as much as V8 likes unless said. */
  readonly memoryMiB?: number;
  /** Milliseconds of CPU that a worker may take to start, or ten times as many in all; 60,000 unless said. */
  readonly startMs?: number;
  /** What the module's `start` gets. */
  readonly setup?: unknown;
}

/** Guards the functions that a worker module's `start(setup)` returns by name. */
export const guarded = (
  workerModule: URL,
  { deadlineMs, patienceMs = deadlineMs, startMs = 60_000, memoryMiB, setup }: GuardOptions,
): Guard => {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const growth = watchGrowth();

  const stop = async (): Promise<void> => {
    const stopping = worker;
    worker = undefined;
    growth.reset();
    await stopping?.terminate();
  };
  const started = async (): Promise<Worker> => {
    if (worker !== undefined) return worker;
    const fresh = startWorker({ module: workerModule.href, setup }, memoryMiB);
    worker = fresh;
    fresh.once('exit', () => {
      if (worker === fresh) worker = undefined;
    });
    const ready = await nextAnswer(fresh, { deadlineMs: startMs, patienceMs: 10 * startMs }, 'starting the worker');
    if (ready.kind === 'ready') return fresh;
    await stop();
    return refuse(ready);
  };
  const perform = async (call: GuardCall): Promise<unknown> => {
    if (closed) throw new GuardCrash(`can't call ${call.name}: the guard is closed`);
    try {
      const asked = await started();
      asked.postMessage(call);
      return resultOf(await nextAnswer(asked, { deadlineMs, patienceMs }, `the call of ${call.name}`));
    } catch (error) {
      if (!(error instanceof GuardFailure)) await stop();
      throw error;
    }
  };
  const performLarge = (call: GuardCall): Promise<unknown> =>
    inTurn(async () => {
      try {
        return await growth.over(() => perform(call));
      } finally {
        if (growth.isTooMuch()) await stop();
      }
    });
  return {
    call: (name, ...values) => {
      const result = last.then(() => (isLarge(values) ? performLarge : perform)({ name, values }));
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      closed = true;
      await stop();
    },
  };
};

/** The bootstrap beside this module, TypeScript or JavaScript as this one is. */
const startWorker = (workerData: GuardStart, memoryMiB: number | undefined): Worker => {
  const bootstrap = new URL(`./guard-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
  const worker = new Worker(bootstrap, {
    workerData,
    ...(memoryMiB === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMiB } }),
  });
  // Without a listener an error between calls would end the process; the exit that follows is what counts.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
};

const resultOf = (answer: GuardAnswer): unknown => (answer.kind === 'result' ? answer.value : refuse(answer));

const refuse = (answer: GuardAnswer): never => {
  if (answer.kind === 'error') throw new GuardFailure(answer.thrown, answer.message);
  throw new GuardCrash(answer.kind === 'trap' ? answer.message : 'the worker answers out of turn');
};

interface Limits {
  readonly deadlineMs: number;
  readonly patienceMs: number;
}

/** Tells when a deadline is over; gives what stops that. */
const watch = (worker: Worker, { deadlineMs, patienceMs }: Limits, onOver: () => void): (() => void) => {
  const patience = setTimeout(onOver, patienceMs);
  const unwatch = patienceMs > deadlineMs ? watchCpu(worker, deadlineMs, onOver) : undefined;
  return () => {
    clearTimeout(patience);
    unwatch?.();
  };
};

/** Waits for one answer; the worker keeps the process alive for so long only. */
const nextAnswer = async (worker: Worker, limits: Limits, what: string): Promise<GuardAnswer> => {
  const { promise, resolve, reject } = Promise.withResolvers<GuardAnswer>();
  const onExit = (code: number): void => {
    reject(new GuardCrash(`the worker stopped with code ${String(code)} during ${what}`));
  };
  const onError = (cause: unknown): void => {
    reject(new GuardCrash(`the worker failed during ${what}: ${String(cause)}`, { cause }));
  };
  const unwatch = watch(worker, limits, () => {
    reject(new GuardTimeout(`${what} took more than ${String(limits.deadlineMs)} ms`));
  });
  worker.ref();
  worker.once('message', resolve).once('exit', onExit).once('error', onError);
  try {
    return await promise;
  } finally {
    unwatch();
    worker.off('message', resolve).off('exit', onExit).off('error', onError);
    worker.unref();
  }
};
