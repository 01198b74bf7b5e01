import type { Examination } from './examine.ts';
import type { StartedExaminer } from './guarded-examiner.ts';
import type { ViewContext } from './judgement/view.ts';

export interface PoolOptions {
  readonly make: () => StartedExaminer;
  /** Most examiners at a time. */
  readonly most: number;
  /** Messages of more bytes are large: the first examiner alone takes them. */
  readonly largeBytes: number;
  /** Milliseconds that a message waits before another examiner is started for it. */
  readonly helpAfterMs: number;
  /** Does something later; `setTimeout` unless said. */
  readonly later?: (run: () => void, ms: number) => void;
}

interface Waiting {
  readonly message: Uint8Array;
  readonly context: ViewContext;
  readonly resolve: (examination: Examination) => void;
  readonly reject: (error: unknown) => void;
  /** How often a smaller message that came later went first. */
  overtaken: number;
}

/** How often a message lets smaller ones go first. */
const patience = 20;

/**
 * Several examiners as one. The first is started at once, another when a message has waited: in a usual run one does all. Of
 * what waits the smallest message goes first, so that large ones don't hold up the rest, and none is overtaken for ever. Large
 * ones go through the first, one at a time: so one is left for the rest, and one alone gets the memory that they take.
 */
export const examinerPool = (options: PoolOptions): StartedExaminer => {
  const { make, most, largeBytes, helpAfterMs, later = setTimeout } = options;
  const all: StartedExaminer[] = [];
  const idle = new Set<StartedExaminer>();
  const waiting: Waiting[] = [];
  let closed = false;

  const serve = (): void => {
    // The first one last: what any can take is left to the others.
    for (const examiner of all.toReversed().filter((one) => idle.has(one))) {
      const next = takeNext(waiting, examiner === all[0] ? Infinity : largeBytes);
      if (next !== undefined) void perform(examiner, next);
    }
  };
  const perform = async (examiner: StartedExaminer, { message, context, resolve, reject }: Waiting): Promise<void> => {
    idle.delete(examiner);
    try {
      resolve(await examiner.examine(message, context));
      rest(examiner);
    } catch (error) {
      reject(error);
      void warm(examiner);
    }
  };
  const rest = (examiner: StartedExaminer): void => {
    idle.add(examiner);
    serve();
  };
  /** One that can't be started tells so by the next message. */
  const warm = async (examiner: StartedExaminer): Promise<void> => {
    if (closed) return;
    await examiner.warmUp().catch(() => undefined);
    rest(examiner);
  };
  const help = async (): Promise<void> => {
    if (closed || all.length >= most) return;
    const examiner = make();
    all.push(examiner);
    await warm(examiner);
  };
  const first = help();

  return {
    examine: (message, context) =>
      new Promise((resolve, reject) => {
        const one = { message, context, resolve, reject, overtaken: 0 };
        waiting.push(one);
        serve();
        if (!waiting.includes(one) || all.length >= most) return;
        later(() => {
          if (waiting.includes(one)) void help();
        }, helpAfterMs);
      }),
    warmUp: () => first,
    close: async () => {
      closed = true;
      await Promise.all(all.map((one) => one.close()));
    },
  };
};

/** The next message of at most so many bytes: the smallest, or one that was overtaken often. */
const takeNext = (waiting: Waiting[], mostBytes: number): Waiting | undefined => {
  const fitting = waiting.filter(({ message }) => message.length <= mostBytes);
  const smallest = Math.min(...fitting.map(({ message }) => message.length));
  const chosen =
    fitting.find(({ overtaken }) => overtaken >= patience) ??
    fitting.find(({ message }) => message.length === smallest);
  if (chosen === undefined) return undefined;
  for (const one of fitting.slice(0, fitting.indexOf(chosen))) one.overtaken += 1;
  waiting.splice(waiting.indexOf(chosen), 1);
  return chosen;
};
