import type { SendRequest } from '#endpoint/client';
import { type GaveUp, accountLocked, credentialsRefused } from './gave-up.ts';

/** Answers in a row that refuse our credentials after which they are not offered any more, since accounts lock. */
const refusals = 5;

/** What became of the account that a run delivers under. */
export interface Account {
  /** Tells what was offered, and the status that came; 0 where none did. */
  readonly note: (credentials: SendRequest['credentials'], status: number) => void;
  /** Why it is not offered any more. */
  readonly givenUp: () => GaveUp | undefined;
}

/** Watches an account: one that is refused again and again, or since wrong credentials were offered. */
export const watchAccount = (): Account => {
  let refused = 0;
  let lastTaken: 'ours' | 'wrong' | undefined;
  let locked: GaveUp | undefined;
  return {
    note: (credentials, status) => {
      // Other credentials than ours are to be refused.
      if (credentials !== undefined) {
        if (lastTaken === 'ours' && typeof credentials === 'object') lastTaken = 'wrong';
        return;
      }
      const isRefused = status === 401 || status === 403;
      refused = status === 401 ? refused + 1 : 0;
      if (isRefused && lastTaken === 'wrong') locked = accountLocked(status);
      if (status !== 0 && !isRefused) lastTaken = 'ours';
    },
    givenUp: () => locked ?? (refused >= refusals ? credentialsRefused(refusals) : undefined),
  };
};
