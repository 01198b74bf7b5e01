import type { QName } from '#xml/qname';
import { sameName } from '#xml/qname';
import type { XmlElement, XmlNode } from '#xml/tree';

/** A tree with the element at some indices among child elements changed. */
export const changeAt = (
  tree: XmlElement,
  indices: readonly number[],
  change: (element: XmlElement) => XmlElement,
): XmlElement => {
  const [index, ...rest] = indices;
  if (index === undefined) return change(tree);
  let seen = -1;
  const children = tree.children.map((child) => {
    if (typeof child === 'string') return child;
    seen += 1;
    return seen === index ? changeAt(child, rest, change) : child;
  });
  return { ...tree, children };
};

/** The element with other child elements in place of some; character data stays where it is. */
export const spliceChildren = (
  element: XmlElement,
  {
    at,
    remove = 0,
    insert = [],
  }: { readonly at: number; readonly remove?: number; readonly insert?: readonly XmlNode[] },
): XmlElement => {
  const places = element.children.flatMap((child, index) => (typeof child === 'string' ? [] : [index]));
  const from = places[at] ?? element.children.length;
  const removed = new Set(places.slice(at, at + remove));
  const kept = (start: number, end: number): readonly XmlNode[] =>
    element.children.slice(start, end).filter((_, index) => !removed.has(start + index));
  return { ...element, children: [...kept(0, from), ...insert, ...kept(from, element.children.length)] };
};

/** The element with its child elements in another order. */
export const withElements = (element: XmlElement, elements: readonly XmlElement[]): XmlElement => {
  const left = [...elements];
  const children = element.children.flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string') return [child];
    const next = left.shift();
    return next === undefined ? [] : [next];
  });
  return { ...element, children: [...children, ...left] };
};

/** The element with other character data and no child elements. */
export const withText = (element: XmlElement, text: string): XmlElement => ({
  ...element,
  children: text === '' ? [] : [text],
});

/** The element with an attribute set, or left out when the value is undefined. */
export const withAttribute = (element: XmlElement, name: QName, value: string | undefined): XmlElement => {
  const others = element.attributes.filter((one) => !sameName(one, name));
  if (value === undefined) return { ...element, attributes: others };
  const set = { namespace: name.namespace, name: name.name, value };
  const known = element.attributes.some((one) => sameName(one, name));
  const attributes = known ? element.attributes.map((one) => (sameName(one, name) ? set : one)) : [...others, set];
  return { ...element, attributes };
};
