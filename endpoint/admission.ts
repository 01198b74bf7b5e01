import type { ClientOptions } from './client-options.ts';
import type { Clock } from './clock.ts';
import type { WireFailure } from './exchange.ts';
import { type RateLimit, type Together, rateLimit } from './rate.ts';

/** Decides when a request may leave. */
export interface Admission {
  /** Waits for a request's turn, alone or together with others; tells the failure when it may not leave at all. */
  readonly admit: (signal: AbortSignal | undefined, together?: Together) => Promise<WireFailure | undefined>;
  /** Takes back a request of which nothing left. */
  readonly giveBack: () => void;
  /** Holds everything for so many milliseconds; returns how much longer than it was held already. */
  readonly hold: RateLimit['hold'];
}

/** Holds requests to a rate and to a budget that nothing exceeds, however many ask at once. */
export const createAdmission = (
  { budget, spent, ratePerSecond }: Pick<ClientOptions, 'budget' | 'spent' | 'ratePerSecond'>,
  clock: Clock,
): Admission => {
  const { turn, hold } = rateLimit(ratePerSecond, clock);
  let left = budget ?? Infinity;
  const giveBack = (): void => {
    left += 1;
  };
  return {
    admit: async (signal, together) => {
      if (left < 1) return overBudget(budget ?? 0, spent);
      left -= 1;
      try {
        await turn(signal, together);
        if (signal?.aborted !== true) return undefined;
      } catch (error) {
        if (signal?.aborted !== true) throw error;
      }
      giveBack();
      return {
        kind: 'aborted',
        code: 'ABORT_ERR',
        message: 'The run was stopped before the request left.',
        unsent: true,
      };
    },
    giveBack,
    hold,
  };
};

const overBudget = (budget: number, said: ClientOptions['spent']): WireFailure => ({
  kind: 'budget',
  code: 'BUDGET',
  message: said?.en ?? `The budget of ${String(budget)} requests is used up. Run fewer deliveries.`,
  said,
  unsent: true,
});
