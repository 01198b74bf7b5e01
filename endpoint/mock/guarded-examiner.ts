import { guarded } from '#xml/guard';
import type { Carrier } from '../credentials.ts';
import type { ExaminerSetup } from './examine-worker.ts';
import type { Examination } from './examine.ts';
import type { ViewContext } from './judgement/view.ts';

/** Examines messages one after another, wherever that is done. */
export interface MessageExaminer {
  readonly examine: (message: Uint8Array, context: ViewContext) => Promise<Examination>;
  readonly close: () => Promise<void>;
}

/** Longer than any real delivery takes by far. */
const deadlineMs = 15_000;

/** An examiner in a thread of its own, started at once; a message past the deadline rejects with `GuardTimeout`. */
export const guardedExaminer = (directory: string, carrier: Carrier): MessageExaminer => {
  const setup: ExaminerSetup = { directory, carrier };
  const guard = guarded(workerModule(), { deadlineMs, setup });
  // What is wrong with the contract is told by whoever reads it first; here it would be told twice.
  guard.call('warmUp').catch(() => undefined);
  return {
    examine: async (message, context) => (await guard.call('examine', message, context)) as Examination,
    close: guard.close,
  };
};

/** The same extension as this module has: `.js` once it is compiled. */
const workerModule = (): URL =>
  new URL(`./examine-worker${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);
