/** An attribute of an element; `namespace` is empty for an unqualified one. */
export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** An element by its expanded name; prefixes belong to the serializer, not to the tree. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Namespace declarations that values such as `xsi:type` rely on: prefix to namespace. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Line in the source, from 1, when the tree was parsed. */
  readonly line?: number;
}

/** A child: an element, or character data. */
export type XmlNode = XmlElement | string;

/** The child elements of an element, in order. */
export const elementsOf = (parent: XmlElement): readonly XmlElement[] => {
  const known = manyElements.get(parent);
  if (known !== undefined) return known;
  const elements = parent.children.filter((child): child is XmlElement => typeof child !== 'string');
  if (elements.length > 100) manyElements.set(parent, elements);
  return elements;
};

/** Of elements with many, which are asked for again and again. */
const manyElements = new WeakMap<XmlElement, readonly XmlElement[]>();

/** The character data of an element and everything below it, joined. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The value of an attribute, or undefined when it is absent. */
export const attributeOf = (element: XmlElement, name: string, namespace = ''): string | undefined =>
  element.attributes.find((one) => one.name === name && one.namespace === namespace)?.value;

/** An element with the given expanded name, children and attributes. */
export const element = (
  namespace: string,
  name: string,
  ...content: readonly [children?: readonly XmlNode[], attributes?: readonly XmlAttribute[]]
): XmlElement => {
  const [children = [], attributes = []] = content;
  return { namespace, name, attributes, children };
};
