import { lookup } from 'node:dns/promises';
import { inTime } from './in-time.ts';

/** What the resolver of this machine says of a host name. */
export type HostSeen =
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'late' };

/** Asks for the addresses of a host; an address is its own. Never rejects. */
export const resolveHost = (host: string, milliseconds: number): Promise<HostSeen> =>
  inTime(asked(host), milliseconds, { kind: 'late' });

const asked = async (host: string): Promise<HostSeen> => {
  try {
    const all = await lookup(host, { all: true });
    return { kind: 'found', addresses: all.map(({ address }) => address) };
  } catch (error) {
    return { kind: 'failed', code: error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN' };
  }
};
