import type { Clock } from './clock.ts';
import type { WireFailure } from './exchange.ts';
import { rateLimit } from './rate.ts';

/** Waits for a request's turn; tells the failure when it may not leave at all. */
export type Admission = (signal: AbortSignal | undefined) => Promise<WireFailure | undefined>;

/** Holds requests to a rate and to a budget that nothing exceeds, however many ask at once. */
export const createAdmission = (budget: number | undefined, perSecond: number | undefined, clock: Clock): Admission => {
  const turn = rateLimit(perSecond, clock);
  let left = budget ?? Infinity;
  return async (signal) => {
    if (left < 1) return overBudget(budget ?? 0);
    left -= 1;
    try {
      await turn(signal);
      if (signal?.aborted !== true) return undefined;
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
    left += 1;
    return { kind: 'aborted', code: 'ABORT_ERR', message: 'The run was stopped before the request left.' };
  };
};

const overBudget = (budget: number): WireFailure => ({
  kind: 'budget',
  code: 'BUDGET',
  message: `The budget of ${String(budget)} requests is used up. Raise it in the profile, or run fewer deliveries.`,
});
