import type { XmlElement, XmlNode } from '#xml/tree';
import { withAttribute, withText } from './replace.ts';
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
    attribute === undefined ? withText(found, value) : withAttribute(found, attribute, value),
  );

/** The tree without a node; the root can't be taken out. */
export const removeAt = (root: XmlElement, { steps, attribute }: Location): XmlElement =>
  changeAt(root, steps, (found) => (attribute === undefined ? undefined : withAttribute(found, attribute, undefined)));
