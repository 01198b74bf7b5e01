import { destinationOf } from '#profiles/destination';
import type { Profile, ProfileEndpoint } from '#profiles/profile';
import { Refusal } from '#profiles/refusal';
import { shown } from '#profiles/written';

/** Throws `Refusal` for a profile that delivers where nothing says that deliveries may leave for. */
export const demandDestination = ({ endpoint, guard, phase }: Profile): void => {
  if (endpoint.kind === 'mock' || phase === 4) return;
  if (destinationOf(endpoint.url, guard) === 'unknown') throw unknown(endpoint);
};

const unknown = (endpoint: ProfileEndpoint): Refusal => {
  const { hostname } = new URL(endpoint.url);
  const url = shown(endpoint.url);
  return new Refusal(
    endpoint,
    {
      nl: `endpoint.url ${url}: niets zegt dat deze host voor tests is, en alleen daar wordt aangeleverd`,
      en: `endpoint.url ${url}: nothing says that this host is for tests, and deliveries leave only for one that is`,
    },
    {
      nl: `is hij dat, noem hem dan in testHosts van het profiel (eto-*: DROP_ETO_TESTHOSTS=${hostname}); een host met eto, tst, test, acc of poc in de naam hoeft dat niet, en productie krijgt alleen IsAlive (fase 4)`,
      en: `if it is, list it in testHosts of the profile (eto-*: DROP_ETO_TESTHOSTS=${hostname}); a host with eto, tst, test, acc or poc in its name needs no listing, and production gets IsAlive only (phase 4)`,
    },
  );
};
