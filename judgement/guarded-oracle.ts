import { extname } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { type GuardOptions, guarded } from '#xml/guard';
import { GuardCrash, GuardTimeout } from '#xml/guard-error';
import type { JudgementContext, Opinion } from './finding.ts';

/** An oracle for bytes of the other side: it may take too long or bring its worker down, and judges on. */
export interface GuardedOracle {
  /** Unjudgeable past the deadline. */
  readonly judge: (message: Uint8Array, context: JudgementContext) => Promise<Opinion>;
  readonly close: () => Promise<void>;
}

/** How long judging may take, as of a guard. */
export type Patience = Pick<GuardOptions, 'deadlineMs' | 'patienceMs'>;

/** Judges in a worker, each message within a deadline. */
export const guardedOracle = (contract: Contract, patience: Patience): GuardedOracle => {
  const { deadlineMs } = patience;
  const guard = guarded(workerModule(), { ...patience, setup: contract });
  return {
    judge: async (message, context) => {
      try {
        return (await guard.call('judge', message, context)) as Opinion;
      } catch (error) {
        if (!(error instanceof GuardTimeout || error instanceof GuardCrash)) throw error;
        return {
          verdict: 'unjudgeable',
          reason: error instanceof GuardTimeout ? tooLong(deadlineMs) : brokenOff,
          late: true,
        };
      }
    },
    close: guard.close,
  };
};

const tooLong = (deadlineMs: number): Bilingual => ({
  nl: `het beoordelen duurde langer dan ${String(deadlineMs)} ms`,
  en: `judging took longer than ${String(deadlineMs)} ms`,
});

const brokenOff: Bilingual = { nl: 'het beoordelen brak af', en: 'judging broke off' };

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const workerModule = (): URL =>
  new URL(`./oracle-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
