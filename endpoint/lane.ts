import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type buildConnector, Client } from 'undici';
import type { WireTls } from './exchange.ts';
import type { IdleLimit } from './idle-limit.ts';
import { type InterimFilter, passOverInterim } from './interim-answers.ts';
import { tlsFactsOfClient } from './tls-facts.ts';

/** What has gone over a connection, in bytes; what a proxy said before, and interim answers, do not count. */
export interface Traffic {
  readonly read: number;
  readonly written: number;
}

/** One connection, kept alive between requests, with what is known of its socket. */
export interface Lane {
  readonly client: Client;
  /** Gives up a connection that the peer may have closed, and tells whether the next request goes over a used one. */
  readonly begin: () => Promise<boolean>;
  /** Bytes since the request began; those of a new connection count from its beginning. */
  readonly traffic: () => Traffic;
  /** Whether the last connection took so long to open that the peer may have given it up before it was written to. */
  readonly wasOpenedLate: () => boolean;
  /** The request is over; its answer may have announced that the connection ends, now or after so many idle milliseconds. */
  readonly end: (announced: boolean, keptMs?: number) => void;
  /** Learns that the used connection was closed before the answer. */
  readonly closedBefore: () => void;
  /** The error that ended the last connection. */
  readonly socketError: () => Error | undefined;
  /** Of the last connection; undefined for plain HTTP, and where none came about. */
  readonly tls: () => WireTls | undefined;
}

/** What a lane is opened on. */
export interface LaneSetup {
  readonly origin: string;
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly connector: buildConnector.connector;
  readonly idle: IdleLimit;
}

interface Connection {
  readonly socket: Socket;
  readonly filter: InterimFilter;
  readonly before: number;
  /** That the peer ended it, and not this client. */
  endedByPeer: boolean;
}

/** Opens a lane; no connection yet. */
export const openLane = ({ origin, headersMs, bodyMs, connector, idle }: LaneSetup): Lane => {
  let current: Connection | undefined;
  let failed: Error | undefined;
  let tls: WireTls | undefined;
  let begun: Begun = { read: 0, written: 0, over: undefined };
  /** When the last request over the connection ended; undefined while one is under way, or the end is announced. */
  let idleSince: number | undefined;
  let idleBefore = 0;
  let openingMs = 0;
  const openSocket = (): Socket | undefined => (current?.socket.destroyed === true ? undefined : current?.socket);
  const idleMs = (): number => (idleSince === undefined ? 0 : performance.now() - idleSince);
  const closedWhileIdle = (): void => {
    if (idleSince !== undefined) idle.closedAfter(idleMs());
  };
  const opened = (socket: Socket): void => {
    failed = undefined;
    tls = tlsFactsOfClient(socket);
    current = connectionOn(socket, (reason) => {
      failed = reason ?? failed;
      closedWhileIdle();
    });
  };
  const connect: buildConnector.connector = (target, done) => {
    tls = undefined;
    const since = performance.now();
    connector(target, (...outcome) => {
      openingMs = performance.now() - since;
      if (outcome[0] === null) opened(outcome[1]);
      done(...outcome);
    });
  };
  const client = new Client(origin, { headersTimeout: headersMs, bodyTimeout: bodyMs, connect });
  return {
    client,
    begin: async () => {
      if (!idle.isProven()) await lingering(openSocket(), lingerMs - idleMs());
      idleBefore = idleMs();
      if (!idle.allows(idleBefore)) await closed(openSocket());
      idleSince = undefined;
      current?.filter.await();
      begun = { over: current, ...trafficOf(current) };
      return openSocket() !== undefined;
    },
    traffic: () => trafficSince(begun, current),
    wasOpenedLate: () => openingMs >= lateMs,
    end: (announced, keptMs) => {
      if (current !== undefined && current === begun.over) idle.proven();
      if (announced) return;
      if (keptMs !== undefined) idle.closedAfter(keptMs);
      idleSince = performance.now();
      // The library can have noticed the end before the answer was handed over; after a DELETE it ends the connection itself.
      if (current?.endedByPeer === true) idle.closedAfter(0);
    },
    closedBefore: () => {
      idle.closedAfter(idleBefore);
    },
    socketError: () => failed,
    tls: () => tls,
  };
};

/** Notes and tells that the peer ended it, by the error if there is one. */
const connectionOn = (socket: Socket, tellEnd: (reason?: Error) => void): Connection => {
  const connection = { socket, filter: passOverInterim(socket), before: socket.bytesRead, endedByPeer: false };
  const ended = (reason?: Error): void => {
    connection.endedByPeer = true;
    tellEnd(reason);
  };
  socket.on('error', (reason: Error) => {
    if (!isOwn(reason)) ended(reason);
  });
  socket.once('end', () => {
    ended();
  });
  return connection;
};

/** What a connection had carried when a request began. */
interface Begun extends Traffic {
  readonly over: Connection | undefined;
}

const trafficSince = (begun: Begun, current: Connection | undefined): Traffic => {
  const { read, written } = trafficOf(current);
  return current === begun.over ? { read: read - begun.read, written: written - begun.written } : { read, written };
};

const trafficOf = (connection: Connection | undefined): Traffic => {
  if (connection === undefined) return { read: 0, written: 0 };
  const { socket, filter, before } = connection;
  return { read: socket.bytesRead - before - filter.passedOver(), written: socket.bytesWritten };
};

/** Milliseconds that no network takes to open a connection, but a process does that gets no turn: the peer waits meanwhile. */
const lateMs = 2000;

/** Milliseconds within which the end of a connection follows the answer after which a peer closes. */
const lingerMs = 250;

/** Gives a peer of which nothing is known yet the time to close what it does not keep. */
const lingering = async (socket: Socket | undefined, milliseconds: number): Promise<void> => {
  if (socket === undefined || milliseconds <= 0) return;
  const over = new AbortController();
  const end = once(socket, 'close', { signal: over.signal }).catch(() => undefined);
  await Promise.race([end, wait(milliseconds)]);
  over.abort();
};

const closed = async (socket: Socket | undefined): Promise<void> => {
  if (socket === undefined) return;
  const end = once(socket, 'close');
  socket.destroy();
  await end;
};

/** The library ends a connection that it is done with by an error of its own. */
const isOwn = (reason: Error & { readonly code?: string }): boolean => reason.code?.startsWith('UND_') === true;
