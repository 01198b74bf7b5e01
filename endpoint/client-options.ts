import type { Bilingual } from '#contract/texts/bilingual';
import type { XmlElement } from '#xml/tree';
import type { Clock } from './clock.ts';
import type { Carrier, Credentials, HeaderNames } from './credentials.ts';
import type { Secret } from './secrets/needles.ts';
import type { Exchange } from './exchange.ts';
import type { Proxy } from './proxy/proxy.ts';
import type { Together } from './rate.ts';
import type { Resolve } from './shared-address.ts';
import type { TlsIdentity, TlsOptions, TlsVersions } from './tls-options.ts';
import type { Method } from './transport.ts';

/** Longest waits, in milliseconds: for a connection, the answer's head, a pause in its body, and all of one exchange. */
export interface Timeouts {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly totalMs: number;
}

export interface ClientOptions {
  /** Absolute, http or https, without user information. */
  readonly url: string;
  /** An http origin that every connection is made to in its place, which leads there; undefined for the direct way. */
  readonly via?: string | undefined;
  /** The SOAPAction that is sent unless a request says otherwise, without quotes. */
  readonly action: string | ((body: Uint8Array) => string);
  readonly credentials?: Credentials | undefined;
  /** What an answer may echo besides the credentials, and is not recorded either. */
  readonly secrets?: readonly Secret[] | undefined;
  /** `basic` unless said. */
  /** Whether messages bear the credentials in header blocks of their own. */
  readonly credentialsInMessage?: boolean;
  readonly carrier?: Carrier | undefined;
  readonly headerNames?: HeaderNames | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Connections at once; 4 unless said. */
  readonly connections?: number | undefined;
  /** Whether the endpoint is known not to close connections after an answer; it is tried unless said. */
  readonly keepsConnections?: boolean | undefined;
  /** Undefined is without limit. */
  readonly ratePerSecond?: number | undefined;
  /** Most requests that ever leave; undefined is without limit. */
  readonly budget?: number | undefined;
  /** Said of a request that the budget holds back: which limit it is, and the way out. */
  readonly spent?: Bilingual | undefined;
  /** 1 MiB unless said. */
  readonly maxResponseBytes?: number | undefined;
  readonly tls?: TlsOptions | undefined;
  /** What every connection goes through; undefined for the direct way. */
  readonly proxy?: Proxy | undefined;
  /** Hosts of which no address is connected to, whatever name leads there; without a proxy only, which resolves by itself. */
  readonly avoid?: readonly string[] | undefined;
  /** The resolver of this machine unless said. */
  readonly resolve?: Resolve | undefined;
  /** The one message that may leave; everything else is an error before it does. Undefined is without limit. */
  readonly only?: OnlyMessage | 'nothing' | undefined;
  /** Why a message must not leave, by its own bytes; that is an error before it does. Undefined is without limit. */
  readonly forbids?: ((message: Uint8Array) => Bilingual | undefined) | undefined;
  /** Awaited before `send` resolves, so that an exchange is on disk before anything follows from it. */
  readonly onExchange?: ((exchange: Exchange) => Promise<void> | void) | undefined;
  readonly clock?: Clock | undefined;
}

/** A message that may leave where nothing else may: it goes by POST to the endpoint's own path. */
export interface OnlyMessage {
  /** The SOAPAction header's value as it is. */
  readonly soapAction: string;
  readonly body: Uint8Array;
}

/** How the connection of one request differs from those of the others; it is made for that request alone. */
export interface OwnConnection {
  /** The client's own unless said. */
  readonly identity?: TlsIdentity | 'none' | undefined;
  readonly versions?: TlsVersions | undefined;
}

export interface SendRequest {
  /** POST unless said. */
  readonly method?: Method | undefined;
  /** `/path` on the same host, or `?query` on the endpoint's path. */
  readonly path?: string | undefined;
  readonly body?: Uint8Array | undefined;
  /** `text/xml; charset=utf-8` for a POST or PUT unless said; null leaves it out. */
  readonly contentType?: string | null | undefined;
  /** The header's value as it is; the contract's own in quotes for a POST unless said; null leaves it out. */
  readonly soapAction?: string | null | undefined;
  readonly chunked?: boolean | undefined;
  /** Asks leave for the body before it sends it (Expect: 100-continue), over a connection of its own. */
  readonly asksFirst?: boolean | undefined;
  /** Called once the whole body was handed to the connection; the body goes chunked then. */
  readonly onSent?: (() => void) | undefined;
  /** Called once, when nothing holds the request back any more, with the moment in milliseconds since the epoch. */
  readonly onLeaving?: ((at: number) => void) | undefined;
  /** The same object for each of the requests that are to leave at one moment. */
  readonly together?: Together | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `good` unless said. With the carrier `wsse`, `none` is for a message without `securityHeaders`. */
  readonly credentials?: 'good' | 'none' | Credentials | undefined;
  /** A connection of its own, which takes up no earlier session. */
  readonly connection?: OwnConnection | undefined;
  /** Whether it may arrive twice: a GET may unless said, nothing else. */
  readonly isRepeatable?: boolean | undefined;
  /** Whether an answer that asks to wait is waited for and the request sent again; it is unless said. */
  readonly waits?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Counted since the client was made. */
export interface Counts {
  /** Requests that left, which is what the budget is about. */
  readonly sent: number;
  readonly answered: number;
  readonly failed: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

export interface Client {
  /** Resolves for whatever the wire does; rejects for what is set up wrongly, and with the error of `onExchange`. */
  readonly send: (request: SendRequest) => Promise<Exchange>;
  /** Header blocks that a message must have for the credentials; empty unless the carrier is `wsse`. */
  readonly securityHeaders: readonly XmlElement[];
  /** The counts so far. */
  readonly counts: Counts;
  readonly close: () => Promise<void>;
}
