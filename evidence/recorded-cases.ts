import type { Exchange, InboundEnd } from '#contract/wire/exchange';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Answer } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import type { Event, ExchangeRecorded } from './event.ts';
import type { BytesOf } from './open-exchanges.ts';
import { ofForwarding } from './forwarded.ts';
import type { Damaged } from './journal-feed.ts';

/** An exchange, and how it ended where a server of ours saw that. */
export interface RecordedSent extends ExchangeRecorded {
  readonly end?: InboundEnd | undefined;
}

/** The part of a journal that describes one case; its bytes are in the packs. */
export interface RecordedCase {
  readonly check: string;
  /** Its number in its check, from 1. */
  readonly case: number;
  readonly exchanges: readonly RecordedSent[];
  readonly kept: readonly string[] | undefined;
}

/** Gathers the cases of a run from its events, each by its check and number. */
export const recordedCasesFold = () => {
  const cases = new Map<string, Open>();
  const exchanges = new Map<string, ExchangeRecorded>();
  const ends = new Map<string, InboundEnd>();
  const ended = (event: ExchangeRecorded): RecordedSent => ({ ...event, end: ends.get(event.id) });
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
      if (event.type === 'exchange' && isReceived(event)) {
        exchanges.set(event.id, event);
        caseOf(event).exchanges.push(event);
      }
      if (event.type === 'exchange-ended') ends.set(event.exchange, endOf(event));
      if (event.type === 'shared') {
        const shared = exchanges.get(event.exchange);
        if (shared !== undefined) caseOf(event).exchanges.push(shared);
      }
      if (event.type === 'kept') caseOf(event).kept = event.kept;
    },
    /** Every exchange of a check, each once. */
    exchanges: (): readonly RecordedSent[] => [...exchanges.values()].map(ended),
    /** A case without exchanges is as good as one that holds none. */
    find: (of: Numbered): RecordedCase => {
      const found = cases.get(keyOf(of));
      return { ...of, exchanges: found?.exchanges.map(ended) ?? [], kept: found?.kept };
    },
  };
};

/** Whether an exchange belongs to a check or recording: not one before them, nor one that a message went on with. */
export const isReceived = ({ check }: Pick<ExchangeRecorded, 'check'>): boolean =>
  check !== beforeChecks && check !== ofForwarding;

/** How an exchange ended, of the event that says so. */
export const endOf = ({ fate, reason, durationMs, halfClosedMs }: InboundEnd): InboundEnd => ({
  ...{ fate, reason, durationMs, halfClosedMs },
});

/** The key under which exchanges before the first check are recorded. */
const beforeChecks = 'doctor';

interface Numbered {
  readonly check: string;
  readonly case: number;
}

const keyOf = ({ check, case: number }: Numbered): string => `${check} ${String(number)}`;

interface Open extends Numbered {
  readonly exchanges: ExchangeRecorded[];
  kept: readonly string[] | undefined;
}

/** The means to rebuild recorded cases. */
export interface Reopening {
  readonly phase: number;
  readonly bytes: BytesOf;
  readonly read: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** An exchange as it was made, made again from disk. */
export const reopenSent = async (event: RecordedSent, { bytes: of, read }: Reopening): Promise<Sent> => {
  const exchange = exchangeOf(event, of);
  const { purpose, constraint, tried } = event;
  return { purpose, exchange, answer: await read(exchange), constraint, tried };
};

const exchangeOf = (event: RecordedSent, read: BytesOf): Exchange => ({
  request: {
    method: event.method,
    url: event.url,
    headers: event.requestHeaders,
    body: bytes(read, event.request),
  },
  outcome: outcomeOf(read, event),
  tls: event.tls,
  ...(event.identity === undefined ? {} : { identity: bytes(read, event.identity).toString() }),
  ...(event.inbound === undefined ? {} : { inbound: { ...event.inbound, end: event.end } }),
  startedAt: event.startedAt,
  durationMs: event.durationMs,
  earlier: event.earlier,
});

const outcomeOf = (
  read: BytesOf,
  { status, responseHeaders, response, reveals, failure }: ExchangeRecorded,
): Exchange['outcome'] => {
  const received =
    status === undefined ? undefined : { status, headers: responseHeaders, body: bytes(read, response), reveals };
  if (failure !== undefined) return { failure: { ...failure, received } };
  return { response: received ?? { status: 0, headers: {}, body: Buffer.alloc(0) } };
};

/** Empty in place of bytes that are gone: the caller handles that. */
const bytes = (read: BytesOf, kept: KeptBytes | undefined): Buffer =>
  (kept === undefined ? undefined : read(kept)) ?? Buffer.alloc(0);
