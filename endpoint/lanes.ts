import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { idleLimit } from './idle-limit.ts';
import { type Lane, openLane } from './lane.ts';
import { tunnelled } from './proxy/tunnelled.ts';
import type { Tunnel } from './proxy/tunnel.ts';
import { connectOptions, type TlsOptions } from './tls-options.ts';

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
  /** Whether the endpoint is known not to close connections after an answer; it is tried unless said. */
  readonly keepsConnections?: boolean | undefined;
  /** Whether a connection may take up the TLS session of an earlier one; it may unless said. */
  readonly resumes?: boolean | undefined;
}

/** What opens connections to an endpoint, through the tunnel where there is one; throws `ConfigurationError` when certificates are unusable. */
export const connectorOf = (options: LaneOptions): buildConnector.connector => {
  const sessions = options.resumes === false ? { maxCachedSessions: 0 } : {};
  const { tunnel, connectMs, lookup } = options;
  const found = lookup === undefined ? {} : { lookup };
  const direct = buildConnector({ ...connectOptions(options.tls), ...sessions, ...found, timeout: connectMs });
  return tunnel === undefined ? direct : tunnelled(direct, tunnel, connectMs);
};

/** Opens no connection yet; throws `ConfigurationError` when certificates are unusable. */
export const createLanes = (options: LaneOptions): Lanes => {
  const connector = connectorOf(options);
  const setup = {
    ...options,
    origin: options.url.origin,
    connector,
    idle: idleLimit(options.keepsConnections ?? false),
  };
  const all = Array.from({ length: options.connections }, () => openLane(setup));
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
