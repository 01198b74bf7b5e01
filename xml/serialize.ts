import { type XmlElement, type XmlNode } from './tree.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** How a tree is written down; every choice leaves the meaning as it is. */
export interface Style {
  /** Prefix for a namespace; empty makes it the default namespace. */
  readonly prefixOf: (namespace: string) => string;
  /** Character data of one text node, escaped. */
  readonly text: (text: string) => string;
  /** Attribute value, escaped for double quotes, or for those that there are. */
  readonly attribute: (value: string) => string;
  /** Order in which the attributes of an element are written. */
  readonly order: <T>(attributes: readonly T[]) => readonly T[];
  /** What is put between the children of an element that has no character data, for example a comment. */
  readonly between: () => string;
  /** What stands before the root element. */
  readonly declaration: string;
  /** Around attribute values; double quotes unless said. */
  readonly quote?: "'" | undefined;
  /** White space before the end of each tag; none unless said. */
  readonly tagSpace?: string | undefined;
  /** Whether an empty element has a start tag and an end tag. */
  readonly isPaired?: boolean | undefined;
}

/** Escapes character data for an element. */
export const escapeText = (text: string): string =>
  /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character) : text;

/** Escapes an attribute value for double quotes; white space other than a space survives normalisation. */
export const escapeAttribute = (value: string): string =>
  value.replace(/[&<>"\r\n\t]/g, (character) => escapes[character] ?? character);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** The plain style: the given prefixes, others numbered `n1`, `n2`, no declaration. */
export const plainStyle = (prefixes: Readonly<Record<string, string>> = {}): Style => {
  const known = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  return {
    prefixOf: (namespace) => {
      const prefix = known.get(namespace) ?? `n${String(known.size + 1)}`;
      known.set(namespace, prefix);
      return prefix;
    },
    text: escapeText,
    attribute: escapeAttribute,
    order: (attributes) => attributes,
    between: () => '',
    declaration: '',
  };
};

type Scope = ReadonlyMap<string, string>;

/** Writes a tree as text; namespaces are declared where they are first needed. */
export const serialize = (root: XmlElement, style: Style = plainStyle()): string =>
  style.declaration +
  write(
    root,
    style,
    new Map([
      ['xml', xmlNamespace],
      ['', ''],
    ]),
  );

const write = (node: XmlElement, style: Style, outer: Scope): string => {
  const prefix = node.namespace === '' ? '' : style.prefixOf(node.namespace);
  const isPlain = node.attributes.length === 0 && node.prefixes === undefined && outer.get(prefix) === node.namespace;
  const start = isPlain
    ? { tag: qualified(prefix, node.name), written: '', scope: outer }
    : startOf(node, style, { prefix, outer });
  const content = children(node.children, style, start.scope);
  const { tagSpace = '', isPaired = false } = style;
  return content === '' && !isPaired
    ? `<${start.tag}${start.written}${tagSpace}/>`
    : `<${start.tag}${start.written}${tagSpace}>${content}</${start.tag}${tagSpace}>`;
};

const qualified = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);

interface Start {
  readonly tag: string;
  /** Attributes and namespace declarations, with a space before each. */
  readonly written: string;
  readonly scope: Scope;
}

/** The start of an element that declares namespaces or has attributes. */
const startOf = (
  node: XmlElement,
  style: Style,
  { prefix: wantedPrefix, outer }: { readonly prefix: string; readonly outer: Scope },
): Start => {
  let scope = outer;
  const declared: [string, string][] = [];
  const declare = (prefix: string, namespace: string): void => {
    if (scope.get(prefix) === namespace) return;
    scope = new Map(scope).set(prefix, namespace);
    declared.push([prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace]);
  };
  const { prefixes = {} } = node;
  const reserved = new Map(Object.entries(prefixes));
  const named = (name: string, namespace: string, wanted: string): string => {
    const prefix = freePrefix(wanted, (one) => (reserved.get(one) ?? namespace) === namespace);
    reserved.set(prefix, namespace);
    declare(prefix, namespace);
    return qualified(prefix, name);
  };
  const tag = named(node.name, node.namespace, wantedPrefix);
  for (const [prefix, namespace] of Object.entries(prefixes)) declare(prefix, namespace);
  const own = node.attributes.map((one): [string, string] => [
    one.namespace === '' ? one.name : named(one.name, one.namespace, attributePrefix(one.namespace, style)),
    one.value,
  ]);
  const quote = style.quote ?? '"';
  const written = style
    .order([...declared, ...own])
    .map(([name, value]) => ` ${name}=${quote}${style.attribute(value)}${quote}`)
    .join('');
  return { tag, written, scope };
};

/** The prefix, or one like it: an element can't declare a prefix for two namespaces. */
const freePrefix = (wanted: string, isFree: (prefix: string) => boolean): string => {
  let prefix = wanted;
  for (let count = 1; !isFree(prefix); count += 1) prefix = `${wanted === '' ? 'a' : wanted}${String(count)}`;
  return prefix;
};

/** An attribute in a namespace can't use the default one. */
const attributePrefix = (namespace: string, style: Style): string =>
  namespace === xmlNamespace ? 'xml' : style.prefixOf(namespace) || 'a';

const children = (nodes: readonly XmlNode[], style: Style, scope: Scope): string => {
  const isMixed = nodes.length === 0 || nodes.some((node) => typeof node === 'string');
  let text = isMixed ? '' : style.between();
  for (const node of nodes) {
    text += typeof node === 'string' ? style.text(node) : write(node, style, scope);
    if (!isMixed) text += style.between();
  }
  return text;
};
