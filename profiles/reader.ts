import type { Bilingual } from '#contract/texts/bilingual';
import { dirname, resolve } from 'node:path';
import { readShaped, type Shaped } from '#contract/description/description';
import { readWithin } from '#xml/read-within';
import { certificateOf, mandatesOf, serverRootsOf, wrongCertificatesOf } from './certificate.ts';
import { type Lookup, demandVariables, fillIn, fillInAuthorities } from './environment.ts';
import { demandCeilings } from './ceilings.ts';
import { guardOf } from './guard.ts';
import type { Profile, ProfileCredentials, ProfileLimits } from './profile.ts';
import { proxyOf } from './proxy.ts';
import { Refusal, inProfileItself } from './refusal.ts';
import { type ProfileEntries, profileShape } from './shape.ts';
import { viaOf } from './via.ts';
import { shown } from './written.ts';

/** Manners towards an endpoint that is not ours, where the profile says nothing. */
const politeLimits = { requestsPerSecond: 2, requests: 500, accepted: 100 };

/** Reads a profile and fills in values from `environment`, with another address where one is given; throws `ContractError` with file, line and key. */
export const readProfile = (file: string, environment: Lookup, url?: string): Profile => {
  const written = readShaped(profileShape, file, readWithin(file));
  const shaped = url === undefined ? written : withAddress(written, url);
  const { entries } = shaped;
  demandVariables(shaped, environment);
  const isMock = 'mock' in entries.endpoint;
  const endpoint = endpointOf(shaped, environment);
  const guard = guardOf(shaped, endpoint, environment);
  demandTls(shaped, endpoint);
  demandCeilings(shaped, endpoint);
  return {
    name: entries.profile,
    title: entries.title,
    phase: entries.phase,
    endpoint,
    proxy: proxyOf(shaped, endpoint, environment),
    guard,
    credentials: credentialsOf(shaped, environment),
    certificate: certificateOf(shaped, endpoint, environment),
    serverRoots: serverRootsOf(shaped, environment),
    mandates: mandatesOf(shaped, environment),
    wrongCertificates: wrongCertificatesOf(shaped, environment),
    contract: entries.contract,
    corpus: entries.corpus === undefined ? undefined : resolve(dirname(file), entries.corpus),
    limits: limitsOf(entries.limits, isMock),
    authorities: fillInAuthorities(shaped, environment) ?? (isMock ? undefined : []),
    media: entries.media ?? (isMock ? undefined : []),
    permission: permissionOf(entries),
  };
};

/** All that is demanded of the address of a profile is demanded of this one. */
const withAddress = (shaped: Shaped<ProfileEntries>, url: string): Shaped<ProfileEntries> => {
  if ('mock' in shaped.entries.endpoint)
    throw new Refusal(
      { place: shaped.placeOf('endpoint') },
      {
        nl: `dit profiel is van het ingebouwde endpoint, en dat heeft geen ander adres (${shown(url)})`,
        en: `this profile is of the embedded endpoint, which has no other address (${shown(url)})`,
      },
      { nl: 'kies een ander profiel, zoals eto-poc', en: 'choose another profile, such as eto-poc' },
    );
  return { ...shaped, entries: { ...shaped.entries, endpoint: { ...shaped.entries.endpoint, url } } };
};

const limitsOf = (said: ProfileEntries['limits'], isMock: boolean): ProfileLimits => ({
  requestsPerSecond: said.requestsPerSecond ?? (isMock ? undefined : politeLimits.requestsPerSecond),
  requests: said.requests ?? (isMock ? undefined : politeLimits.requests),
  perDay: said.perDay,
  accepted: said.accepted ?? (isMock ? undefined : politeLimits.accepted),
  connections: said.connections ?? 4,
  timeoutMs: said.timeoutMs ?? 30_000,
});

const endpointOf = (shaped: Shaped<ProfileEntries>, environment: Lookup): Profile['endpoint'] => {
  const { endpoint } = shaped.entries;
  if ('mock' in endpoint) return { kind: 'mock' };
  const url = (fillIn(endpoint.url, environment) ?? '').trim();
  if (/\s/.test(url))
    throw unfitUrl(
      shaped,
      { nl: `${shown(url)} bevat witruimte`, en: `${shown(url)} holds white space` },
      { nl: 'geef één adres, zoals https://host/pad', en: 'give one address, such as https://host/path' },
    );
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol))
    throw unfitUrl(
      shaped,
      { nl: `${shown(url)} is geen http- of https-adres`, en: `${shown(url)} is not an http or https address` },
      { nl: 'geef er een als https://host/pad', en: 'give one such as https://host/path' },
    );
  const variable = typeof endpoint.url === 'string' ? undefined : endpoint.url.env;
  return { kind: 'url', url, via: viaOf(shaped, environment), place: shaped.placeOf('endpoint', 'url'), variable };
};

/** Only TLS can ask for a certificate. */
const demandTls = (shaped: Shaped<ProfileEntries>, endpoint: Profile['endpoint']): void => {
  const { phase } = shaped.entries;
  if (phase === 1 || endpoint.kind === 'mock' || new URL(endpoint.url).protocol === 'https:') return;
  const url = shown(endpoint.url);
  throw unfitUrl(
    shaped,
    {
      nl: `${url} is gewone HTTP, en fase ${String(phase)} gebruikt een certificaat`,
      en: `${url} is plain HTTP, and phase ${String(phase)} connects with a certificate`,
    },
    { nl: 'begin het adres met https://', en: 'begin it with https://' },
  );
};

/** The address is wrong, in the profile or in the variable that it comes from. */
const unfitUrl = (
  { entries: { endpoint }, placeOf }: Shaped<ProfileEntries>,
  { nl, en }: Bilingual,
  way: Bilingual,
): Refusal => {
  const variable = 'url' in endpoint && typeof endpoint.url !== 'string' ? endpoint.url.env : undefined;
  const key = variable === undefined ? 'endpoint.url' : `endpoint.url (${variable})`;
  return new Refusal({ place: placeOf('endpoint', 'url'), variable }, { nl: `${key} ${nl}`, en: `${key} ${en}` }, way);
};

const credentialsOf = (shaped: Shaped<ProfileEntries>, environment: Lookup): ProfileCredentials | undefined => {
  const { credentials, endpoint, phase } = shaped.entries;
  if (credentials === undefined) return undefined;
  if (phase === 4)
    throw new Refusal(
      { place: shaped.placeOf('credentials') },
      { nl: 'fase 4 gebruikt een certificaat', en: 'phase 4 connects with a certificate' },
      { nl: 'haal credentials weg', en: 'take credentials out' },
    );
  const secret = (key: 'username' | 'password'): string | undefined => {
    const value = credentials[key];
    if (typeof value === 'string' && !('mock' in endpoint)) {
      const named = `credentials.${key}`;
      throw inProfileItself(shaped.placeOf('credentials', key), key, { nl: named, en: named });
    }
    return value === undefined ? undefined : fillIn(value, environment);
  };
  const headerNames = credentials.headers;
  return {
    carrier: credentials.carrier,
    headerNames,
    username: secret('username') ?? '',
    password: secret('password'),
  };
};

const permissionOf = ({ toestemming }: ProfileEntries): Profile['permission'] =>
  toestemming === undefined
    ? undefined
    : { by: toestemming.door, date: toestemming.datum, until: toestemming.tot, scope: toestemming.omvang };
