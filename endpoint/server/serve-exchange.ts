import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { quoted } from '#contract/texts/quoted';
import type { Exchange, WireResponse } from '#contract/wire/exchange';
import type { BodyPlace } from './body-room.ts';
import type { OpenRequest } from './connection-room.ts';
import type { Guest } from './connections.ts';
import type { Handler, HttpRequest, HttpResponse } from './http-message.ts';
import type { InboundExchange } from './inbound-exchange.ts';
import { readBody } from './read-body.ts';
import { addressOf, headersOf } from './request-head.ts';
import { isHost } from './host.ts';
import { originForm } from './request-target.ts';
import { closing, otherVersion } from './unread.ts';
import { clientOn } from './tls-settings.ts';

/** A request that a server has room for, and its answer. */
export interface Served {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly guest: Guest;
  readonly request: OpenRequest;
  readonly place: BodyPlace;
  readonly inbound: InboundExchange;
}

/** The handling of each request by a server. */
export interface Serving {
  readonly handler: Handler;
  /** Largest body that is read into memory. */
  readonly bodyBytes: number;
  /** Called with errors of the handler. */
  readonly onError: (error: unknown) => void;
}

/** Answers 503 and ends the connection. */
export const refuseForRoom = ({
  incoming,
  outgoing,
  inbound,
}: Pick<Served, 'incoming' | 'outgoing' | 'inbound'>): void => {
  const headers = { connection: 'close', 'retry-after': '1' };
  inbound.blame('no-room');
  inbound.plan({ response: { status: 503, headers, body: new Uint8Array() } });
  outgoing.writeHead(503, headers);
  outgoing.end(() => incoming.destroy());
};

/** Reads a request, has it answered, and ends it. */
export const serveExchange = async (served: Served, { handler, bodyBytes, onError }: Serving): Promise<void> => {
  const { incoming, outgoing, place, request, inbound } = served;
  try {
    const read = await readRequest(served, bodyBytes);
    if (read === undefined) return;
    const response = isServed(incoming) ? await handler(read) : otherVersion(incoming.httpVersion);
    request.hand();
    place.hand(response.body.length, () => {
      inbound.blame('no-room');
      incoming.destroy();
    });
    write(served, read, response);
  } catch (error) {
    onError(error);
    inbound.blame('server-failed', error instanceof Error ? error.message : String(error));
    if (outgoing.headersSent) outgoing.destroy();
    else fail(served);
  } finally {
    await request.ended;
    inbound.end(outgoing.writableFinished ? 'answered' : 'answer-not-taken');
    place.leave();
  }
};

/** Node reads HTTP/0.9 and 2.0 as if they were 1.1. */
const isServed = ({ httpVersion }: IncomingMessage): boolean => httpVersion.startsWith('1.');

/** Answers an expectation that is not known at once, since its client may hold the body back for it (RFC 9110, 10.1.1). */
export const refuseExpectation = ({
  incoming,
  outgoing,
  inbound,
}: Pick<Served, 'incoming' | 'outgoing' | 'inbound'>): void => {
  const expected = quoted(incoming.headers.expect ?? '');
  const { status, body, headers } = closing(417, {
    nl: `De verwachting ${expected} is onbekend. Dit endpoint kent 100-continue.`,
    en: `The expectation ${expected} is not known. This endpoint knows 100-continue.`,
  });
  const told = { ...headers, 'content-length': String(body.length) };
  // Of a message that was not waited for nothing can be said.
  inbound.blame('request-broken-off', `Expect: ${expected}`);
  inbound.plan({ response: { status, headers: told, body } });
  inbound.keep();
  outgoing.once('close', () => {
    inbound.end(outgoing.writableFinished ? 'answered' : 'answer-not-taken');
  });
  outgoing.writeHead(status, told).end(body);
};

const fail = ({ outgoing, inbound }: Served): void => {
  const headers = { connection: 'close' };
  inbound.plan({ response: { status: 500, headers, body: new Uint8Array() } });
  inbound.keep();
  outgoing.writeHead(500, headers).end();
};

/** Undefined when the client went away before the end. */
const readRequest = async (served: Served, most: number): Promise<HttpRequest | undefined> => {
  const { incoming, outgoing, place, request, inbound, guest } = served;
  const { state, body, bytes } = await readBody(incoming, most, place);
  inbound.arrived(body, bytes);
  if (state === 'gone') {
    inbound.blame(guest.isEvicted() ? 'no-room' : 'request-broken-off');
    return undefined;
  }
  if (state === 'too-large') inbound.blame('request-too-large');
  place.settle();
  request.serve();
  const gone = new AbortController();
  outgoing.once('close', () => {
    gone.abort();
  });
  const { target, host, isSecure } = originForm(incoming.url ?? '/');
  return {
    method: incoming.method ?? '',
    target,
    headers: { ...headersOf(incoming), host: hostNamed(incoming, host) },
    isForSecure: isSecure,
    body,
    tooLarge: state === 'too-large',
    peer: incoming.socket.remoteAddress ?? '',
    client: incoming.socket instanceof TLSSocket ? clientOn(incoming.socket) : undefined,
    gone: gone.signal,
  };
};

/**
 * The host that a request names: that of the target before that of the header, which has to be one all the same (RFC 9112, 3.2 and
 * 3.2.2). A client of HTTP/1.0 may name none, and asks the address that it called.
 */
const hostNamed = (incoming: IncomingMessage, ofTarget: string | undefined): string => {
  const sent = incoming.headersDistinct['host'];
  if (sent === undefined) return incoming.httpVersion === '1.0' ? (ofTarget ?? addressOf(incoming.socket)) : '';
  const [only = ''] = sent;
  const isOne = sent.length === 1 && (only === '' || isHost(only));
  return ofTarget !== undefined && isOne ? ofTarget : sent.join(', ');
};

/** Milliseconds without progress after which an answer is given up. */
const takingMs = 30_000;

const write = (served: Served, request: HttpRequest, response: HttpResponse): void => {
  const { incoming, outgoing, inbound } = served;
  const { status, broken } = response;
  inbound.note(response.note);
  if (broken !== undefined) inbound.blame('answer-withheld');
  if (broken === 'before') {
    inbound.keep();
    incoming.socket.resetAndDestroy();
    return;
  }
  const close = request.tooLarge || isFramedAsLater(incoming) ? { connection: 'close' } : {};
  // An answer that has no content tells no length (RFC 9110, 8.6).
  const length = status === 204 ? {} : { 'content-length': String(response.body.length) };
  const headers = { ...response.headers, ...close, ...length };
  const body = bodyOf(request, response);
  inbound.plan(outcomeOf({ status, headers, body }, broken));
  inbound.keep();
  incoming.socket.setTimeout(takingMs);
  outgoing.writeHead(status, headers);
  if (broken === undefined) outgoing.end(body);
  else outgoing.write(body, () => incoming.socket.destroy());
};

/** A transfer coding in HTTP/1.0, behind which nothing is to be relied on (RFC 9112, 6.1). */
const isFramedAsLater = ({ httpVersion, headers }: IncomingMessage): boolean =>
  httpVersion === '1.0' && headers['transfer-encoding'] !== undefined;

const bodyOf = ({ method }: HttpRequest, { body, broken }: HttpResponse): Uint8Array => {
  if (method === 'HEAD') return new Uint8Array();
  return broken === undefined ? body : body.subarray(0, body.length / 2);
};

const outcomeOf = (response: WireResponse, broken: HttpResponse['broken']): Exchange['outcome'] =>
  broken === undefined
    ? { response }
    : { failure: { kind: 'truncated', code: '', message: 'broken off on purpose', received: response } };
