import type { Contract } from '#contract/contract';
import { deliveriesOf } from '#contract/deliveries';
import { sourceText } from '../check/source-text.ts';
import type { Pair } from './pair.ts';

/** Whom a request of SOAP is meant for, by what it says. */
export interface AskedOf {
  /** Whether it names an operation of the contract, its namespace or an action of it; undefined where it names none at all. */
  readonly isOurs: boolean | undefined;
  /** Without query, name and password; empty where it was not kept. */
  readonly address: string;
  /** Whether the answer says that it was not taken. */
  readonly isRefused: boolean;
}

type Names = Readonly<Record<'namespaces' | 'operations' | 'actions', ReadonlySet<string>>>;

/** Tells requests to the service of a contract from those to another. */
export const askedOf = ({ service }: Contract): ((pair: Pair) => AskedOf) => {
  const all = [...deliveriesOf(service), ...(service.alive === undefined ? [] : [service.alive])];
  const names = {
    namespaces: new Set(all.map(({ request }) => request.namespace)),
    operations: new Set(all.map(({ request }) => request.name)),
    actions: new Set(all.map(({ action }) => action)),
  };
  return (pair) => ({
    isOurs: isOurs(pair, names),
    address: addressOf(pair.url),
    isRefused: pair.response !== undefined && isRefusal(pair.response),
  });
};

const isOurs = (pair: Pair, { namespaces, operations, actions }: Names): boolean | undefined => {
  const action = actionIn(pair);
  if (action !== undefined && actions.has(action)) return true;
  const request = requestIn(pair.body);
  if (request === undefined) return action === undefined || action === '' ? undefined : false;
  return operations.has(request.name) || (request.namespace !== undefined && namespaces.has(request.namespace));
};

const actionIn = ({ headers }: Pair): string | undefined => {
  const valueOf = (wanted: RegExp): string | undefined => headers.find(([name]) => wanted.test(name))?.[1];
  const said = valueOf(/^soapaction$/i) ?? /\baction="([^"]*)"/.exec(valueOf(/^content-type$/i) ?? '')?.[1];
  return said?.trim().replace(/^["']|["']$/g, '');
};

/** The first element in the Body, by its text: the message may be wrong in any way. */
const requestIn = (body: Uint8Array): { readonly name: string; readonly namespace: string | undefined } | undefined => {
  const text = sourceText(body).text.replace(/<!--[^]*?-->/g, '');
  const found = /<(?:[\w.-]+:)?Body(?:\s[^<>]*)?>\s*<(?:([\w.-]+):)?([\w.-]+)[^<>]*>/.exec(text);
  if (found === null) return undefined;
  const [, prefix, name = ''] = found;
  const head = text.slice(0, found.index + found[0].length);
  const declared = prefix === undefined ? String.raw`\sxmlns` : String.raw`\sxmlns:${prefix.replaceAll('.', '\\.')}`;
  const [, one, other] =
    [...head.matchAll(new RegExp(`${declared}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'))].at(-1) ?? [];
  return { name, namespace: one ?? other };
};

const addressOf = (url: string): string => {
  const parsed = URL.parse(url);
  return parsed === null ? '' : parsed.host + parsed.pathname;
};

const isRefusal = ({ status, body }: NonNullable<Pair['response']>): boolean =>
  status >= 400 || /<(?:[\w.-]+:)?Fault[\s/>]/.test(Buffer.from(body).toString('latin1'));
