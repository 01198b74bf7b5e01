import type { Lookup } from './environment.ts';
import { isThisMachine } from './this-machine.ts';

/** The environment variable that names the production endpoint, also to profiles of other phases. */
export const productionVariable = 'DROP_PRODUCTIE_URL';

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

/** Parts of a host name that say so. */
const testMarks: ReadonlySet<string> = new Set(
  'eto tst test acc acceptatie poc demo ont ontwikkel dev pre preprod oefen'.split(' '),
);

/** Whether an address is taken for production: by its name, or since the environment says that it is. */
export const isProduction = (url: string, environment: Lookup): boolean => {
  const place = placeOf(url);
  return place !== undefined && (place === namedPlace(environment) || isByName(place));
};

/** Whether the environment names production in a way that can't be read, so that it would protect nothing. */
export const isUnreadable = (environment: Lookup): boolean =>
  (environment[productionVariable] ?? '').trim() !== '' && namedPlace(environment) === undefined;

/** A person may leave the scheme out. */
const namedPlace = (environment: Lookup): string | undefined => {
  const said = (environment[productionVariable] ?? '').trim();
  return placeOf(/^https?:\/\//i.test(said) ? said : `https://${said}`);
};

/** A host, whatever its port, since it is production by any; on this machine each port is a place of its own. */
const placeOf = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  if (host === '') return undefined;
  return isThisMachine(host) ? `localhost:${port || (protocol === 'http:' ? '80' : '443')}` : host;
};

const isByName = (host: string): boolean => {
  const isOurs = domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return isOurs && !host.split(/[.-]/).some((part) => testMarks.has(part.replace(/\d+$/, '')));
};
