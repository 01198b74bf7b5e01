import { ContractError } from '../folder/contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';
import { unsupportedIn } from '../wsdl/unsupported.ts';
import type { Port, PortOperation, Wsdl } from '../wsdl/wsdl.ts';
import type { Finding } from './finding.ts';
import { wordsOf } from './words.ts';

/** What a user says of where deliveries go. */
export interface Wanted {
  readonly service?: string | undefined;
  readonly port?: string | undefined;
  /** Several where each takes a document type of its own. */
  readonly operation?: readonly string[] | undefined;
}

/** An operation of a port. */
export interface Offer {
  readonly port: Port;
  readonly operation: PortOperation;
  /** Others of the port that may take deliveries as well, each those of a document type of its own. */
  readonly alike: readonly PortOperation[];
  /** Whether somebody said so of these. */
  readonly isSaid: boolean;
  /** How sure it is that deliveries go there, and where else they could. */
  readonly choice: Pick<Finding, 'confidence' | 'others'>;
}

/** The operations that deliver, the likeliest first, and whether the first stands out. */
export interface Offers {
  readonly offers: readonly [Offer, ...Offer[]];
  readonly isClear: boolean;
}

/** The operations that deliveries can go to; throws `ContractError` where none can be taken, with the reason. */
export const offersIn = (wsdl: Wsdl, wanted: Wanted): Offers => {
  const { place } = wsdl;
  const ports = pick(wsdl.ports, { what: 'service', name: wanted.service, place }, (port) => port.service);
  const named = pick(ports, { what: 'port', name: wanted.port, place }, (port) => port.name);
  const all = named.flatMap((port) => port.operations.map((operation) => ({ port, operation })));
  const asked =
    wanted.operation === undefined
      ? all
      : wanted.operation.flatMap((name) =>
          pick(all, { what: 'operation', name, place }, ({ operation }) => operation.name),
        );
  if (asked.length === 0)
    throw new ContractError(wsdl.place, 'the WSDL has no operation; give the one that takes deliveries');
  const taken = asked.filter(({ port, operation }) => unsupportedIn(port, operation) === undefined);
  const isSaid = (wanted.operation?.length ?? 0) > 1;
  const offered = once(taken);
  const [first, ...others] = isSaid ? offered : offered.toSorted((one, other) => scoreOf(other) - scoreOf(one));
  if (first === undefined) throw refusalOf(asked);
  const rivals = others.filter((one) => !isAlive(one.operation));
  const lead = scoreOf(first) - Math.max(-Infinity, ...rivals.map(scoreOf));
  const isNamed = wanted.operation !== undefined && (isSaid || offered.length === 1);
  const isClear = wanted.operation !== undefined || lead >= 2;
  const choice = choiceOf(isNamed ? [] : rivals, lead);
  const withAlike = (one: Served): Offer => ({ ...one, alike: alikeTo(one, offered, isSaid), isSaid, choice });
  return { offers: [withAlike(first), ...others.map(withAlike)], isClear };
};

/** An operation of a port. */
type Served = Pick<Offer, 'port' | 'operation'>;

const choiceOf = (rivals: readonly Served[], lead: number): Offer['choice'] => ({
  confidence: rivals.length === 0 ? 'certain' : lead >= 2 ? 'likely' : 'guess',
  others: rivals.map(told),
});

const told = ({ port, operation }: Served): string => `${operation.name} (${port.service || port.portType})`;

/** Those of the same port that were named with it or, where none was, are as likely to take deliveries. */
const alikeTo = (one: Served, offered: readonly Served[], isSaid: boolean): readonly PortOperation[] =>
  offered
    .filter((other) => other.port === one.port && other.operation !== one.operation)
    .filter((other) => isSaid || (scoreOf(one) >= 0 && scoreOf(other) === scoreOf(one)))
    .map(({ operation }) => operation);

interface Asked {
  readonly what: string;
  readonly name: string | undefined;
  readonly place: Wsdl['place'];
}

const pick = <Item>(
  items: readonly Item[],
  { what, name, place }: Asked,
  nameOf: (item: Item) => string,
): readonly Item[] => {
  if (name === undefined) return items;
  const found = items.filter((item) => nameOf(item) === name);
  if (found.length > 0) return found;
  const names = [...new Set(items.map(nameOf))];
  const near = didYouMean(name, names) || `; there is ${names.join(', ') || 'none'}`;
  throw new ContractError(place, `there is no ${what} "${name}"${near}`);
};

/** Several ports may offer the same. */
const once = (offers: readonly Served[]): readonly Served[] =>
  offers.filter(
    ({ port, operation }, index) =>
      offers.findIndex((one) => one.port.portType === port.portType && one.operation.name === operation.name) === index,
  );

/** What hinders the likeliest says most; of SOAP 1.2 beside SOAP 1.1 the latter. */
const refusalOf = (asked: readonly Served[]): ContractError => {
  const isSoap = ({ port }: Served): boolean => port.protocol === 'SOAP 1.1';
  const likely = asked.toSorted(
    (one, other) => Number(isSoap(other)) - Number(isSoap(one)) || scoreOf(other) - scoreOf(one),
  );
  const [{ port, operation } = { port: undefined, operation: undefined }] = likely;
  const found = port && unsupportedIn(port, operation);
  return new ContractError(
    found?.place,
    `${operation?.name ?? 'the WSDL'} can't be taken: ${found?.reason ?? 'it has no operation'}`,
  );
};

const delivering =
  /\b(voeg|toe|toevoegen|aanlever\w*|lever|deliver\w*|submit\w*|publi\w*|stuur|verstuur|verzend\w*|zend|send|indien\w*|dien|add|create|upload|plaats\w*|bezorg|inzend\w*|ontvang\w*|post|put|store|doe)\b/;
const reading =
  /\b(get|haal|ophalen|status|opvra\w*|vraag|lijst|list|zoek|find|search|verwijder\w*|delete|intrek\w*|trek|annuleer\w*|cancel|read|raadpleeg|wijzig\w*|update|version|versie|valideer|validate|check|controleer)\b/;
const alive = /\b(alive|ping|heartbeat|echo|verbinding\w*|beschikbaar\w*|hallo|hello)\b/;

/** Whether an operation is a connection test, by its name. */
export const isAlive = ({ name }: PortOperation): boolean => alive.test(wordsOf(name));

/** Whether its name says nothing else. */
export const isSurelyAlive = ({ name }: PortOperation): boolean => /\b(alive|ping|heartbeat)\b/.test(wordsOf(name));

const scoreOf = ({ operation }: Served): number => {
  const words = wordsOf(operation.name);
  return (
    (delivering.test(words) ? 2 : 0) -
    (reading.test(words) ? 2 : 0) -
    (alive.test(words) ? 4 : 0) +
    (/\b(dossier|bericht|kennisgeving|notice|bekendmaking)\b/.test(words) ? 1 : 0)
  );
};
