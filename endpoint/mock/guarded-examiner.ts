import type { Contract } from '#contract/contract';
import { guarded } from '#xml/guard';
import type { Carrier } from '../credentials.ts';
import type { ExaminerSetup } from './examine-worker.ts';
import type { Examination } from './examine.ts';
import type { ViewContext } from './judgement/view.ts';

/** Examines messages, wherever that is done. */
export interface MessageExaminer {
  readonly examine: (message: Uint8Array, context: ViewContext) => Promise<Examination>;
  readonly close: () => Promise<void>;
}

/** One that has to be started, as after each message that it did not survive. */
export interface StartedExaminer extends MessageExaminer {
  /** Resolves when it can examine at once; rejects when it can't be started. */
  readonly warmUp: () => Promise<void>;
}

/** Longer than any real delivery takes by far; on a machine that is busy with other things it gets the patience. */
const limits = { deadlineMs: 1500, patienceMs: 15_000, memoryMiB: 256 };

/** An examiner in a thread of its own; a message past the limits rejects with `GuardTimeout` or `GuardCrash`. */
export const guardedExaminer = (contract: Contract, carrier: Carrier): StartedExaminer => {
  const setup: ExaminerSetup = { contract, carrier };
  const guard = guarded(workerModule(), { ...limits, setup });
  return {
    examine: async (message, context) => (await guard.call('examine', message, context)) as Examination,
    warmUp: async () => {
      await guard.call('warmUp');
    },
    close: guard.close,
  };
};

/** The same extension as this module has: `.js` once it is compiled. */
const workerModule = (): URL =>
  new URL(`./examine-worker${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);
