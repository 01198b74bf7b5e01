import type { Exchange, InboundEnd, InboundFate, InboundNote } from '#contract/wire/exchange';
import { recordedBody } from './soap/recorded-body.ts';

/**
 * Keeps an exchange before the first byte of its answer leaves, or once it is clear that there is none. The returned function
 * keeps how it ended, and is called once.
 */
export type RecordInbound = (exchange: Exchange) => (end: InboundEnd) => void;

/** Who keeps a record of what comes in. */
export interface Recording {
  readonly record: RecordInbound;
  /** Headers that carry credentials, besides those of HTTP. */
  readonly credentialHeaders?: readonly string[] | undefined;
  /** Elements, and with an `@` attributes, of the header of a message that bear a password; none unless said. */
  readonly passwordNames?: readonly string[] | undefined;
}

/** An exchange as its server goes through it. */
export interface InboundExchange {
  /** The part of the body that arrived, and its size in bytes. */
  readonly arrived: (body: Uint8Array, bytes: number) => void;
  /** Sets what became of it where that is not what it ends with; the first counts. */
  readonly blame: (fate: InboundFate, reason?: string) => void;
  /** Sets the outcome without keeping the exchange yet; the first counts. */
  readonly plan: (outcome: Exchange['outcome']) => void;
  /** Sets what the service tells of it. */
  readonly note: (note: InboundNote | undefined) => void;
  /** Keeps the exchange; to be called before the answer leaves. */
  readonly keep: () => void;
  /** Its client closed its half of the connection; the first counts. */
  readonly halfClosed: () => void;
  /** The connection is done with it: what the server still does takes no time of the client's. */
  readonly closed: () => void;
  readonly end: (fate: InboundFate) => void;
}

/** The properties of an exchange that are known from its head on. */
export type Begun = Pick<Exchange, 'request' | 'tls' | 'identity' | 'startedAt'> & {
  readonly inbound: NonNullable<Exchange['inbound']>;
};

/** Follows an exchange on behalf of a recorder. */
export const followExchange = (
  { record, passwordNames }: Recording,
  begun: Begun,
  now: () => number,
): InboundExchange => {
  let request = begun.request;
  let bodyBytes = 0;
  let fault: Pick<InboundEnd, 'fate' | 'reason'> | undefined;
  let outcome: Exchange['outcome'] | undefined;
  let note: InboundNote | undefined;
  let ended: ReturnType<RecordInbound> | undefined;
  let isOver = false;
  let closedAt: number | undefined;
  let halfClosedMs: number | undefined;
  const duration = (): number => Math.max(0, Math.round((closedAt ?? now()) - begun.startedAt));
  const keep = (): void => {
    if (ended !== undefined) return;
    ended = record({
      ...begun,
      request: { ...request, body: recordedBody(request, passwordNames) },
      outcome: outcome ?? withoutAnswer(fault),
      durationMs: duration(),
      inbound: { ...begun.inbound, bodyBytes, isCut: request.body.length < bodyBytes, ...(note && { note }) },
    });
    // A slow client may take long to take its answer, and its request has no place in memory any more.
    ({ request } = begun);
    outcome = undefined;
  };
  return {
    arrived: (body, bytes) => {
      request = { ...request, body };
      bodyBytes = bytes;
    },
    blame: (fate, reason = '') => (fault ??= { fate, reason }),
    plan: (planned) => {
      if (ended === undefined) outcome ??= planned;
    },
    note: (told) => {
      note = told;
    },
    keep,
    halfClosed: () => {
      halfClosedMs ??= duration();
    },
    closed: () => {
      closedAt ??= now();
    },
    end: (fate) => {
      if (isOver) return;
      isOver = true;
      keep();
      const half = halfClosedMs === undefined ? {} : { halfClosedMs };
      ended?.({ ...(fault ?? { fate, reason: '' }), durationMs: duration(), ...half });
    },
  };
};

const withoutAnswer = (fault: Pick<InboundEnd, 'fate' | 'reason'> | undefined): Exchange['outcome'] => ({
  failure: {
    kind: fault?.fate === 'handshake-failed' ? 'tls' : 'reset',
    code: '',
    message: fault?.reason ?? '',
  },
});

/** Used where nothing is recorded. */
export const unrecorded: InboundExchange = {
  arrived: () => undefined,
  blame: () => undefined,
  plan: () => undefined,
  note: () => undefined,
  keep: () => undefined,
  halfClosed: () => undefined,
  closed: () => undefined,
  end: () => undefined,
};
