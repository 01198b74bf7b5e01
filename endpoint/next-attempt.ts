import type { EarlierAttempt, Exchange, WireFailure } from './exchange.ts';
import { askedWait } from '#contract/wire/retry-after';

/** What is known of a request besides its exchange. */
export interface Attempted {
  readonly earlier: readonly EarlierAttempt[];
  /** Whether it may arrive twice. */
  readonly isRepeatable: boolean;
  /** Whether an answer that asks to wait is waited for. */
  readonly waits: boolean;
  readonly now: number;
  /** Milliseconds that were waited for the endpoint so far, whatever the request. */
  readonly waitedMs: number;
}

/** What an endpoint can have us wait, in milliseconds: at once, and in all; and how often for one request. */
const longestWaitMs = 2 * 60_000;
const longestWaitsMs = 10 * 60_000;
const mostWaits = 5;

/** The attempt that an exchange was when the same request is to be sent again; undefined when the exchange stands. */
export const nextAttempt = ({ outcome }: Exchange, attempted: Attempted): EarlierAttempt | undefined => {
  if ('failure' in outcome)
    return mayGoAgain(outcome.failure, attempted) ? { code: outcome.failure.code, waitedMs: 0 } : undefined;
  const waitedMs = attempted.waits ? askedWait(outcome.response, attempted.now) : undefined;
  const waits = attempted.earlier.filter(({ status }) => status !== undefined).length;
  if (waitedMs === undefined || waits >= mostWaits) return undefined;
  if (waitedMs > Math.min(longestWaitMs, longestWaitsMs - attempted.waitedMs)) return undefined;
  return { status: outcome.response.status, waitedMs };
};

/** A connection that broke costs a fresh one, once; a message that may have arrived never goes again. */
const mayGoAgain = (failure: WireFailure, { earlier, isRepeatable }: Attempted): boolean =>
  failure.kind === 'reset' &&
  (failure.unsent === true || isRepeatable) &&
  !earlier.some(({ code }) => code !== undefined);
