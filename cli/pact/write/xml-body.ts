import { XmlBuilder } from '@pact-foundation/pact';
import { soapNamespace } from '#judgement/answer';
import type { Contract } from '#contract/contract';
import { createPrefixes, type Prefixes } from './prefixes.ts';
import { xmlNamespace } from '#xml/schema/names';
import type { XmlAttribute, XmlElement } from '#xml/tree';

type BuiltElement = Parameters<Parameters<XmlBuilder['build']>[0]>[0];

/** A message in the form in which Pact takes XML; its namespaces are declared at the root, and where a value needs another prefix. */
export const xmlBody = (message: XmlElement, { namespaces }: Contract): string => {
  const prefixes = createPrefixes({ soap: soapNamespace, ...namespaces }, message);
  return new XmlBuilder('1.0', 'UTF-8', prefixes.named(message)).build((root) => {
    root.setAttributes(attributes([...prefixes.declarations, ...ownAttributes(message, prefixes)]));
    fill(root, message, prefixes);
  });
};

const fill = (built: BuiltElement, element: XmlElement, prefixes: Prefixes): void => {
  for (const child of element.children) {
    if (typeof child === 'string') built.appendText(child);
    else
      built.appendElement(prefixes.named(child), attributes(ownAttributes(child, prefixes)), (inner) => {
        fill(inner, child, prefixes);
      });
  }
};

type Pair = readonly [name: string, value: string];

const ownAttributes = (element: XmlElement, prefixes: Prefixes): readonly Pair[] => [
  ...prefixes.lacking(element),
  ...element.attributes
    .filter((one) => !isLanguageOfFault(element, one))
    .map((one): Pair => [prefixes.named(one), one.value]),
];

/** In which language a Fault explains itself is the service's choice. */
const isLanguageOfFault = ({ name }: XmlElement, attribute: XmlAttribute): boolean =>
  name === 'faultstring' && attribute.namespace === xmlNamespace;

/** Pact's types ask for a map and its core for an object: JSON of a map has the properties of the object, and no entries. */
const attributes = (pairs: readonly Pair[]): Map<string, string> =>
  Object.assign(new Map<string, string>(), Object.fromEntries(pairs));
