import { escapeAttribute, escapeText } from '#xml/serialize';
import type { XmlElement, XmlNode } from '#xml/tree';
import type { Namespaces } from '../folder/qname.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Writes a tree with the prefixes that its author chose, since values name types by them; `scope` is what holds around it. */
export const writeXml = (root: XmlElement, scope: Namespaces): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write({ ...root, prefixes: { ...scope, ...root.prefixes } }, {}, '')}\n`;

const write = (node: XmlElement, outer: Namespaces, indent: string): string => {
  const own = Object.entries(node.prefixes ?? {}).filter(([prefix, namespace]) => outer[prefix] !== namespace);
  const writing: Writing = { scope: { ...outer, ...Object.fromEntries(own) }, added: [] };
  const tag = nameOf(node, writing, true);
  const attributes = node.attributes.map((one) => [nameOf(one, writing, false), one.value] as const);
  const declared = [...own, ...writing.added].map(
    ([prefix, namespace]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace] as const,
  );
  const start = [...declared, ...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  const content = contentOf(node.children, writing.scope, indent);
  return content === '' ? `<${tag}${start}/>` : `<${tag}${start}>${content}</${tag}>`;
};

interface Writing {
  scope: Namespaces;
  readonly added: (readonly [prefix: string, namespace: string])[];
}

const nameOf = (
  { namespace, name }: Pick<XmlElement, 'namespace' | 'name'>,
  writing: Writing,
  isElement: boolean,
): string => {
  if (namespace === xmlNamespace) return `xml:${name}`;
  if (namespace === '' && (!isElement || (writing.scope[''] ?? '') === '')) return name;
  const found = Object.entries(writing.scope).find(
    ([prefix, one]) => one === namespace && (isElement || prefix !== ''),
  )?.[0];
  const prefix = found ?? declare(namespace, writing);
  return prefix === '' ? name : `${prefix}:${name}`;
};

/** An element in no namespace takes the default one away. */
const declare = (namespace: string, writing: Writing): string => {
  let prefix = namespace === '' ? '' : 'ns';
  for (let count = 1; namespace !== '' && prefix in writing.scope; count += 1) prefix = `ns${String(count)}`;
  writing.scope = { ...writing.scope, [prefix]: namespace };
  writing.added.push([prefix, namespace]);
  return prefix;
};

const contentOf = (children: readonly XmlNode[], scope: Namespaces, indent: string): string => {
  const elements = children.filter((child): child is XmlElement => typeof child !== 'string');
  const isMixed = children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (isMixed || elements.length === 0)
    return children.map((child) => (typeof child === 'string' ? escapeText(child) : write(child, scope, ''))).join('');
  const inner = `${indent}  `;
  return `\n${elements.map((child) => `${inner}${write(child, scope, inner)}\n`).join('')}${indent}`;
};
