import { bareHost } from '#contract/wire/host';
import type { ProfileGuard } from './profile.ts';
import { bearsTestMark } from './test-mark.ts';
import { isThisMachine } from './this-machine.ts';

/**
 * Domains of KOOP's and of a broker to it. The addresses of the endpoints are not public; that of the test environment's
 * pages is (drop-eto.overheid.nl, Open Wave's manual). So a host here is taken for production unless its name says that it is not.
 */
const domains = [
  'overheid.nl',
  'officielebekendmakingen.nl',
  'officiele-overheidspublicaties.nl',
  'koopoverheid.nl',
  'koopwrp.nl',
  'overheidsservicebus.com',
];

/** What tells production from test: the addresses that are named as production, and the hosts that are listed for tests. */
export type Told = Pick<ProfileGuard, 'production' | 'testHosts'>;

/**
 * Whether an address is taken for production: since it is one of those that are named as such, or by its name. A listed
 * host of KOOP's is taken for a test host only where production is named, so that it is known to be another.
 */
export const isProduction = (url: string, { production, testHosts }: Told): boolean => {
  const place = placeOf(url);
  if (place === undefined) return false;
  if (production.some((one) => placeOf(one) === place)) return true;
  return isByName(place) && !(production.length > 0 && testHosts.includes(hostOf(url)));
};

/** The hosts of production with which this URL's host shares no address, unless it leads to production by another name. */
export const otherHosts = (url: string, named: readonly string[]): readonly string[] => {
  const all = named.filter((one) => !isThisMachine(hostOf(one)) || portOf(one) === portOf(url));
  return [...new Set(all.map(hostOf))];
};

/** A host, whatever its port, since it is production by any; on this machine each port is a place of its own. */
const placeOf = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const host = hostOf(url);
  if (host === '') return undefined;
  return isThisMachine(host) ? `localhost:${portOf(url)}` : host;
};

const hostOf = (url: string): string => bareHost(new URL(url).hostname);

const portOf = (url: string): string => {
  const { port, protocol } = new URL(url);
  return port || (protocol === 'http:' ? '80' : '443');
};

const isByName = (host: string): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) && !bearsTestMark(host);
