import { setTimeout as wait } from 'node:timers/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createBodyRoom } from './body-room.ts';
import { keepRoom } from './connections.ts';
import type { Handler } from './http-message.ts';
import type { Recording } from './inbound-exchange.ts';
import { openLog } from './inbound-log.ts';
import { openPort } from './open-port.ts';
import { type Serving, refuseExpectation, refuseForRoom, serveExchange } from './serve-exchange.ts';
import { serverOptions, type TlsSettings } from './tls-settings.ts';

export interface HttpOptions extends Omit<Serving, 'handler'> {
  /** 0 takes a free port. */
  readonly port: number;
  /** The loopback address of IPv4 unless given. */
  readonly addresses?: readonly string[] | undefined;
  /** Plain HTTP unless given. */
  readonly tls?: TlsSettings | undefined;
  /** Nothing is recorded unless given. */
  readonly recording?: Recording | undefined;
}

export interface HttpServer {
  readonly port: number;
  /** Changes the TLS settings from the next connection on. */
  readonly renew: (tls: TlsSettings) => void;
  readonly close: () => Promise<void>;
}

/** Serves a handler over HTTP or HTTPS; throws `ConfigurationError` when the port can't be had. */
export const serveHttp = async (handler: Handler, options: HttpOptions): Promise<HttpServer> => {
  const { tls, recording } = options;
  const secure = tls && createTlsServer({ ...limits, ...serverOptions(tls) });
  const server = secure ?? createServer(limits);
  // A client that has said all may close its half and still be answered (RFC 9112, 9.6).
  Object.assign(server, { httpAllowHalfOpen: true });
  const guestOf = keepRoom(server);
  const log = openLog({ server, isSecure: secure !== undefined, guestOf }, recording);
  const room = createBodyRoom();
  const serving = new Set<Promise<void>>();
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const inbound = log.open(incoming, outgoing);
    const refuse = (): void => {
      refuseForRoom({ incoming, outgoing, inbound });
    };
    const guest = guestOf(incoming.socket);
    const request = guest?.connection.ask();
    const place = request && room.open(refuse);
    incoming.socket.on('end', inbound.halfClosed);
    outgoing.once('close', () => {
      incoming.socket.off('end', inbound.halfClosed);
      inbound.closed();
      request?.end();
    });
    if (guest !== undefined && request !== undefined && place !== undefined) {
      const served = serveExchange({ incoming, outgoing, guest, request, place, inbound }, { ...options, handler });
      serving.add(served);
      void served.finally(() => serving.delete(served));
      return;
    }
    refuse();
    inbound.end('no-room');
  });
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    refuseExpectation({ incoming, outgoing, inbound: log.open(incoming, outgoing) });
  });
  server.maxRequestsPerSocket = 10_000;
  const { port, close } = await openPort(server, options.port, options.addresses);
  return {
    port,
    renew: (settings) => secure?.setSecureContext(serverOptions(settings)),
    close: async () => {
      await close();
      // What was under way is recorded before who keeps it is gone; what does not end is not waited for.
      await within(Promise.allSettled(serving), patienceMs);
    },
  };
};

/**
 * Milliseconds and bytes allowed to a slow or greedy client. A head has as long as its request: a client that got no turn of its
 * processor since it connected would lose what it then sends. What says nothing makes room for others (`connections.ts`).
 */
const limits = {
  headersTimeout: 60_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  handshakeTimeout: 10_000,
  maxHeaderSize: 16_384,
  // A request without a host is answered in words.
  requireHostHeader: false,
};

/** Milliseconds that a handler gets to finish once its client is gone. */
const patienceMs = 1000;

const within = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  const over = new AbortController();
  const patience = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, patience]);
  over.abort();
};
