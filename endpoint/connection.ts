import { TLSSocket } from 'node:tls';
import type { ClientOptions, OwnConnection } from './client-options.ts';
import type { Exchange, WireTls } from './exchange.ts';
import { createLanes, type Lane, type LaneOptions } from './lanes.ts';
import type { TlsIdentity, TlsOptions } from './tls-options.ts';

/** The options of a connection for one request: those of the client, with what it wants otherwise. */
export const ownTls = ({ tls }: Pick<ClientOptions, 'tls'>, { identity, versions }: OwnConnection): TlsOptions => ({
  ...tls,
  identity: identity === 'none' ? undefined : (identity ?? tls?.identity),
  versions: versions ?? tls?.versions,
});

/** Does one piece of work over a connection of its own, and closes it. */
export const overOwn = async <Result>(options: LaneOptions, work: (lane: Lane) => Promise<Result>): Promise<Result> => {
  const lanes = createLanes({ ...options, connections: 1, resumes: false });
  try {
    return await lanes.use(work);
  } finally {
    await lanes.close();
  }
};

/** What an exchange tells of its connection. */
export const connectionOf = (lane: Lane, identity: TlsIdentity | undefined): Pick<Exchange, 'tls' | 'identity'> => {
  const tls = tlsOf(lane);
  return {
    ...(tls === undefined ? {} : { tls }),
    ...(identity === undefined ? {} : { identity: identity.cert }),
  };
};

const tlsOf = (lane: Lane): WireTls | undefined => {
  const socket = lane.socket();
  if (!(socket instanceof TLSSocket)) return undefined;
  const known = seen.get(socket) ?? read(socket);
  if (known !== undefined) seen.set(socket, known);
  return known;
};

/** A connection keeps what it is, also once it is closed. */
const seen = new WeakMap<TLSSocket, WireTls>();

const read = (socket: TLSSocket): WireTls | undefined => {
  const version = socket.getProtocol();
  if (version === null) return undefined;
  return { version, cipher: socket.getCipher().standardName, resumed: socket.isSessionReused() };
};
