import { posix } from 'node:path';
import { parseTree } from '../parse.ts';
import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { XmlError } from '../xml-error.ts';
import { xmlNamespace } from './names.ts';

/** The name among the files of what a schema calls by a location or a namespace; undefined where the catalogue has none. */
export type Catalog = (location: string) => string | undefined;

const leadsOn = /^(?:nextCatalog|delegate(?:Public|System|URI))$/;

const catalogNamespace = 'urn:oasis:names:tc:entity:xmlns:xml:catalog';

/**
 * Reads an OASIS XML catalog: its `uri`, `system`, `public`, `rewriteURI` and `rewriteSystem` entries, groups included; the first that fits counts.
 * `name` is the catalog's own among the files; what it points to is relative to it, by way of `xml:base` where that is given. Throws `XmlError`, also for entries that lead to other catalogues.
 */
export const readCatalog = (bytes: Uint8Array, name: string): Catalog => {
  const root = parseTree(bytes);
  const entries = entriesIn(root, baseOf(root, ''));
  const other = entries.map(({ element }) => element).find((one) => leadsOn.test(one.name));
  if (other !== undefined)
    throw new XmlError([
      {
        message: `${other.name} leads to another catalogue, which is not followed; take its entries over`,
        line: other.line ?? 0,
        file: name,
        xpath: undefined,
      },
    ]);
  const exact = new Map(entries.flatMap((one) => exactEntry(one)).reverse());
  const rewrites = entries.flatMap((one) => rewriteEntry(one)).sort(([one], [other]) => other.length - one.length);
  return (location) => {
    const found = exact.get(location) ?? rewritten(location, rewrites);
    return found === undefined ? undefined : posix.normalize(posix.join(posix.dirname(name), found));
  };
};

/** An entry, and the folder that it counts from. */
interface Based {
  readonly element: XmlElement;
  readonly base: string;
}

const entriesIn = (parent: XmlElement, base: string): readonly Based[] =>
  elementsOf(parent)
    .filter(({ namespace }) => namespace === catalogNamespace)
    .flatMap((element) => {
      const own = baseOf(element, base);
      return element.name === 'group' ? entriesIn(element, own) : [{ element, base: own }];
    });

/** The folder of `xml:base`: up to its last slash (RFC 3986, 5.2.3). */
const baseOf = (element: XmlElement, outer: string): string => {
  const stated = attributeOf(element, 'base', xmlNamespace) ?? '';
  return outer + stated.slice(0, stated.lastIndexOf('/') + 1);
};

type Entry = readonly [from: string, to: string];

const pairOf = ({ element, base }: Based, from: string, to: string): readonly Entry[] => {
  const [key, value] = [attributeOf(element, from), attributeOf(element, to)];
  return key === undefined || value === undefined ? [] : [[key, base + value]];
};

const exactEntry = (entry: Based): readonly Entry[] => {
  const { name } = entry.element;
  if (name === 'uri') return pairOf(entry, 'name', 'uri');
  if (name === 'system') return pairOf(entry, 'systemId', 'uri');
  return name === 'public' ? pairOf(entry, 'publicId', 'uri') : [];
};

const rewriteEntry = (entry: Based): readonly Entry[] => {
  const { name } = entry.element;
  if (name === 'rewriteURI') return pairOf(entry, 'uriStartString', 'rewritePrefix');
  return name === 'rewriteSystem' ? pairOf(entry, 'systemIdStartString', 'rewritePrefix') : [];
};

/** The longest start that fits wins. */
const rewritten = (location: string, rewrites: readonly Entry[]): string | undefined => {
  const found = rewrites.find(([start]) => location.startsWith(start));
  return found === undefined ? undefined : found[1] + location.slice(found[0].length);
};
