import type { Place } from '#xml/place';
import type { Shaped } from '#contract/description/description';
import { type Lookup, fillIn } from './environment.ts';
import { isExcepted } from './no-proxy.ts';
import type { Profile, ProfileProxy } from './profile.ts';
import { readProxyUrl } from './proxy-url.ts';
import { Refusal, inProfileItself } from './refusal.ts';
import type { ProfileEntries } from './shape.ts';
import { isThisMachine } from './this-machine.ts';

type Shape = Shaped<ProfileEntries>;

/**
 * The proxy that an endpoint is reached through, undefined for the direct way: that of the profile, else of the environment, by the
 * rules of curl. This machine is reached directly. Throws `Refusal` for a value that can't be used, which it does not show.
 */
export const proxyOf = (
  shaped: Shape,
  endpoint: Profile['endpoint'],
  environment: Lookup,
): ProfileProxy | undefined => {
  const said = shaped.entries.proxy;
  const own = said === undefined || said === 'none' ? undefined : ownProxy(shaped, said, environment);
  if (said === 'none' || endpoint.kind === 'mock') return undefined;
  if (endpoint.via !== undefined) {
    demandNone(shaped, own);
    return undefined;
  }
  const target = new URL(endpoint.url);
  if (isThisMachine(target.hostname.replace(/\.+$/, ''))) return undefined;
  return own ?? proxyInEnvironment(target, environment);
};

/** The way to this machine has no proxy. */
const demandNone = ({ placeOf }: Shape, own: ProfileProxy | undefined): void => {
  if (own === undefined) return;
  throw new Refusal(
    { place: placeOf('proxy') },
    { nl: 'verzoeken gaan naar endpoint.via op deze machine', en: 'requests go to endpoint.via on this machine' },
    { nl: 'haal een van de twee weg', en: 'take one of the two out' },
  );
};

type Said = Exclude<NonNullable<ProfileEntries['proxy']>, 'none'>;

const ownProxy = (shaped: Shape, said: Said, environment: Lookup): ProfileProxy | undefined => {
  const { url } = said;
  const value = fillIn(url, environment);
  if (value === undefined) return undefined;
  const place = shaped.placeOf('proxy', 'url');
  const isWritten = typeof url === 'string';
  const source = isWritten
    ? { place, from: 'proxy.url' }
    : { place, from: `proxy.url (${url.env})`, variable: url.env };
  const { credentials, ...proxy } = readProxyUrl(value, source);
  if (isWritten && credentials !== undefined) throw inProfile(place);
  return { ...proxy, credentials: ownCredentials(shaped, said, environment) ?? credentials };
};

const inProfile = (place: Place): Refusal =>
  new Refusal(
    { place },
    {
      nl: 'in proxy.url staat een gebruikersnaam of wachtwoord',
      en: 'proxy.url holds a username or password',
    },
    {
      nl: 'schrijf proxy.username: { env: NAAM } en proxy.password: { env: NAAM }',
      en: 'write proxy.username: { env: NAME } and proxy.password: { env: NAME }',
    },
  );

const ownCredentials = (shaped: Shape, said: Said, environment: Lookup): ProfileProxy['credentials'] => {
  const secret = (key: 'username' | 'password'): string | undefined => {
    const value = said[key];
    if (typeof value !== 'string') return value === undefined ? undefined : fillIn(value, environment);
    throw inProfileItself(shaped.placeOf('proxy', key), key, { nl: `proxy.${key}`, en: `proxy.${key}` });
  };
  const [username, password] = [secret('username'), secret('password')];
  if (username !== undefined) return { username, password };
  if (password === undefined) return undefined;
  throw new Refusal(
    { place: shaped.placeOf('proxy', 'password') },
    { nl: 'proxy.password staat er zonder proxy.username', en: 'proxy.password has no proxy.username beside it' },
    { nl: 'voeg die toe', en: 'add it' },
  );
};

/**
 * In the order of curl. HTTP_PROXY in capitals is none of them: a web server fills it from a header of whoever asks
 * (CVE-2016-5385).
 */
const variables: Readonly<Record<string, readonly string[]>> = {
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
  'http:': ['http_proxy', 'all_proxy', 'ALL_PROXY'],
};

const proxyInEnvironment = (target: URL, environment: Lookup): ProfileProxy | undefined => {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  const exceptions = ['no_proxy', 'NO_PROXY'].find(isSet);
  const from = variables[target.protocol]?.find(isSet);
  if (from === undefined || isExcepted(target, environment[exceptions ?? ''] ?? '')) return undefined;
  return readProxyUrl(environment[from] ?? '', { from, variable: from });
};
