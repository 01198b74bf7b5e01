import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { connectorOf, type LaneOptions } from './lanes.ts';
import { deadline } from './deadline.ts';
import type { WireTls } from './exchange.ts';
import { tlsFactsOfClient } from './tls-facts.ts';
import {
  aborted,
  type Arrived,
  type Bounds,
  broke,
  collect,
  type Outcome,
  plain,
  responseOf,
  tooLarge,
  type Transmission,
} from './transport.ts';
import { gatherBytes } from './gathered-bytes.ts';

/** What a request came to that asked leave for its body, and the TLS that it went over. */
export interface Expected {
  readonly outcome: Outcome;
  readonly tls: WireTls | undefined;
}

/** Milliseconds after which the body goes though nobody asked for it: RFC 9110, section 10.1.1. */
const patienceMs = 1000;

/**
 * Sends a request with `Expect: 100-continue` over a connection of its own: its body follows when the server asks for it, as clients
 * on .NET do. Never rejects. The library behind the lanes knows no such request.
 */
export const transmitExpecting = async (
  options: LaneOptions,
  transmission: Transmission,
  { totalMs, maxResponseBytes }: Bounds,
): Promise<Expected> => {
  const limit = deadline(totalMs, transmission.signal);
  const arrived: Arrived = { head: undefined, body: gatherBytes() };
  let socket: Socket | undefined;
  try {
    socket = await connected(options);
    const answer = await answered(socket, options.url, { ...transmission, signal: limit.signal });
    arrived.head = { status: answer.statusCode ?? 0, headers: plain(answer.headers) };
    const isWhole = await collect(answer, arrived, maxResponseBytes);
    const outcome = isWhole
      ? { response: responseOf(arrived) }
      : { failure: tooLarge(arrived, { totalMs, maxResponseBytes }) };
    return { outcome, tls: tlsFactsOfClient(socket) };
  } catch (error) {
    const isStopped = transmission.signal?.aborted === true && !limit.expired();
    const reason: unknown = limit.expired() ? limit.signal.reason : error;
    const outcome = isStopped ? { failure: aborted(arrived) } : broke(reason, arrived, arrived.head !== undefined);
    return { outcome, tls: socket && tlsFactsOfClient(socket) };
  } finally {
    limit.clear();
    socket?.destroy();
  }
};

const connected = (options: LaneOptions): Promise<Socket> => {
  const { protocol, hostname, port, host } = options.url;
  return new Promise((resolve, reject) => {
    connectorOf({ ...options, resumes: false })({ protocol, hostname, port, host }, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
  });
};

/** An answer that comes in place of the leave is the answer. */
const answered = async (
  socket: Socket,
  url: URL,
  { method, path, headers, body, signal }: Transmission,
): Promise<IncomingMessage> => {
  const outgoing = request({
    ...{ createConnection: () => socket, setHost: false, method, path },
    ...(signal === undefined ? {} : { signal }),
    headers: { host: url.host, ...headers, expect: '100-continue', 'content-length': body.length },
  });
  // What comes after the answer is told by the answer itself.
  outgoing.on('error', () => undefined);
  outgoing.flushHeaders();
  // A leave that comes after the patience is over finds the body sent.
  const send = (): void => {
    clearTimeout(patience);
    if (!outgoing.writableEnded) outgoing.end(body);
  };
  const patience = setTimeout(send, patienceMs);
  outgoing.once('continue', send);
  try {
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return answer;
  } finally {
    clearTimeout(patience);
  }
};
