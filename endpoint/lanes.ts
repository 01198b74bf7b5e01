import type { LookupFunction, Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import type { WireTls } from './exchange.ts';
import { tlsFacts } from './tls-facts.ts';
import { tunnelled } from './proxy/tunnelled.ts';
import type { Tunnel } from './proxy/tunnel.ts';
import { connectOptions, type TlsOptions } from './tls-options.ts';

/** What has come in over a connection, in bytes; what a proxy said before does not count. */
interface Connection {
  readonly read: () => number;
}

/** One connection, kept alive between requests, with what is known of its socket. */
export interface Lane {
  readonly client: Client;
  /** The last connection, and the error that ended it. */
  readonly connection: () => Connection | undefined;
  readonly socketError: () => Error | undefined;
  /** Of the last connection; undefined for plain HTTP, and where none came about. */
  readonly tls: () => WireTls | undefined;
}

/** A fixed number of lanes; who asks first is served first. */
export interface Lanes {
  readonly use: <Result>(work: (lane: Lane) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export interface LaneOptions {
  readonly url: URL;
  readonly connections: number;
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly tls: TlsOptions | undefined;
  /** What leads to the endpoint; undefined for the direct way. */
  readonly tunnel: Tunnel | undefined;
  /** Finds the addresses of the endpoint; that of this machine unless said. */
  readonly lookup?: LookupFunction | undefined;
  /** Whether a connection may take up the TLS session of an earlier one; it may unless said. */
  readonly resumes?: boolean | undefined;
}

/** Opens no connection yet; throws `ConfigurationError` when certificates are unusable. */
export const createLanes = (options: LaneOptions): Lanes => {
  const sessions = options.resumes === false ? { maxCachedSessions: 0 } : {};
  const { tunnel, connectMs, lookup } = options;
  const found = lookup === undefined ? {} : { lookup };
  const direct = buildConnector({ ...connectOptions(options.tls), ...sessions, ...found, timeout: connectMs });
  const connector = tunnel === undefined ? direct : tunnelled(direct, tunnel, connectMs);
  const all = Array.from({ length: options.connections }, () => openLane(options, connector));
  const free = [...all];
  const waiting: ((lane: Lane) => void)[] = [];
  const take = (): Lane | Promise<Lane> =>
    free.pop() ??
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const giveBack = (lane: Lane): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };
  return {
    use: async (work) => {
      const lane = await take();
      try {
        return await work(lane);
      } finally {
        giveBack(lane);
      }
    },
    close: async () => {
      await Promise.all(all.map((lane) => lane.client.destroy()));
    },
  };
};

const openLane = (options: LaneOptions, connector: buildConnector.connector): Lane => {
  let current: Connection | undefined;
  let failed: Error | undefined;
  let tls: WireTls | undefined;
  const client = new Client(options.url.origin, {
    headersTimeout: options.headersMs,
    bodyTimeout: options.bodyMs,
    connect: (target, done) => {
      tls = undefined;
      connector(target, (...[error, socket]) => {
        if (error !== null) {
          done(error, null);
          return;
        }
        current = connectionOver(socket);
        failed = undefined;
        tls = tlsFacts(socket);
        socket.on('error', (reason: Error) => {
          if (!isOwn(reason)) failed = reason;
        });
        done(null, socket);
      });
    },
  });
  return { client, connection: () => current, socketError: () => failed, tls: () => tls };
};

const connectionOver = (socket: Socket): Connection => {
  const before = socket.bytesRead;
  return { read: () => socket.bytesRead - before };
};

/** The library ends a connection that it is done with by an error of its own. */
const isOwn = (reason: Error & { readonly code?: string }): boolean => reason.code?.startsWith('UND_') === true;
