import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { ConfigurationError } from '../configuration-error.ts';
import { type BodyPlace, createBodyRoom } from './body-room.ts';
import type { OpenRequest } from './connection-room.ts';
import { keepRoom } from './connections.ts';
import { type Handler, type HttpRequest, type HttpResponse } from './http-message.ts';
import { readBody } from './read-body.ts';
import { clientOn, serverOptions, type TlsSettings } from './tls-settings.ts';

/** The only address that is listened on. */
export const loopbackAddress = '127.0.0.1';

export interface HttpOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Largest body that is read into memory. */
  readonly bodyBytes: number;
  /** Called with errors of a handler. */
  readonly onError: (error: unknown) => void;
  /** Plain HTTP unless said. */
  readonly tls?: TlsSettings | undefined;
}

export interface HttpServer {
  readonly port: number;
  /** Changes the TLS settings from the next connection on. */
  readonly renew: (tls: TlsSettings) => void;
  readonly close: () => Promise<void>;
}

/** Serves a handler over HTTP or HTTPS on loopback; throws `ConfigurationError` when the port can't be had. */
export const serveHttp = async (handler: Handler, options: HttpOptions): Promise<HttpServer> => {
  const room = createBodyRoom();
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const refuse = (): void => {
      outgoing.writeHead(503, { connection: 'close', 'retry-after': '1' });
      outgoing.end(() => incoming.destroy());
    };
    const request = connectionOf(incoming.socket)?.ask();
    const place = request && room.open(refuse);
    outgoing.once('close', () => request?.end());
    if (request === undefined || place === undefined) refuse();
    else void serve(handler, { incoming, outgoing, place, request }, options);
  };
  const { tls } = options;
  const secure = tls && createTlsServer({ ...limits, ...serverOptions(tls) }, answer);
  const server = secure ?? createServer(limits, answer);
  const connectionOf = keepRoom(server);
  server.maxRequestsPerSocket = 10_000;
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return { port, renew: (settings) => secure?.setSecureContext(serverOptions(settings)), close: () => close(server) };
};

/** Milliseconds and bytes allowed to a slow or greedy client. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  handshakeTimeout: 10_000,
  maxHeaderSize: 16_384,
};

/** Connections waiting to be accepted; the system may have a lower bound. */
const backlog = 4096;

/** Milliseconds without progress after which an answer is given up. */
const takingMs = 30_000;

const listen = (server: Server | TlsServer, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError(refusals(port)[error.code ?? ''] ?? error.message, { cause: error }));
    });
    server.listen({ port, host: loopbackAddress, backlog }, resolve);
  });

const refusals = (port: number): Readonly<Record<string, string>> => ({
  EADDRINUSE: `Port ${String(port)} on ${loopbackAddress} is in use. Stop what uses it, or choose another port (0 for a free one).`,
  EACCES: `Port ${String(port)} on ${loopbackAddress} is not ours to open. Choose a port above 1023.`,
  ERR_SOCKET_BAD_PORT: `${String(port)} is no port. Choose one from 0 to 65535.`,
});

const close = (server: Server | TlsServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly place: BodyPlace;
  readonly request: OpenRequest;
}

const serve = async (handler: Handler, exchange: Exchange, options: HttpOptions): Promise<void> => {
  const { incoming, outgoing, place } = exchange;
  try {
    const request = await readRequest(exchange, options.bodyBytes);
    if (request === undefined) return;
    const response = await handler(request);
    exchange.request.hand();
    place.hand(response.body.length, () => incoming.destroy());
    write(exchange, request, response);
  } catch (error) {
    options.onError(error);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500, { connection: 'close' }).end();
  } finally {
    await exchange.request.ended;
    place.leave();
  }
};

/** Undefined when the client went away before the end. */
const readRequest = async ({ incoming, place, request }: Exchange, most: number): Promise<HttpRequest | undefined> => {
  const body = await readBody(incoming, most, place);
  if (body === 'gone') return undefined;
  place.settle();
  request.serve();
  return {
    method: incoming.method ?? '',
    target: incoming.url ?? '/',
    headers: {
      ...Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(', ') : (value ?? ''),
        ]),
      ),
      // Node gives the first of several, none of which can be trusted.
      host: (incoming.headersDistinct['host'] ?? []).join(', '),
    },
    body: body === 'too-large' ? new Uint8Array() : body,
    tooLarge: body === 'too-large',
    peer: incoming.socket.remoteAddress ?? '',
    client: incoming.socket instanceof TLSSocket ? clientOn(incoming.socket) : undefined,
  };
};

const write = ({ incoming, outgoing }: Exchange, request: HttpRequest, response: HttpResponse): void => {
  if (response.broken === 'before') {
    incoming.socket.resetAndDestroy();
    return;
  }
  const close = request.tooLarge ? { connection: 'close' } : {};
  incoming.socket.setTimeout(takingMs);
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...close,
    'content-length': String(response.body.length),
  });
  if (response.broken === undefined) {
    outgoing.end(request.method === 'HEAD' ? undefined : response.body);
    return;
  }
  outgoing.write(response.body.subarray(0, response.body.length / 2), () => incoming.socket.destroy());
};
