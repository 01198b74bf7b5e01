import { XmlCData, XmlText } from 'libxml2-wasm';
import { OpenElement, type OpenNode, siblingAfter, withDocument } from './document.ts';
import type { XmlAttribute, XmlElement, XmlNode } from './tree.ts';

/** Parses bytes into a plain tree; comments and processing instructions are left out. Throws `XmlError`. */
export const parseTree = (bytes: Uint8Array): XmlElement => withDocument(bytes, (document) => toTree(document.root));

/** A plain tree of an open element. */
export const toTree = (node: OpenElement): XmlElement => ({
  name: node.name,
  namespace: node.namespaceUri,
  attributes: node.attrs.map((one): XmlAttribute => ({
    name: one.name,
    namespace: one.namespaceUri,
    value: one.value,
  })),
  children: childrenOf(node),
  prefixes: node.nsDeclarations,
  line: node.line,
});

const childrenOf = (node: OpenElement): XmlNode[] => {
  const children: XmlNode[] = [];
  for (let child: OpenNode | null = node.firstChild; child !== null; child = siblingAfter(child)) {
    if (child instanceof OpenElement) children.push(toTree(child));
    else if (child instanceof XmlText || child instanceof XmlCData) appendText(children, child.content);
  }
  return children;
};

const appendText = (children: XmlNode[], text: string): void => {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
};
