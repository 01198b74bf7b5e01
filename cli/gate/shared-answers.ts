import type { Contract } from '#contract/contract';
import { type GuardedAnswers, guardedAnswers } from '#judgement/guarded-answers';

/** Reads and judges the messages of packages one after another. */
export interface SharedAnswers {
  /** Those for the next package. */
  readonly next: () => Promise<GuardedAnswers>;
  readonly close: () => Promise<void>;
}

/** Milliseconds that one message may take: here nobody waits for the next. */
const deadlineMs = 10_000;

/** One worker for all packages, since its start takes longer than most of them; a new one after a package of which something took too long, so that no other pays for it. */
export const sharedAnswers = (contract: Contract): SharedAnswers => {
  let open: GuardedAnswers | undefined;
  return {
    next: async () => {
      if (open?.hasLate() === true) {
        await open.close();
        open = undefined;
      }
      return (open ??= guardedAnswers(contract, deadlineMs));
    },
    close: async () => {
      await open?.close();
    },
  };
};
