import type { Examination } from './examine.ts';
import type { StartedExaminer } from './guarded-examiner.ts';
import type { ViewContext } from './judgement/view.ts';

export interface PoolOptions {
  readonly make: () => StartedExaminer;
  /** Most examiners at a time. */
  readonly most: number;
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
 * what waits the smallest message goes first, so that large ones don't hold up the rest, and none is overtaken for ever.
 */
export const examinerPool = ({ make, most, helpAfterMs, later = setTimeout }: PoolOptions): StartedExaminer => {
  const all: StartedExaminer[] = [];
  const idle: StartedExaminer[] = [];
  const waiting: Waiting[] = [];
  let closed = false;

  const serve = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const next = takeNext(waiting);
      const examiner = idle.pop();
      if (next !== undefined && examiner !== undefined) void perform(examiner, next);
    }
  };
  const perform = async (examiner: StartedExaminer, { message, context, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve(await examiner.examine(message, context));
      rest(examiner);
    } catch (error) {
      reject(error);
      void warm(examiner);
    }
  };
  const rest = (examiner: StartedExaminer): void => {
    idle.push(examiner);
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

const takeNext = (waiting: Waiting[]): Waiting | undefined => {
  const patient = waiting.findIndex(({ overtaken }) => overtaken >= patience);
  const smallest = waiting.reduce(
    (least, { message }, index) => (message.length < (waiting[least]?.message.length ?? Infinity) ? index : least),
    0,
  );
  const chosen = patient >= 0 ? patient : smallest;
  for (const one of waiting.slice(0, chosen)) one.overtaken += 1;
  return waiting.splice(chosen, 1)[0];
};
