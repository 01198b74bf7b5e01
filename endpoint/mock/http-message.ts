/** A request as the handler sees it. */
export interface MockRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body was larger than is taken, and is not here. */
  readonly tooLarge: boolean;
  /** Address of the other side. */
  readonly peer: string;
  /** Who is on the other side of TLS; undefined over plain HTTP. */
  readonly client: TlsClient | undefined;
}

/** The other side of a TLS connection. */
export interface TlsClient {
  /** What it sent, leaf first, DER; empty when it sent no certificate. */
  readonly chain: readonly Uint8Array[];
  /** `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
}

/** An answer as the handler gives it. */
export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How a seeded defect breaks the answer off: nothing and a reset, or half the body and a reset. */
  readonly broken?: 'before' | 'half-way';
}

/** What answers requests; wrappers take one and give one. */
export type Handler = (request: MockRequest) => Promise<MockResponse>;

/** An answer of plain text, for people. */
export const plainText = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): MockResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(`${text}\n`, 'utf8'),
});
