import type { Shaped } from '#contract/description/description';
import type { Lookup } from './environment.ts';
import { isProduction } from './production.ts';
import { productionVariable, readProduction } from './production-variable.ts';
import type { Profile, ProfileEndpoint, ProfileGuard } from './profile.ts';
import { Refusal } from './refusal.ts';
import type { ProfileEntries } from './shape.ts';
import { testHostsOf } from './test-hosts.ts';
import { shown } from './written.ts';

/** Where deliveries may leave for; throws `Refusal` where the environment does not tell what production is, or the profile points there. */
export const guardOf = (
  shaped: Shaped<ProfileEntries>,
  endpoint: Profile['endpoint'],
  environment: Lookup,
): ProfileGuard => {
  if (endpoint.kind === 'mock') return { production: [], testHosts: [] };
  const guard = { production: productionIn(environment), testHosts: testHostsOf(shaped, environment) };
  if (shaped.entries.phase !== 4 && isProduction(endpoint.url, guard)) throw production(endpoint);
  return guard;
};

const productionIn = (environment: Lookup): readonly string[] => {
  const named = readProduction(environment);
  if ('urls' in named) return named.urls;
  const { unfit } = named;
  throw new Refusal(
    { variable: productionVariable },
    {
      nl: `${productionVariable} bevat ${unfit}, en dat is geen volledig https-adres, dus is onbekend wat productie is`,
      en: `${productionVariable} holds ${unfit}, and that is no whole https address, so nothing tells what production is`,
    },
    {
      nl: 'schrijf https://host/pad, meer adressen met een spatie ertussen, zonder aanhalingstekens en komma’s; of haal de variabele weg',
      en: 'write https://host/path, several with a space between them, without quotes and commas; or unset the variable',
    },
  );
};

const production = (endpoint: ProfileEndpoint): Refusal => {
  const url = shown(endpoint.url);
  return new Refusal(
    endpoint,
    {
      nl: `endpoint.url ${url} geldt als productie, en productie krijgt geen testaanleveringen`,
      en: `endpoint.url ${url} is taken for production, and production gets no test deliveries`,
    },
    {
      nl: `geef het adres van een testomgeving, of draai het profiel productie; is dit een testhost van KOOP, noem die dan in testHosts en noem de productie in ${productionVariable}`,
      en: `give the address of a test environment, or run the profile productie; where this is a test host of KOOP's, list it in testHosts and name production in ${productionVariable}`,
    },
  );
};
