import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { Namespaces } from '../folder/qname.ts';

/** An element of a document, with the prefixes in scope there. */
export interface Node {
  readonly file: string;
  readonly element: XmlElement;
  readonly prefixes: Namespaces;
}

/** The root of a document as a node. */
export const rootNode = (file: string, element: XmlElement): Node => ({
  file,
  element,
  prefixes: element.prefixes ?? {},
});

/** The child elements of a node. */
export const childrenOf = ({ file, element, prefixes }: Node): readonly Node[] =>
  elementsOf(element).map((child) => ({ file, element: child, prefixes: { ...prefixes, ...child.prefixes } }));

/** The child elements of one name. */
export const childrenNamed = (node: Node, namespace: string, name: string): readonly Node[] =>
  childrenOf(node).filter(({ element }) => element.namespace === namespace && element.name === name);

/** A node and all below it. */
export const descendants = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(descendants)];

/** Where a node stands. */
export const placeOf = ({ file, element }: Node): Place => ({ file, line: element.line ?? 0 });

/** The value of an attribute, trimmed; undefined where it is absent. */
export const valueAt = ({ element }: Node, name: string): string | undefined => attributeOf(element, name)?.trim();

/** The name that an attribute holds, expanded. */
export const nameAt = (node: Node, name: string): QName | undefined => {
  const value = valueAt(node, name);
  return value === undefined ? undefined : expandedName(value, node.prefixes);
};

const expandedName = (text: string, prefixes: Namespaces): QName => {
  const [first = '', second] = text.split(':');
  return second === undefined
    ? { namespace: prefixes[''] ?? '', name: first }
    : { namespace: prefixes[first] ?? '', name: second };
};
