import type { Shaped } from '#contract/description/description';
import { isLoopback } from '#contract/wire/host';
import { type Lookup, fillIn } from './environment.ts';
import { Refusal } from './refusal.ts';
import type { ProfileEntries } from './shape.ts';
import { shown } from './written.ts';

/** Whether a profile has a proxy of its own carry TLS and the certificate; undefined in the environment is none. */
export const viaOf = ({ entries, placeOf }: Shaped<ProfileEntries>, environment: Lookup): string | undefined => {
  const { endpoint } = entries;
  const said = 'mock' in endpoint || endpoint.via === undefined ? undefined : endpoint.via;
  const value = said === undefined ? undefined : fillIn(said, environment)?.trim();
  if (said === undefined || value === undefined) return undefined;
  const variable = typeof said === 'string' ? undefined : said.env;
  const problem = problemOf(value);
  if (problem === undefined) return new URL(value).origin;
  throw new Refusal(
    { place: placeOf('endpoint', 'via'), variable },
    { nl: `endpoint.via ${shown(value)} ${problem.nl}`, en: `endpoint.via ${shown(value)} ${problem.en}` },
    {
      nl: 'geef het adres van een eigen TLS-proxy op deze machine, zoals http://127.0.0.1:8443; het adres van het endpoint zelf blijft in endpoint.url',
      en: 'give the address of a TLS proxy of your own on this machine, such as http://127.0.0.1:8443; the address of the endpoint itself stays in endpoint.url',
    },
  );
};

const problemOf = (value: string) => {
  const url = URL.parse(value);
  if (url === null) return { nl: 'is geen adres', en: 'is no address' };
  if (!isLoopback(url.hostname))
    return {
      nl: 'is een andere machine, en daarheen gaat niets onversleuteld',
      en: 'is another machine, and nothing goes there unencrypted',
    };
  if (url.protocol !== 'http:')
    return {
      nl: 'is geen http-adres: wat daar luistert, verzorgt zelf TLS naar het endpoint',
      en: 'is no http address: what listens there speaks TLS to the endpoint itself',
    };
  if (url.pathname !== '/' || `${url.search}${url.hash}${url.username}${url.password}` !== '')
    return { nl: 'heeft meer dan een host en een poort', en: 'has more than a host and a port' };
  return undefined;
};
