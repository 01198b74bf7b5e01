import type { QName } from '#xml/qname';
import { attributeOf, type XmlAttribute, type XmlElement, type XmlNode } from '#xml/tree';
import { elementAt, type Location } from './select.ts';

type Change = (found: XmlElement) => XmlElement | undefined;

/** The tree with the element at the indexes changed, or taken out when `change` returns undefined; the rest is shared. */
export const changeAt = (root: XmlElement, steps: readonly number[], change: Change): XmlElement => {
  const [index, ...below] = steps;
  if (index === undefined) return change(root) ?? root;
  const child = elementAt(root, [index]);
  const changed = below.length === 0 ? change(child) : changeAt(child, below, change);
  const kept: readonly XmlNode[] = changed === undefined ? [] : [changed];
  return { ...root, children: [...root.children.slice(0, index), ...kept, ...root.children.slice(index + 1)] };
};

/** The tree with another value at a node: the text of an element, which then has nothing else, or of an attribute. */
export const setAt = (root: XmlElement, { steps, attribute }: Location, value: string): XmlElement =>
  changeAt(root, steps, (found) =>
    attribute === undefined
      ? { ...found, children: value === '' ? [] : [value] }
      : withAttribute(found, attribute, value),
  );

/** The tree without a node; the root can't be taken out. */
export const removeAt = (root: XmlElement, { steps, attribute }: Location): XmlElement =>
  changeAt(root, steps, (found) => (attribute === undefined ? undefined : withoutAttribute(found, attribute)));

/** The element with an attribute set; one that it has keeps its place. */
export const withAttribute = (node: XmlElement, name: QName, value: string): XmlElement => {
  const written: XmlAttribute = { name: name.name, namespace: name.namespace, value };
  const has = attributeOf(node, name.name, name.namespace) !== undefined;
  const attributes = has
    ? node.attributes.map((one) => (isNamed(one, name) ? written : one))
    : [...node.attributes, written];
  return { ...node, attributes };
};

const withoutAttribute = (node: XmlElement, name: QName): XmlElement => ({
  ...node,
  attributes: node.attributes.filter((one) => !isNamed(one, name)),
});

const isNamed = (one: QName, other: QName): boolean => one.name === other.name && one.namespace === other.namespace;
