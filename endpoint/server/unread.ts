import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { InboundFate } from '#contract/wire/exchange';
import { systemClock } from '../clock.ts';
import { type HttpResponse, plainText } from './http-message.ts';
import type { InboundExchange } from './inbound-exchange.ts';
import { type PendingBytes, watchPending } from './pending-bytes.ts';

/** What comes of bytes that can't be read as a request, with the answer if there is to be one. */
export interface Refusal {
  readonly fate: InboundFate;
  readonly response: HttpResponse;
}

/** An error of the parser of Node. */
interface ParseError extends NodeJS.ErrnoException {
  readonly reason?: string;
}

/** The refusal of what could not be read, by its first bytes; undefined where all that matters was read: nothing behind a last request is one (RFC 9112, 9.6). */
export const refusalOf = ({ code = '', reason }: ParseError, begun: Uint8Array): Refusal | undefined => {
  if (code === 'HPE_CLOSED_CONNECTION') return undefined;
  const line = Buffer.from(begun).toString('latin1').trimStart();
  if (code === 'HPE_HEADER_OVERFLOW' && longTarget.test(line))
    return { fate: 'request-too-large', response: closing(414, longTargetText) };
  const known = refusals[code];
  if (known !== undefined) return { fate: known.fate, response: closing(known.status, known.text) };
  return { fate: 'not-http', response: unreadable(code, reason, line) };
};

/** A first line that does not end in what is kept of a head (RFC 9112, 3). */
const longTarget = /^[A-Z]+ [^\r\n]{4000}/;

/** What is no HTTP/1.1, or a part of it that this endpoint has not. */
const unreadable = (code: string, reason: string | undefined, line: string): HttpResponse => {
  const [, method = '', protocol, version] = requestLine.exec(line) ?? [];
  if (protocol !== undefined && protocol !== 'HTTP') return otherProtocol(protocol);
  if (version !== undefined && !/^1\b/.test(version)) return otherVersion(version);
  if (version !== undefined && code === 'HPE_INVALID_METHOD') return closing(501, methodText(method));
  return closing(400, notHttpText(reason));
};

const requestLine = /^([!#$%&'*+.^`|~\w-]{1,40}) \S+ ([A-Z]{1,10})\/(\d(?:\.\d)?)[\r\n]/;

const otherProtocol = (protocol: string): HttpResponse =>
  closing(400, {
    nl: `Het verzoek is in ${protocol}; dit endpoint spreekt HTTP/1.1. Stuur het als HTTP/1.1.`,
    en: `The request is in ${protocol}; this endpoint speaks HTTP/1.1. Send it as HTTP/1.1.`,
  });

/** The refusal of a major version of HTTP that is not served (RFC 9110, 15.6.6). */
export const otherVersion = (version: string): HttpResponse =>
  closing(505, {
    nl: `Het verzoek is HTTP/${version}; dit endpoint spreekt HTTP/1.1. Stuur het als HTTP/1.1.`,
    en: `The request is HTTP/${version}; this endpoint speaks HTTP/1.1. Send it as HTTP/1.1.`,
  });

/** RFC 9110, 9.1: names of methods are case-sensitive, and one that is not recognised is answered 501. */
const methodText = (method: string): Bilingual => ({
  nl: `De methode ${quoted(method)} is onbekend; methoden zijn in hoofdletters. Stuur een POST.`,
  en: `The method ${quoted(method)} is not known; methods are in capitals. Send a POST.`,
});

const notHttpText = (reason: string | undefined): Bilingual => {
  const why = reason === undefined ? '' : `: ${reason}`;
  return {
    nl: `Dit is niet te lezen als een verzoek in HTTP/1.1 (RFC 9112)${why}.`,
    en: `This can't be read as a request in HTTP/1.1 (RFC 9112)${why}.`,
  };
};

const longTargetText: Bilingual = {
  nl: 'Het doel van het verzoek is te lang. Zet het bericht in de body.',
  en: 'The target of the request is too long. Put the message in the body.',
};

const brokenOffText: Bilingual = {
  nl: 'Het verzoek is afgebroken voor het einde. Stuur alle bytes die Content-Length noemt, of het laatste chunk.',
  en: 'The request was broken off before its end. Send all bytes that Content-Length tells, or the last chunk.',
};
const brokenOff = { fate: 'request-broken-off', status: 400, text: brokenOffText } as const;

interface KnownRefusal {
  readonly fate: InboundFate;
  readonly status: number;
  readonly text: Bilingual;
}

/** By the code of the error. */
const refusals: Readonly<Record<string, KnownRefusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    ...{ fate: 'request-too-slow', status: 408 },
    text: { nl: 'Het verzoek kwam te langzaam.', en: 'The request came too slowly.' },
  },
  HPE_HEADER_OVERFLOW: {
    ...{ fate: 'request-too-large', status: 431 },
    text: {
      nl: 'De headers zijn samen te groot. Stuur minder dan 16 kB.',
      en: 'The headers are too large together. Send less than 16 kB.',
    },
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    ...{ fate: 'request-too-large', status: 413 },
    text: {
      nl: 'De extensies van de chunks zijn te lang. Laat ze weg.',
      en: 'The extensions of the chunks are too long. Leave them out.',
    },
  },
  HPE_INVALID_EOF_STATE: brokenOff,
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
};

/** A refusal that ends its connection, in both languages: what the client asks for is not known or not to be relied on. */
export const closing = (
  status: number,
  { nl, en }: Bilingual,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => plainText(status, `${nl}\n${en}`, { ...headers, connection: 'close' });

/** An answer as bytes, for a connection whose request has none of Node's. */
export const asBytes = ({ status, headers, body }: HttpResponse): Buffer => {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`),
    body,
  ]);
};

/** Refuses tunnels, for which Node has no answer of its own; each is followed before its answer leaves. */
export const refuseTunnels = (server: Server, follow: (incoming: IncomingMessage) => InboundExchange): void => {
  server.on('connect', (incoming: IncomingMessage, socket) => {
    const one = follow(incoming);
    one.plan({ response: noTunnel });
    one.keep();
    socket.on('error', () => undefined);
    socket.once('close', () => {
      one.end(socket.writableFinished ? 'answered' : 'answer-not-taken');
    });
    socket.end(asBytes(noTunnel));
  });
};

const noTunnel = closing(
  405,
  { nl: 'Dit endpoint is geen proxy.', en: 'This endpoint is no proxy.' },
  { allow: 'GET, HEAD, OPTIONS, POST' },
);

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
    if (canAnswer(socket, answers.get(socket))) socket.write(asBytes(refusal.response));
    socket.destroy(error);
  });
};

/** Whether an answer would not come in the midst of another. */
export const canAnswer = (socket: Socket, current: ServerResponse | undefined): boolean =>
  socket.writable && (current === undefined || !current.headersSent || current.writableFinished);
