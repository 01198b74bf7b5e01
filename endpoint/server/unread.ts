import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { InboundFate } from '#contract/wire/exchange';
import { systemClock } from '../clock.ts';
import { type PendingBytes, watchPending } from './pending-bytes.ts';

/** What comes of bytes that can't be read as a request. */
export interface Refusal {
  readonly fate: InboundFate;
  readonly status: number;
}

/** The refusal of what could not be read, by its first bytes; undefined where all that matters was read: nothing behind a last request is one (RFC 9112, 9.6). */
export const refusalOf = ({ code = '' }: NodeJS.ErrnoException, begun: Uint8Array): Refusal | undefined => {
  if (code === 'HPE_CLOSED_CONNECTION') return undefined;
  const isTarget = code === 'HPE_HEADER_OVERFLOW' && longTarget.test(Buffer.from(begun).toString('latin1'));
  return isTarget ? { fate: 'request-too-large', status: 414 } : (refusals[code] ?? notHttp);
};

/** A first line that does not end in what is kept of a head (RFC 9112, 3). */
const longTarget = /^\s*[A-Z]+ [^\r\n]{4000}/;

const notHttp: Refusal = { fate: 'not-http', status: 400 };

/** By the code of the error. */
const refusals: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { fate: 'request-too-slow', status: 408 },
  HPE_HEADER_OVERFLOW: { fate: 'request-too-large', status: 431 },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { fate: 'request-too-large', status: 413 },
  HPE_INVALID_EOF_STATE: { fate: 'request-broken-off', status: 400 },
  ECONNRESET: { fate: 'request-broken-off', status: 400 },
  EPIPE: { fate: 'request-broken-off', status: 400 },
};

/** An answer without content that ends its connection. */
export const statusLine = (status: number): string =>
  `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

/** Refuses tunnels, for which Node has no answer of its own. */
export const refuseTunnels = (server: Server): void => {
  server.on('connect', (_, socket) => {
    socket.on('error', () => undefined);
    socket.end(statusLine(405).replace('\r\n', '\r\nAllow: GET, HEAD, OPTIONS, POST\r\n'));
  });
};

/** Answers what can't be read, where nobody records it. */
export const answerUnread = (server: Server, isSecure: boolean): void => {
  const answers = new WeakMap<Socket, ServerResponse>();
  const pending = new WeakMap<Socket, PendingBytes>();
  server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) =>
    pending.set(socket, watchPending(socket, systemClock.now)),
  );
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { socket } = incoming;
    answers.set(socket, outgoing);
    pending.get(socket)?.pause();
    incoming.once('end', () => pending.get(socket)?.resume());
  });
  server.on('clientError', (error: Error, socket: Socket) => {
    const refusal = refusalOf(error, pending.get(socket)?.bytes() ?? new Uint8Array());
    if (refusal === undefined) return;
    if (canAnswer(socket, answers.get(socket))) socket.write(statusLine(refusal.status));
    socket.destroy(error);
  });
};

/** Whether an answer would not come in the midst of another. */
export const canAnswer = (socket: Socket, current: ServerResponse | undefined): boolean =>
  socket.writable && (current === undefined || !current.headersSent || current.writableFinished);
