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
export const isProduction = (url: string, environment: Readonly<Record<string, string | undefined>>): boolean => {
  const host = hostOf(url);
  return host !== undefined && (host === hostOf(environment[productionVariable] ?? '') || isByName(host));
};

const hostOf = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  return `${hostname.replace(/\.$/, '')}:${port || (protocol === 'http:' ? '80' : '443')}`;
};

const isByName = (host: string): boolean => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const isOurs = domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return isOurs && !name.split(/[.-]/).some((part) => testMarks.has(part.replace(/\d+$/, '')));
};
