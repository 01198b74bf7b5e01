import { isIP, type LookupFunction } from 'node:net';
import { type Resolve, seeAddresses } from './shared-address.ts';

/** A connection that would lead to a host that is avoided; none was made. */
class AvoidedAddress extends Error {
  override readonly name = 'AvoidedAddress';
  readonly code = 'AVOIDED_ADDRESS';
}

/** A lookup for one connection at a time that fails for a name which has, at that very moment, an address of one of these hosts. */
export const avoidingLookup = (hosts: readonly string[], resolve: Resolve): LookupFunction => {
  const look = async (name: string) => {
    const { own, shared } = await seeAddresses(name, hosts, resolve);
    if (shared !== undefined)
      throw new AvoidedAddress(`${name} has the address of ${shared.host} (${shared.address}), which is avoided`);
    if (own.kind === 'found') return own.addresses.map((address) => ({ address, family: isIP(address) }));
    throw Object.assign(new Error(`no address was found for ${name}`), {
      code: own.kind === 'late' ? 'EAI_AGAIN' : own.code,
    });
  };
  return (name, { all }, done) => {
    look(name).then(
      (found) => {
        const [first = { address: '', family: 0 }] = found;
        if (all === true) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
};
