import type { ClientOptions, OwnConnection } from './client-options.ts';
import type { Exchange, WireTls } from './exchange.ts';
import type { Lane } from './lane.ts';
import { createLanes, type LaneOptions } from './lanes.ts';
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
export const connectionOf = (
  tls: WireTls | undefined,
  identity: TlsIdentity | undefined,
): Pick<Exchange, 'tls' | 'identity'> => {
  return {
    ...(tls === undefined ? {} : { tls }),
    ...(identity === undefined ? {} : { identity: identity.cert }),
  };
};
