/** The request as it went over the wire, with `***` or a placeholder where a credential stood. */
export interface WireRequest {
  /** Of what we send one of GET, POST, PUT, PATCH and DELETE; empty where a server could read no request. */
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The answer as it came over the wire. */
export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The content codings that the body was taken out of to be read, as its headers name them; unset for the bytes that came. */
  readonly packed?: string | undefined;
  /** Set where the password, or the code that carries it, stood where `***` stands now. */
  readonly reveals?: true | undefined;
}

/** Why there is no complete answer: the cause is the environment, never the content of an answer. */
export interface WireFailure {
  readonly kind:
    | 'dns'
    | 'refused'
    | 'unreachable'
    | 'proxy'
    | 'tls'
    | 'timeout'
    | 'reset'
    | 'truncated'
    | 'too-large'
    | 'budget'
    | 'aborted'
    | 'other';
  /** Code of the operating system or library, for example ECONNREFUSED. */
  readonly code: string;
  readonly message: string;
  /** The same in both languages, where we decided it ourselves. */
  readonly said?: { readonly nl: string; readonly en: string } | undefined;
  /** No byte of the request left. */
  readonly unsent?: true | undefined;
  /** Nothing of an answer came over a connection that was used before, or took long to open: the peer may have closed it before the request. */
  readonly reused?: true | undefined;
  /** What had arrived before it broke off: a body that is cut short, or the first part of one that is too large. */
  readonly received?: WireResponse | undefined;
}

/** The TLS connection that an exchange went over. */
export interface WireTls {
  /** For example `TLSv1.3`. */
  readonly version: string;
  readonly cipher: string;
  /** Whether it took up an earlier session, so that no certificates were shown again. */
  readonly resumed: boolean;
  /** SHA-256 of the certificate that the server showed, hexadecimal; undefined where a server of ours recorded. */
  readonly server?: string | undefined;
}

/** An attempt before the one that is recorded: the endpoint asked to wait, or what broke off could be sent again. */
export interface EarlierAttempt {
  /** Undefined where no answer came. */
  readonly status?: number | undefined;
  /** Of the failure; undefined where an answer came. */
  readonly code?: string | undefined;
  /** Between that attempt and the next, as the endpoint asked. */
  readonly waitedMs: number;
}

/** How an exchange ended at the server that took it. */
export const inboundFates = [
  /** The whole answer was sent. */
  'answered',
  /** The client went away, or took nothing for too long, before it had the whole answer. */
  'answer-not-taken',
  /** The server broke its answer off on purpose. */
  'answer-withheld',
  /** The client went away before its request was complete. */
  'request-broken-off',
  /** The request was not complete in time. */
  'request-too-slow',
  /** Head or body exceed what the server takes. */
  'request-too-large',
  /** What came is no HTTP. */
  'not-http',
  /** TLS came to nothing. */
  'handshake-failed',
  /** Closed or refused, since the server was full. */
  'no-room',
  /** An error of the server itself. */
  'server-failed',
] as const;

export type InboundFate = (typeof inboundFates)[number];

/** What came of handing a message on to another endpoint. */
export const forwardFates = [
  /** The endpoint answered, and its answer came back. */
  'answered',
  /** It did not go: a guard, a limit, or a sender who was gone. */
  'withheld',
  /** The endpoint could not be reached, so that nothing arrived there. */
  'unreached',
  /** It went, and no whole answer came: there may be a dossier. */
  'lost',
] as const;

/** What is noted of a message that was to go on to another endpoint. */
export interface ForwardNote {
  readonly fate: (typeof forwardFates)[number];
  /** Id of the exchange with that endpoint. */
  readonly exchange?: string | undefined;
  /** Whether a delivery does not say that it is a test, where that matters. */
  readonly unmarked?: true | undefined;
}

/** The end of an inbound exchange. */
export interface InboundEnd {
  readonly fate: InboundFate;
  /** In the words of the operating system or library; empty where there is nothing to add. */
  readonly reason: string;
  /** Milliseconds from the start of the exchange. */
  readonly durationMs: number;
  /**
   * Milliseconds from its start to when its client, having said all, closed its half of the connection before the answer: it broke
   * off, or it still takes the answer (RFC 9112, 9.6). Undefined where it did not.
   */
  readonly halfClosedMs?: number | undefined;
}

/** What only the server sees of an exchange. */
export interface Inbound {
  /** Number of the connection, from 1 for each server. */
  readonly connection: number;
  /** Address of the client. */
  readonly peer: string;
  /** The request target as sent; empty where no request could be read. */
  readonly target: string;
  /** `1.1`; empty where no request could be read. */
  readonly httpVersion: string;
  /** Headers as sent and in that order, repeated ones each by itself. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** Bytes of the body that arrived, before credentials were taken out. */
  readonly bodyBytes: number;
  /** Whether the request holds less than what arrived, since it was too large to keep. */
  readonly isCut: boolean;
  /** Set where it is not known when it came, and only its place in the order is. */
  readonly isUntimed?: true | undefined;
  /** Undefined where the service has nothing to tell of it. */
  readonly note?: InboundNote | undefined;
  /** Undefined while it goes on, and where the server did not live to see it. */
  readonly end?: InboundEnd | undefined;
}

/** Facts that the service established while it answered; no verdict rests on them, but that what others sent has no part in one. */
export interface InboundNote {
  /** Tells senders apart: a name in the path, a username that has access, or the digest of a certificate. */
  readonly sender?: string | undefined;
  /** The username that has access and was named without its password: anyone can name it, so it tells no sender. */
  readonly claims?: string | undefined;
  /** Set where the vendor names its senders, and this is none of them. */
  readonly isOther?: true | undefined;
  readonly documentType?: string | undefined;
  /** Digest of an accepted delivery, equal for deliveries of the same dossier. */
  readonly likeness?: string | undefined;
  /** The answer that was played in place of the service's own. */
  readonly played?: string | undefined;
  /** Set where messages go on to another endpoint. */
  readonly forwarded?: ForwardNote | undefined;
}

/** One request and what came of it. Times are milliseconds: `startedAt` since the epoch, the rest relative. */
export interface Exchange {
  readonly request: WireRequest;
  readonly outcome: { readonly response: WireResponse } | { readonly failure: WireFailure };
  readonly startedAt: number;
  readonly durationMs: number;
  /** The same request as it went before; undefined where this was the first time. */
  readonly earlier?: readonly EarlierAttempt[] | undefined;
  /** Undefined for plain HTTP, and where no connection came about. */
  readonly tls?: WireTls | undefined;
  /** The client certificate that was offered and its chain, PEM, leaf first; never a key. */
  readonly identity?: string | undefined;
  /** Set where a server of ours recorded the exchange. */
  readonly inbound?: Inbound | undefined;
}
