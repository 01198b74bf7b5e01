/** Bytes of arguments from which a call is large: far more than a delivery has without a large content. */
const largeBytes = 256 * 1024;

/** What the memory of this process may come to before workers that have grown are replaced, and by how much one has to have grown. */
const most = { process: 320 * 1024 ** 2, grown: 48 * 1024 ** 2 };

/** What large calls of all workers of this process take: one has the memory at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** Whether arguments hold so many bytes that the memory for them is to be minded. */
export const isLarge = (values: readonly unknown[]): boolean => bytesIn(values, deepest) > largeBytes;

/** Objects within objects that are looked through: the body of the request of an exchange of a case. */
const deepest = 6;

const bytesIn = (value: unknown, depth: number): number => {
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  let sum = 0;
  for (const one of Object.values(value)) sum += bytesIn(one, depth - 1);
  return sum;
};

/** Runs one large call after another, whichever worker each is for. */
export const inTurn = <Result>(call: () => Promise<Result>): Promise<Result> => {
  const result = turn.then(call);
  turn = result.catch(() => undefined);
  return result;
};

/** Watches by how much a worker grows in its large calls: its memory never shrinks while it lives. */
export interface Growth {
  /** Runs a call, and counts by how much the worker grew. */
  readonly over: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** Whether the worker had better be replaced. */
  readonly isTooMuch: () => boolean;
  /** There is a fresh worker. */
  readonly reset: () => void;
}

/** Growth as the memory of the process shows it; `memory` tells that in bytes. */
export const watchGrowth = (memory: () => number = () => process.memoryUsage.rss()): Growth => {
  let grown = 0;
  return {
    over: async (call) => {
      const before = memory();
      try {
        return await call();
      } finally {
        grown += Math.max(0, memory() - before);
      }
    },
    isTooMuch: () => grown > most.grown && memory() > most.process,
    reset: () => {
      grown = 0;
    },
  };
};
