import type { InboundNote } from '#contract/wire/exchange';

/** A request as its handler sees it. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names in lower case; `host` is that of the target where it names one. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the target is in absolute form, for https. */
  readonly isForSecure?: boolean;
  readonly body: Uint8Array;
  /** Whether the body exceeds the limit; it is empty here then. */
  readonly tooLarge: boolean;
  /** Address of the client. */
  readonly peer: string;
  /** The TLS client; undefined over plain HTTP. */
  readonly client: TlsClient | undefined;
  /** Aborts once no client waits for the answer. */
  readonly gone?: AbortSignal | undefined;
}

/** The client of a TLS connection. */
export interface TlsClient {
  /** Certificates that it sent, leaf first, DER; empty without one. */
  readonly chain: readonly Uint8Array[];
  /** `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
}

/** An answer as a handler gives it. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Breaks the answer off on purpose: a reset instead of an answer, or after half the body. */
  readonly broken?: 'before' | 'half-way';
  /** For who records the exchange; it is not sent. */
  readonly note?: InboundNote;
}

/** Answers requests. */
export type Handler = (request: HttpRequest) => Promise<HttpResponse>;

/** An answer of plain text, for people. */
export const plainText = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(`${text}\n`, 'utf8'),
});
