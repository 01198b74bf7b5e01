import { Attr, Document, Element, type Node } from 'slimdom';
import type { XmlElement } from '#xml/tree';

/** A tree as a DOM document. Prefixes are not kept, names and namespaces are. */
export const toDom = (tree: XmlElement): Document => {
  const document = new Document();
  document.appendChild(elementOf(document, tree));
  return document;
};

const elementOf = (document: Document, tree: XmlElement): Element => {
  const element = document.createElementNS(tree.namespace === '' ? null : tree.namespace, tree.name);
  for (const { namespace, name, value } of tree.attributes)
    element.setAttributeNS(namespace === '' ? null : namespace, qualified(namespace, name), value);
  for (const child of tree.children)
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : elementOf(document, child));
  return element;
};

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const qualified = (namespace: string, name: string): string => {
  if (namespace === '') return name;
  return namespace === xmlNamespace ? `xml:${name}` : `a:${name}`;
};

/** The XPath string-value of a node. */
export const stringValue = (node: Node): string =>
  (node instanceof Document ? node.documentElement?.textContent : node.textContent) ?? '';

/** Where a node is, by names below the document element: `Dossier/Onderwerp[2]`, `Dossier/BevoegdGezag/@soort`. */
export const placeOf = (node: Node): string => {
  if (node instanceof Attr)
    return joined(node.ownerElement === null ? '' : placeOf(node.ownerElement), `@${node.localName}`);
  const parent = node.parentNode;
  if (!(node instanceof Element) || !(parent instanceof Element)) return '';
  return joined(placeOf(parent), indexed(node, parent));
};

/** Two places, the second below the first. */
export const joined = (above: string, below: string): string =>
  above === '' || below === '' ? above + below : `${above}/${below}`;

/** The first of several has no number, as in the paths that the schema's messages are given. */
const indexed = (node: Element, parent: Element): string => {
  const known = steps.get(parent) ?? stepsBelow(parent);
  steps.set(parent, known);
  return known.get(node) ?? node.localName;
};

/** Of all children at once: counting for each of many takes long. Nothing changes a document once it is made. */
const steps = new WeakMap<Element, ReadonlyMap<Element, string>>();

const stepsBelow = (parent: Element): ReadonlyMap<Element, string> => {
  const counted = new Map<string, number>();
  return new Map(
    parent.children.map((child) => {
      const { localName } = child;
      const count = (counted.get(localName) ?? 0) + 1;
      counted.set(localName, count);
      return [child, count === 1 ? localName : `${localName}[${String(count)}]`];
    }),
  );
};
