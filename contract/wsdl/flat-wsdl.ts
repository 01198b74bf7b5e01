import { posix } from 'node:path';
import { parseTree } from '#xml/parse';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { Files } from '../folder/file-names.ts';
import type { Namespaces } from '../folder/qname.ts';
import { writeXml } from './write-xml.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';
const wsdl = 'http://schemas.xmlsoap.org/wsdl/';

/** Values of a list that clients can make a type of; of a longer one they get the base alone. */
const longest = 100;

/**
 * A WSDL with its schemas in it, one for each namespace, for clients that follow no links; documentation is left out, and long
 * lists of values are the type that they restrict. Undefined where the documents can't be brought together: a redefinition, two
 * defaults for one namespace, a WSDL in several files.
 */
export const flatWsdl = (files: Files, name: string): string | undefined => {
  const root = parseTree(files.get(name) ?? new Uint8Array());
  if (childrenNamed(root, wsdl, 'import').length > 0) return undefined;
  const types = childrenNamed(root, wsdl, 'types')[0];
  const found = types === undefined ? [] : gathered(files, { name, element: types, scope: root.prefixes ?? {} });
  const schemas = found && merged(found);
  if (schemas === undefined) return undefined;
  const children = root.children.map((child) => (child === types ? { ...types, children: schemas } : child));
  return writeXml({ ...root, children }, {});
};

interface Schema {
  readonly namespace: string;
  readonly element: XmlElement;
  /** All prefixes in scope at its root. */
  readonly scope: Namespaces;
}

interface Around {
  /** The file that it stands in. */
  readonly name: string;
  readonly element: XmlElement;
  readonly scope: Namespaces;
}

const childrenNamed = (parent: XmlElement, namespace: string, name: string): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.namespace === namespace && child.name === name);

/** The schemas in an element and those that they lead to, each once. */
const gathered = (files: Files, types: Around): readonly Schema[] | undefined => {
  const schemas: Schema[] = [];
  const seen = new Set<string>();
  const redefinitions: XmlElement[] = [];
  const add = ({ name, element, scope }: Around, including: string): void => {
    const own = { ...scope, ...element.prefixes };
    const namespace = attributeOf(element, 'targetNamespace') ?? including;
    const isAdopted = namespace !== '' && attributeOf(element, 'targetNamespace') === undefined && !('' in own);
    schemas.push({ namespace, element, scope: isAdopted ? { ...own, '': namespace } : own });
    for (const child of elementsOf(element).filter((one) => one.namespace === xsd)) {
      if (child.name === 'redefine') redefinitions.push(child);
      if (child.name !== 'include' && child.name !== 'import') continue;
      const location = attributeOf(child, 'schemaLocation');
      const file = location === undefined ? undefined : posix.normalize(posix.join(posix.dirname(name), location));
      if (file !== undefined) follow(file, child.name === 'include' ? namespace : '');
    }
  };
  const follow = (file: string, including: string): void => {
    const key = `${file} ${including}`;
    const bytes = files.get(file);
    if (seen.has(key) || bytes === undefined) return;
    seen.add(key);
    add({ name: file, element: parseTree(bytes), scope: {} }, including);
  };
  for (const element of childrenNamed(types.element, xsd, 'schema'))
    add({ ...types, element, scope: { ...types.scope, ...types.element.prefixes } }, '');
  return redefinitions.length === 0 ? schemas : undefined;
};

/** One schema for each namespace that declares anything. */
const merged = (found: readonly Schema[]): readonly XmlElement[] | undefined => {
  const groups = [...Map.groupBy(found, ({ namespace }) => namespace)]
    .map(([namespace, schemas]) => ({ namespace, schemas, components: schemas.flatMap(componentsOf) }))
    .filter(({ components }) => components.length > 0);
  const namespaces = groups.map(({ namespace }) => namespace);
  const all = groups.map(({ namespace, schemas, components }) => {
    const head = headOf(schemas);
    if (head === undefined) return undefined;
    const others = namespaces.filter((one) => one !== namespace);
    return { ...head, children: [...others.map(importing), ...components] };
  });
  return all.every((one) => one !== undefined) ? all : undefined;
};

const notComponents: ReadonlySet<string> = new Set(['include', 'import', 'annotation']);

const componentsOf = ({ element }: Schema): readonly XmlElement[] =>
  elementsOf(element)
    .filter(({ namespace, name }) => namespace === xsd && !notComponents.has(name))
    .map(plain);

/** Without documentation, foreign attributes and long lists. */
const plain = (element: XmlElement): XmlElement => {
  const children = elementsOf(element).filter(({ namespace, name }) => namespace === xsd && name !== 'annotation');
  const isLong = children.filter(({ name }) => name === 'enumeration').length > longest;
  return {
    ...element,
    attributes: element.attributes.filter(({ namespace }) => namespace === '' || namespace === xsd),
    children: children.filter(({ name }) => !isLong || name !== 'enumeration').map(plain),
  };
};

const importing = (namespace: string): XmlElement => ({
  ...{ namespace: xsd, name: 'import', children: [] },
  attributes: namespace === '' ? [] : [{ namespace: '', name: 'namespace', value: namespace }],
});

/** What schemas of one namespace have in common; undefined where they differ in what holds for all below. */
const headOf = (schemas: readonly Schema[]): XmlElement | undefined => {
  const [first, ...others] = schemas.filter((one) => componentsOf(one).length > 0);
  if (first === undefined) return undefined;
  const attributes = first.element.attributes.filter(({ namespace }) => namespace === '');
  const prefixes: Record<string, string> = { ...first.scope };
  for (const { element, scope } of others) {
    if (defaults.some((name) => attributeOf(element, name) !== attributeOf(first.element, name))) return undefined;
    for (const [prefix, namespace] of Object.entries(scope)) {
      if ((prefixes[prefix] ?? namespace) !== namespace) return undefined;
      prefixes[prefix] = namespace;
    }
  }
  const named = attributes.filter(({ name }) => name !== 'targetNamespace');
  const target = { namespace: '', name: 'targetNamespace', value: first.namespace };
  return { ...first.element, attributes: first.namespace === '' ? named : [...named, target], prefixes };
};

const defaults = ['elementFormDefault', 'attributeFormDefault', 'blockDefault', 'finalDefault'];
