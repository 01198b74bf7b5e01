import { guarded } from '#xml/guard';
import { GuardCrash, GuardTimeout } from '#xml/guard-error';
import type { Contract } from '#contract/contract';
import type { Carrier } from '../credentials.ts';
import type { ExaminerSetup } from './examine-worker.ts';
import type { Examination } from './examine.ts';
import type { ViewContext } from './judgement/view.ts';

/** An examiner in a thread of its own, where nothing that a message asks for can hold up the mock. */
export interface GuardedExaminer {
  readonly examine: (message: Uint8Array, context: ViewContext) => Promise<Examination>;
  readonly close: () => Promise<void>;
}

/** Longer than any real delivery takes by far. */
const deadlineMs = 15_000;

/** Starts its thread at the first message; `warmUp` does so at once. */
export const guardedExaminer = (contract: Contract, carrier: Carrier): GuardedExaminer => {
  const setup: ExaminerSetup = { directory: contract.directory, carrier };
  const guard = guarded(workerModule(), { deadlineMs, setup });
  return {
    examine: async (message, context) => {
      try {
        return (await guard.call('examine', message, context)) as Examination;
      } catch (error) {
        if (error instanceof GuardTimeout || error instanceof GuardCrash) return givenUp(contract);
        throw error;
      }
    },
    close: guard.close,
  };
};

/** The same extension as this module has: `.js` once it is compiled. */
const workerModule = (): URL =>
  new URL(`./examine-worker${/\.\w+$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

const givenUp = ({ errorCodes }: Contract): Examination => {
  const { text } = errorCodes.internal;
  return {
    kind: 'fault',
    fault: { code: 'Server', text, complaints: [{ case: 'internal', id: undefined, at: '', text }] },
  };
};
