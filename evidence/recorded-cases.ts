import type { Exchange } from '#contract/exchange';
import type { KeptBytes } from '#contract/kept-bytes';
import type { Answer } from '#judgement/answer';
import type { Case } from '#judgement/case';
import type { Event, ExchangeRecorded } from './event.ts';
import type { Damaged } from './read-journal.ts';

/** What a journal holds of one case; its bytes lie in the packs. */
export interface RecordedCase {
  readonly check: string;
  /** Its number in its check, from 1. */
  readonly case: number;
  readonly exchanges: readonly ExchangeRecorded[];
  readonly kept: readonly string[] | undefined;
}

/** Gathers the cases of a run from its events, each by its check and number. */
export const recordedCasesFold = () => {
  const cases = new Map<string, Open>();
  const exchanges = new Map<string, ExchangeRecorded>();
  const caseOf = (of: Numbered): Open => {
    const known = cases.get(keyOf(of));
    if (known !== undefined) return known;
    const { check, case: number } = of;
    const made: Open = { check, case: number, exchanges: [], kept: undefined };
    cases.set(keyOf(of), made);
    return made;
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'exchange') {
        exchanges.set(event.id, event);
        caseOf(event).exchanges.push(event);
      }
      if (event.type === 'shared') {
        const shared = exchanges.get(event.exchange);
        if (shared !== undefined) caseOf(event).exchanges.push(shared);
      }
      if (event.type === 'kept') caseOf(event).kept = event.kept;
    },
    /** A case without exchanges is as good as one that holds none. */
    find: (of: Numbered): RecordedCase => cases.get(keyOf(of)) ?? { ...of, exchanges: [], kept: undefined },
  };
};

interface Numbered {
  readonly check: string;
  readonly case: number;
}

const keyOf = ({ check, case: number }: Numbered): string => `${check} ${String(number)}`;

interface Open extends Numbered {
  readonly exchanges: ExchangeRecorded[];
  kept: readonly string[] | undefined;
}

/** What recorded cases are made again with. */
export interface Reopening {
  readonly phase: number;
  /** The bytes that were kept; throws when they are not there as they were. */
  readonly bytes: (kept: KeptBytes) => Buffer;
  readonly read: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** A case as its judge was given it, made again from disk; what a violation was made from is not recorded, and no judge asks for it. */
export const reopenCase = async ({ exchanges, kept }: RecordedCase, again: Reopening): Promise<Case> => {
  const sent = exchanges.map(async (event) => {
    const exchange = exchangeOf(event, again.bytes);
    return { purpose: event.purpose, exchange, answer: await again.read(exchange) };
  });
  return { sent: await Promise.all(sent), kept, phase: again.phase };
};

type Bytes = Reopening['bytes'];

/** An exchange as it was recorded, with its bytes. */
export const exchangeOf = (event: ExchangeRecorded, read: Bytes): Exchange => ({
  request: {
    method: event.method === 'GET' || event.method === 'PUT' ? event.method : 'POST',
    url: event.url,
    headers: event.requestHeaders,
    body: bytes(read, event.request),
  },
  outcome: outcomeOf(read, event),
  tls: event.tls,
  ...(event.identity === undefined ? {} : { identity: read(event.identity).toString() }),
  startedAt: event.startedAt,
  durationMs: event.durationMs,
});

const outcomeOf = (
  read: Bytes,
  { status, responseHeaders, response, failure }: ExchangeRecorded,
): Exchange['outcome'] => {
  const received = status === undefined ? undefined : { status, headers: responseHeaders, body: bytes(read, response) };
  if (failure !== undefined) return { failure: { ...failure, received } };
  return { response: received ?? { status: 0, headers: {}, body: Buffer.alloc(0) } };
};

const bytes = (read: Bytes, kept: KeptBytes | undefined): Buffer => (kept === undefined ? Buffer.alloc(0) : read(kept));
