import { ContractError, wholeFile } from '#contract/folder/contract-error';
import type { Bilingual } from '#contract/texts/bilingual';
import type { DocumentSource, FoundDocument } from '#contract/wsdl/found-document';
import { type Client, createClient } from '#endpoint/client';
import type { WireFailure, WireResponse } from '#endpoint/exchange';
import { describeFailure } from '#judgement/judges/describe';
import { clientOptions } from '#harness/client/client-options';
import { byCharset } from './by-charset.ts';
import { type CountedDays, countDays } from '../nights/take-day.ts';
import { planRun } from '../run/plan-run.ts';
import { UsageError } from '../usage-error.ts';

/** Documents of a service that are fetched from it. */
export interface FetchedDocuments {
  readonly entry: FoundDocument;
  readonly source: DocumentSource;
  readonly close: () => Promise<void>;
}

const bounds = { bytes: 16 * 1024 * 1024, requests: 300 } as const;

/** The profile whose TLS and credentials an address is fetched with, and the folder that its requests are counted in. */
interface ByProfile {
  readonly profile?: string;
  readonly state?: string;
}

/** Fetches a WSDL with the TLS and the credentials of a profile, which go to its own host alone, and counts what it asks of that. Throws `UsageError`, `ConfigurationError` and `ContractError`. */
export const documentsAtEndpoint = async (
  url: string,
  by: ByProfile,
  given: readonly FoundDocument[],
): Promise<FetchedDocuments> => {
  mustBeAddress(url);
  const origin = new URL(url).origin;
  const client = clientFor(url, by);
  try {
    const entry = await fetched(client, url);
    const known = new Map([[url, entry]]);
    const at: DocumentSource['at'] = async (location, from) => {
      const base = URL.canParse(from) ? from : url;
      if (!URL.canParse(location, base)) throw new ContractError(wholeFile(location), 'it is no address; correct it');
      const wanted = new URL(location, base);
      // Services name themselves by the name of their own machine; credentials go to the host that was asked for alone.
      const own = `${origin}${wanted.pathname}${wanted.search}`;
      const document = known.get(own) ?? (await fetched(client, own));
      known.set(own, document);
      return document;
    };
    return { entry, source: { at, given }, close: client.close };
  } catch (error) {
    await client.close();
    throw error;
  }
};

const mustBeAddress = (url: string): void => {
  if (URL.canParse(url) && `${new URL(url).username}${new URL(url).password}` === '') return;
  throw new UsageError({
    nl: 'bij --wsdl staat geen adres zonder gebruikersnaam; geef er een als https://host/dienst?wsdl, en gegevens met --profile',
    en: '--wsdl gives no address without a username; give one such as https://host/service?wsdl, and credentials with --profile',
  });
};

const clientFor = (url: string, { profile, state }: ByProfile): Client => {
  const own = { maxResponseBytes: bounds.bytes, budget: bounds.requests, connections: 1 };
  if (profile === undefined) return createClient({ url: new URL(url).origin, action: '', ...own });
  const planned = planRun({ profile, runs: 1, reporter: [] });
  const { contract, config } = planned;
  if (config.url === '' || new URL(config.url).origin !== new URL(url).origin)
    throw new UsageError({
      nl: `--wsdl ${url} staat niet op de host van profiel ${profile}${config.url === '' ? '' : ` (${new URL(config.url).origin})`}, en zijn gegevens gaan nergens anders heen; geef het adres van het profiel, of laat --profile weg`,
      en: `--wsdl ${url} is not on the host of profile ${profile}${config.url === '' ? '' : ` (${new URL(config.url).origin})`}, and its credentials go nowhere else; give the address of the profile, or leave --profile out`,
    });
  const options = clientOptions(contract, config);
  if (options.only === undefined) {
    const days = countDays(planned, state, 'contract init');
    return counted(createClient({ ...options, ...own }), days);
  }
  throw new UsageError({
    nl: `profiel ${profile} wijst niet zeker naar een testomgeving, en zo'n endpoint krijgt alleen de verbindingstest; geef een profiel voor een testomgeving, of bewaar de WSDL als bestand`,
    en: `profile ${profile} does not surely lead to a test environment, and such an endpoint gets the connection test alone; give a profile of a test environment, or save the WSDL as a file`,
  });
};

/** A client whose requests are taken from those of the day. */
const counted = (client: Client, days: CountedDays): Client => ({
  ...client,
  send: async (request) => {
    if (!(await days.take())) throw noneLeft();
    const exchange = await client.send(request);
    if ('failure' in exchange.outcome && exchange.outcome.failure.unsent === true) await days.giveBack();
    return exchange;
  },
});

const noneLeft = (): UsageError =>
  new UsageError({
    nl: 'de WSDL is niet opgehaald, want van de verzoeken van vandaag (limits.perDay) is er geen meer over; begin morgen opnieuw, of geef de WSDL als bestand',
    en: 'the WSDL was not fetched, as none of the requests of today (limits.perDay) are left; start again tomorrow, or give the WSDL as a file',
  });

const fetched = async (client: Client, url: string): Promise<FoundDocument> => {
  const { pathname, search } = new URL(url);
  const { outcome } = await client.send({ method: 'GET', path: `${pathname}${search}` });
  if ('failure' in outcome) throw new ContractError(wholeFile(url), reasonOf(outcome.failure));
  mustBeGiven(url, outcome.response);
  const { body, headers } = outcome.response;
  return { name: url, bytes: byCharset(body, headers['content-type']) };
};

const reasonOf = (failure: WireFailure): Bilingual => {
  const { nl, en } = failure.kind === 'tls' ? refusedCertificate(failure.code) : describeFailure(failure);
  const bare = (text: string): string => text.replace(/\.$/, '');
  return { nl: `het is niet op te halen: ${bare(nl)}`, en: `it can't be fetched: ${bare(en)}` };
};

const refusedCertificate = (code: string): Bilingual => ({
  nl: `het certificaat van de server, of het onze, wordt geweigerd (${code}); zet het benodigde stamcertificaat in serverRoots van een profiel en geef dat met --profile, of sla de WSDL op als bestand`,
  en: `the certificate of the server, or ours, is refused (${code}); put the root that it needs into serverRoots of a profile and give that with --profile, or save the WSDL as a file`,
});

const mustBeGiven = (url: string, { status, headers }: WireResponse): void => {
  if (status >= 200 && status < 300) return;
  const { location = '' } = headers;
  throw new ContractError(wholeFile(url), `it can't be fetched: HTTP ${String(status)}${wayFor(status, location)}`);
};

const wayFor = (status: number, location: string): string => {
  if (status === 401 || status === 403)
    return ', the endpoint lets nobody in without credentials that it knows; give the profile that has them with --profile, or save the WSDL as a file';
  if (status >= 300 && status < 400)
    return `, it leads to ${location || 'another address'}, perhaps to log in; give the address of the WSDL itself`;
  if (status === 404)
    return ', there is nothing there; give the address of the WSDL, as ends with ?wsdl or ?singleWsdl';
  return '; try again later, or save the WSDL as a file';
};
