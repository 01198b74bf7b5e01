import type { Bilingual } from '#contract/texts/bilingual';
import { bareHost } from '#contract/wire/host';
import { type Resolve, seeAddresses, systemResolve } from '#endpoint/shared-address';
import { destinationOf } from '#profiles/destination';
import { otherHosts } from '#profiles/production';
import type { Profile, ProfileEndpoint } from '#profiles/profile';
import { Refusal } from '#profiles/refusal';
import { shown } from '#profiles/written';

/**
 * Throws `Refusal` for a profile that delivers where nothing says that deliveries may leave for, or where production has its address;
 * returns what is to be told of a place that they may leave for.
 */
export const demandDestination = async (
  { endpoint, guard, phase, proxy }: Profile,
  resolve: Resolve = systemResolve,
): Promise<Bilingual | undefined> => {
  if (endpoint.kind === 'mock' || phase === 4) return undefined;
  const destination = destinationOf(endpoint.url, guard);
  if (destination === 'unknown') throw unknown(endpoint);
  if (destination === 'loopback' || proxy !== undefined) return undefined;
  const host = hostOf(endpoint);
  const { own, shared, unseen } = await seeAddresses(host, otherHosts(endpoint.url, guard.production), resolve);
  if (shared === undefined) return own.kind === 'found' && unseen.length > 0 ? unseenText(host, unseen) : undefined;
  if (destination === 'marked') throw sharing(endpoint, shared);
  return sharedText(host, shared);
};

const hostOf = ({ url }: ProfileEndpoint): string => bareHost(new URL(url).hostname);

const unknown = (endpoint: ProfileEndpoint): Refusal => {
  const [url, host] = [shown(endpoint.url), hostOf(endpoint)];
  return new Refusal(
    endpoint,
    {
      nl: `endpoint.url ${url}: niets zegt dat deze host voor tests is, en alleen daar wordt aangeleverd`,
      en: `endpoint.url ${url}: nothing says that this host is for tests, and deliveries leave only for one that is`,
    },
    {
      nl: `is hij dat, noem hem dan in testHosts van het profiel (eto-*: DROP_ETO_TESTHOSTS=${host}); een host met eto, tst, test, acc of poc in de naam hoeft dat niet, en productie krijgt alleen IsAlive (fase 4)`,
      en: `if it is, list it in testHosts of the profile (eto-*: DROP_ETO_TESTHOSTS=${host}); a host with eto, tst, test, acc or poc in its name needs no listing, and production gets IsAlive only (phase 4)`,
    },
  );
};

/** A host of production, and the address that the endpoint has too. */
interface Shared {
  readonly host: string;
  readonly address: string;
}

const sharing = (endpoint: ProfileEndpoint, shared: Shared): Refusal => {
  const host = hostOf(endpoint);
  const said = sharedText(host, shared);
  return new Refusal(
    endpoint,
    { nl: `endpoint.url: ${said.nl}`, en: `endpoint.url: ${said.en}` },
    {
      nl: `geef het adres van een testomgeving; weet u dat beide achter één gateway staan, noem dan ${host} in testHosts van het profiel (eto-*: DROP_ETO_TESTHOSTS=${host})`,
      en: `give the address of a test environment; if you know that both stand behind one gateway, list ${host} in testHosts of the profile (eto-*: DROP_ETO_TESTHOSTS=${host})`,
    },
  );
};

const sharedText = (own: string, { host, address }: Shared): Bilingual => ({
  nl: `${own} heeft het adres van ${host} (${address}), en dat is productie; misschien delen zij een gateway`,
  en: `${own} has the address of ${host} (${address}), which is production; they may share a gateway`,
});

const unseenText = (own: string, unseen: readonly string[]): Bilingual => ({
  nl: `het adres van ${unseen.join(', ')} (productie) is niet te vinden, dus of ${own} hetzelfde heeft is niet te zien; de naam telt`,
  en: `the address of ${unseen.join(', ')} (production) is not to be found, so whether ${own} has the same can't be seen; the name counts`,
});
