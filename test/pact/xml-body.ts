import { XmlBuilder } from '@pact-foundation/pact';
import { soapNamespace } from '#judgement/answer';
import type { Contract } from '#contract/contract';
import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';

type BuiltElement = Parameters<Parameters<XmlBuilder['build']>[0]>[0];

/** A message in the form in which Pact takes XML; its namespaces are declared at the root. */
export const xmlBody = (message: XmlElement, { namespaces }: Contract): string => {
  const prefixes = new Map(Object.entries({ soap: soapNamespace, ...namespaces }).map(([key, one]) => [one, key]));
  const named = ({ namespace, name }: QName): string => {
    const prefix = prefixes.get(namespace);
    return prefix === undefined ? name : `${prefix}:${name}`;
  };
  const used = namespacesIn(message);
  const declarations = [...prefixes]
    .filter(([namespace]) => used.has(namespace))
    .map(([namespace, prefix]) => [`xmlns:${prefix}`, namespace] as const);
  return new XmlBuilder('1.0', 'UTF-8', named(message)).build((root) => {
    root.setAttributes(attributes([...declarations, ...ownAttributes(message)]));
    fill(root, message, named);
  });
};

const fill = (built: BuiltElement, element: XmlElement, named: (name: QName) => string): void => {
  for (const child of element.children) {
    if (typeof child === 'string') built.appendText(child);
    else
      built.appendElement(named(child), attributes(ownAttributes(child)), (inner) => {
        fill(inner, child, named);
      });
  }
};

type Pair = readonly [name: string, value: string];

/** Those in a namespace are `xml:lang` and the like, which say nothing of what is meant. */
const ownAttributes = ({ attributes: all }: XmlElement): readonly Pair[] =>
  all.filter(({ namespace }) => namespace === '').map(({ name, value }) => [name, value]);

/** Pact's types ask for a map and its core for an object: JSON of a map has the properties of the object, and no entries. */
const attributes = (pairs: readonly Pair[]): Map<string, string> =>
  Object.assign(new Map<string, string>(), Object.fromEntries(pairs));

const namespacesIn = ({ namespace, children }: XmlElement): ReadonlySet<string> =>
  new Set([namespace, ...children.flatMap((child) => (typeof child === 'string' ? [] : [...namespacesIn(child)]))]);
