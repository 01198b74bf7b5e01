import { xsi } from '#xml/schema/names';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { XmlMessage } from '#xml/xml-error';

const unknown =
  /^Element '(?:\{([^}]*)\})?([^']*)': No matching global element declaration available, but demanded by the strict wildcard\./;

/** Is a message of libxml2 about an element without a declaration that names its type, which is enough for a strict wildcard (part 1, 5.2). */
export const isTypedStranger = (tree: XmlElement, { message }: XmlMessage): boolean => {
  const [, namespace = '', name] = unknown.exec(message) ?? [];
  return name !== undefined && isTypedIn(tree, { namespace, name });
};

const isTypedIn = (tree: XmlElement, wanted: Pick<XmlElement, 'namespace' | 'name'>): boolean =>
  (tree.name === wanted.name && tree.namespace === wanted.namespace && attributeOf(tree, 'type', xsi) !== undefined) ||
  elementsOf(tree).some((child) => isTypedIn(child, wanted));
