import { posix } from 'node:path';
import { parseTree } from '../parse.ts';
import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { XmlError } from '../xml-error.ts';

/** The name among the files of what a schema calls by a location or a namespace; undefined where the catalogue has none. */
export type Catalog = (location: string) => string | undefined;

const leadsOn = /^(?:nextCatalog|delegate(?:Public|System|URI))$/;

const catalogNamespace = 'urn:oasis:names:tc:entity:xmlns:xml:catalog';

/**
 * Reads an OASIS XML catalog: its `uri`, `system`, `public`, `rewriteURI` and `rewriteSystem` entries, groups included.
 * `name` is the catalog's own among the files; what it points to is relative to it. Throws `XmlError`, also for entries that lead to other catalogues.
 */
export const readCatalog = (bytes: Uint8Array, name: string): Catalog => {
  const entries = entriesIn(parseTree(bytes));
  const other = entries.find((one) => leadsOn.test(one.name));
  if (other !== undefined)
    throw new XmlError([
      {
        message: `${other.name} leads to another catalogue, which is not followed; take its entries over`,
        line: other.line ?? 0,
        file: name,
        xpath: undefined,
      },
    ]);
  const exact = new Map(entries.flatMap((one) => exactEntry(one)));
  const rewrites = entries.flatMap((one) => rewriteEntry(one)).sort(([one], [other]) => other.length - one.length);
  return (location) => {
    const found = exact.get(location) ?? rewritten(location, rewrites);
    return found === undefined ? undefined : posix.normalize(posix.join(posix.dirname(name), found));
  };
};

const entriesIn = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element)
    .filter(({ namespace }) => namespace === catalogNamespace)
    .flatMap((one) => (one.name === 'group' ? entriesIn(one) : [one]));

type Entry = readonly [from: string, to: string];

const pairOf = (element: XmlElement, from: string, to: string): readonly Entry[] => {
  const [key, value] = [attributeOf(element, from), attributeOf(element, to)];
  return key === undefined || value === undefined ? [] : [[key, value]];
};

const exactEntry = (element: XmlElement): readonly Entry[] => {
  if (element.name === 'uri') return pairOf(element, 'name', 'uri');
  if (element.name === 'system') return pairOf(element, 'systemId', 'uri');
  return element.name === 'public' ? pairOf(element, 'publicId', 'uri') : [];
};

const rewriteEntry = (element: XmlElement): readonly Entry[] => {
  if (element.name === 'rewriteURI') return pairOf(element, 'uriStartString', 'rewritePrefix');
  return element.name === 'rewriteSystem' ? pairOf(element, 'systemIdStartString', 'rewritePrefix') : [];
};

/** The longest start that fits wins. */
const rewritten = (location: string, rewrites: readonly Entry[]): string | undefined => {
  const found = rewrites.find(([start]) => location.startsWith(start));
  return found === undefined ? undefined : found[1] + location.slice(found[0].length);
};
