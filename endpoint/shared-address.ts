import { bareHost } from '#contract/wire/host';
import { type HostSeen, resolveHost } from './probe/resolve-host.ts';

/** Asks for the addresses of a host; answers in bounded time, and never rejects. */
export type Resolve = (host: string) => Promise<HostSeen>;

/** Milliseconds: who waits longer for a name waits for nothing. */
const longestResolve = 1500;

/** The resolver of this machine. */
export const systemResolve: Resolve = (host) => resolveHost(host, longestResolve);

/** What the resolver says of a host at one moment, beside others. */
export interface AddressesSeen {
  readonly own: HostSeen;
  /** The first of the others that has an address of the host. */
  readonly shared: { readonly host: string; readonly address: string } | undefined;
  /** Those of the others of which nothing came to be known. */
  readonly unseen: readonly string[];
}

/** Looks up a host and others at once, and compares their addresses. */
export const seeAddresses = async (
  host: string,
  others: readonly string[],
  resolve: Resolve,
): Promise<AddressesSeen> => {
  const [own, ...seen] = await Promise.all([resolve(host), ...others.map(resolve)]);
  const mine = new Set(addressesIn(own));
  const all = others.flatMap((other, index) => addressesIn(seen[index]).map((address) => ({ host: other, address })));
  return {
    own,
    shared: all.find(({ address }) => mine.has(address)),
    unseen: others.filter((_, index) => seen[index]?.kind !== 'found'),
  };
};

const addressesIn = (seen: HostSeen | undefined): readonly string[] =>
  seen?.kind === 'found' ? seen.addresses.map(bareHost) : [];
