import { xmlNamespace } from '#xml/schema/names';
import type { QName } from '#xml/qname';
import { elementsOf, type XmlElement } from '#xml/tree';

type Declaration = readonly [name: string, namespace: string];

/** How the names of one message are written. */
export interface Prefixes {
  /** A name with the prefix of its namespace. */
  readonly named: (name: QName) => string;
  /** What the root declares. */
  readonly declarations: readonly Declaration[];
  /** What an element must declare besides, of its own prefixes that values in it use. */
  readonly lacking: (element: XmlElement) => readonly Declaration[];
}

/** One prefix for each namespace of a message: those of the contract where it has them, others numbered. */
export const createPrefixes = (known: Readonly<Record<string, string>>, message: XmlElement): Prefixes => {
  const prefixes = new Map(Object.entries(known).map(([prefix, namespace]) => [namespace, prefix]));
  const used = namespacesIn(message);
  for (const namespace of used) if (!prefixes.has(namespace)) prefixes.set(namespace, `n${String(prefixes.size + 1)}`);
  const bound = new Map(
    [...prefixes].filter(([namespace]) => used.has(namespace)).map(([one, prefix]) => [prefix, one]),
  );
  return {
    named: ({ namespace, name }) => {
      if (namespace === '') return name;
      return namespace === xmlNamespace ? `xml:${name}` : `${prefixes.get(namespace) ?? ''}:${name}`;
    },
    declarations: [...bound].map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace]),
    lacking: (element) =>
      Object.entries(element.prefixes ?? {}).flatMap(([prefix, namespace]): readonly Declaration[] =>
        bound.get(prefix) === namespace || !isUsed(prefix, element) ? [] : [[`xmlns:${prefix}`, namespace]],
      ),
  };
};

/** Namespaces of elements and attributes; the one of `xml:lang` needs no declaration. */
const namespacesIn = (element: XmlElement): ReadonlySet<string> =>
  new Set(
    [element.namespace, ...element.attributes.map(({ namespace }) => namespace)]
      .concat(elementsOf(element).flatMap((child) => [...namespacesIn(child)]))
      .filter((namespace) => namespace !== '' && namespace !== xmlNamespace),
  );

/** Whether a value in an element begins with a prefix, as a QName does. */
const isUsed = (prefix: string, element: XmlElement): boolean =>
  element.attributes.some(({ value }) => value.trim().startsWith(`${prefix}:`)) ||
  element.children.some((child) =>
    typeof child === 'string' ? child.trim().startsWith(`${prefix}:`) : isUsed(prefix, child),
  );
