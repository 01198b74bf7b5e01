import { parentPort, workerData } from 'node:worker_threads';

/** What a worker is started with. */
export interface GuardStart {
  /** URL of the module whose `start(setup)` gives the functions. */
  readonly module: string;
  readonly setup: unknown;
}

/** One call, by the name of the function. */
export interface GuardCall {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** What a worker says: first that it is ready, then one answer a call; after `trap` it can't be used any more. */
export type GuardAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'error'; readonly thrown: string; readonly message: string }
  | { readonly kind: 'trap'; readonly message: string };

type Functions = Readonly<Record<string, ((...values: readonly unknown[]) => unknown) | undefined>>;

const startWith = async ({ module, setup }: GuardStart): Promise<Functions> => {
  const { start } = (await import(module)) as Functions;
  if (start === undefined) throw new TypeError(`${module} exports no start(setup)`);
  return (await start(setup)) as Functions;
};

const answer = async (functions: Functions, { name, values }: GuardCall): Promise<GuardAnswer> => {
  try {
    const run = functions[name];
    if (run === undefined) throw new TypeError(`no function ${name} in the worker`);
    return { kind: 'result', value: await run(...values) };
  } catch (error) {
    return failure(error);
  }
};

const failure = (error: unknown): GuardAnswer => {
  if (error instanceof WebAssembly.RuntimeError) return { kind: 'trap', message: error.message };
  if (error instanceof Error) return { kind: 'error', thrown: error.name, message: error.message };
  return { kind: 'error', thrown: typeof error, message: String(error) };
};

const port = parentPort;
if (port !== null) {
  const functions = startWith(workerData as GuardStart);
  functions.then(
    () => {
      port.postMessage({ kind: 'ready' } satisfies GuardAnswer);
    },
    (error: unknown) => {
      port.postMessage(failure(error));
    },
  );
  port.on('message', (call: GuardCall) => {
    void functions.then(async (ready) => {
      port.postMessage(await answer(ready, call));
    });
  });
}
