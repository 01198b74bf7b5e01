/** The request as it went over the wire, with `***` or a placeholder where a credential stood. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
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
  /** No byte of the request left. */
  readonly unsent?: true | undefined;
  /** Nothing of an answer came over a connection that was used before: the peer may have closed it before the request. */
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
}
