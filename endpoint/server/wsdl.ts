import { posix } from 'node:path';
import { escapeAttribute } from '#xml/serialize';
import type { Contract } from '#contract/contract';
import { payloadsOf } from '#contract/roles/payloads';
import { flatWsdl } from '#contract/wsdl/flat-wsdl';

/** The WSDL and the schemas it refers to, with the server's own addresses in them. */
export interface Description {
  readonly wsdl: (address: string) => string;
  /** All in one document; undefined where that can't be made. */
  readonly flat: (address: string) => string | undefined;
  /** Names of the schemas of contents. */
  readonly payloads: readonly string[];
  /** Undefined for a file that neither the WSDL nor a content refers to. */
  readonly schema: (name: string, address: string) => string | undefined;
  /** Path of the service, from the address in the WSDL. */
  readonly path: string;
}

/** Reads the description from the contract's files. */
export const createDescription = ({ ownFiles: files, roles, service }: Contract): Description => {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  const payloads = [...new Set(payloadsOf(roles).map(({ schema }) => schema))];
  const reachable = followed([service.wsdl, ...payloads], text);
  let flat: { readonly text: string | undefined } | undefined;
  return {
    wsdl: (plain) => {
      const address = inAttribute(plain);
      return addressed(relinked(text(service.wsdl), service.wsdl, address), address);
    },
    flat: (plain) => {
      flat ??= { text: flatWsdl(files, service.wsdl) };
      return flat.text && addressed(flat.text, inAttribute(plain));
    },
    payloads,
    schema: (name, address) =>
      reachable.has(name) && files.has(name) ? relinked(text(name), name, inAttribute(address)) : undefined,
    path: pathIn(text(service.wsdl)),
  };
};

/** Escaped for single and double quotes. */
const inAttribute = (address: string): string => escapeAttribute(address).replaceAll("'", '&apos;');

const links =
  /(<(?:[\w.-]+:)?(?:import|include|redefine)\b[^>]*?\s(?:schemaLocation|location)\s*=\s*)(["'])([^"']*)\2/g;
const soapAddress = /(<(?:[\w.-]+:)?address\b[^>]*?\slocation\s*=\s*)(["'])([^"']*)\2/g;

const isAbsolute = (link: string): boolean => /^[A-Za-z][\w+.-]*:/.test(link);

const resolved = (link: string, from: string): string => posix.normalize(posix.join(posix.dirname(from), link));

const linksIn = (name: string, source: string): readonly string[] =>
  [...source.matchAll(links)].map(([, , , link = '']) => resolved(link, name));

const followed = (starts: readonly string[], text: (name: string) => string): ReadonlySet<string> => {
  const found = new Set<string>(starts.slice(1));
  const follow = (name: string): void => {
    const fresh = linksIn(name, text(name)).filter((one) => !found.has(one));
    for (const one of fresh) found.add(one);
    fresh.forEach(follow);
  };
  starts.forEach(follow);
  return found;
};

const relinked = (source: string, from: string, address: string): string =>
  source.replace(links, (whole: string, ...[before, quote, link]: string[]) =>
    link === undefined || isAbsolute(link)
      ? whole
      : `${before ?? ''}${quote ?? ''}${address}?xsd=${encodeURIComponent(resolved(link, from))}${quote ?? ''}`,
  );

const addressed = (source: string, address: string): string =>
  source.replace(soapAddress, (_, before: string, quote: string) => `${before}${quote}${address}${quote}`);

const pathIn = (wsdl: string): string => {
  const location = [...wsdl.matchAll(soapAddress)][0]?.[3] ?? '';
  return URL.canParse(location) ? new URL(location).pathname : '/';
};
