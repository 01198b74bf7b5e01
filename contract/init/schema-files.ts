import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { groundNamespace } from '../grounds/grounding.ts';
import type { Grounding } from '../grounds/ground.ts';
import type { Namespaces } from '../folder/qname.ts';
import { type Gathered, linkKey } from '../wsdl/gather.ts';
import { namespaces } from '../wsdl/names.ts';
import { childrenOf, type Node, placeOf, rootNode } from '../wsdl/nodes.ts';
import { freeNames } from '../folder/free-names.ts';
import { baseName, namespaceName } from './file-names.ts';
import { withImports } from './missing-imports.ts';
import type { WrittenSchema } from './schema-origins.ts';
import { writeXml } from '../wsdl/write-xml.ts';
import { xmlNamespace, xmlSchema } from '../wsdl/xml-namespace.ts';

/** The schemas of a WSDL as files of a folder. */
export interface SchemaFiles {
  readonly files: ReadonlyMap<string, string>;
  /** The file from which all others are reached. */
  readonly entry: string;
  /** The file to import for each namespace. */
  readonly byNamespace: ReadonlyMap<string, string>;
  /** Those that were found, as they were written. */
  readonly written: readonly WrittenSchema[];
}

/** A schema document with the name that it gets. */
export interface NamedSchema {
  readonly node: Node;
  readonly file: string;
  readonly namespace: string;
  /** Is it a document by itself, so that others can refer to it by location. */
  readonly isDocument: boolean;
}

/** What the files of schemas are made from. */
export interface SchemaSource {
  readonly gathered: Gathered;
  /** The schemas that stand in the WSDL. */
  readonly inline: readonly Node[];
  readonly grounding: Grounding;
  /** Names of files that are something else. */
  readonly taken: readonly string[];
}

/** Puts every schema in a file of its own, with references between the files and one ground for each that has none. */
export const schemaFilesOf = ({ gathered, inline, grounding, taken }: SchemaSource): SchemaFiles => {
  const schemas = nameAll(gathered, inline, taken);
  const heads = headsOf(gathered, schemas);
  const byNamespace = new Map([...heads].map(([namespace, files]) => [namespace, headFile(namespace, files)] as const));
  const [xml] = freeNames(['xml.xsd'], [...taken, ...schemas.map(({ file }) => file)]);
  const known = new Map([...(xml === undefined ? [] : [[xmlNamespace, xml] as const]), ...byNamespace]);
  const written = schemas.map((schema) => write(schema, { gathered, schemas, byNamespace: known, grounding }));
  const wrappers = [...heads].flatMap(([namespace, files]) =>
    files.length < 2 ? [] : [[headFile(namespace, files), wrapper(namespace, files, grounding)] as const],
  );
  const files = new Map([...written.map(({ file, text }) => [file, text] as const), ...wrappers]);
  if (xml !== undefined && !byNamespace.has(xmlNamespace) && schemas.some(importsXml)) files.set(xml, xmlSchema);
  byNamespace.delete(xmlNamespace);
  const [only] = byNamespace.values();
  if (byNamespace.size === 1 && only !== undefined) return { files, byNamespace, written, entry: only };
  const [entry = ''] = freeNames(['berichten.xsd'], [...taken, ...files.keys()]);
  files.set(entry, together(byNamespace, grounding));
  return { files, byNamespace, written, entry };
};

const importsXml = ({ node }: NamedSchema): boolean =>
  elementsOf(node.element).some(
    (one) => one.name === 'import' && attributeOf(one, 'namespace')?.trim() === xmlNamespace,
  );

const nameAll = (gathered: Gathered, inline: readonly Node[], taken: readonly string[]): readonly NamedSchema[] => {
  const documents = gathered.schemas.map(({ file, root }) => ({ node: rootNode(file, root), isDocument: true }));
  const all = [...documents, ...inline.filter(saysSomething).map((node) => ({ node, isDocument: false }))];
  const names = freeNames(
    all.map(({ node, isDocument }) => (isDocument ? baseName(node.file) : namespaceName(namespaceOf(node)))),
    taken,
  );
  return all.map((one, index) => ({ ...one, file: names[index] ?? '', namespace: namespaceOf(one.node) }));
};

/** A schema that only imports is there for its readers' tools. */
const saysSomething = ({ element }: Node): boolean =>
  elementsOf(element).some(({ name }) => name !== 'import' && name !== 'annotation');

const namespaceOf = ({ element }: Node): string => attributeOf(element, 'targetNamespace')?.trim() ?? '';

/** The files of each namespace that no other file of it includes. */
const headsOf = (gathered: Gathered, schemas: readonly NamedSchema[]): ReadonlyMap<string, readonly string[]> => {
  const included = new Set(
    schemas.flatMap(({ node, file }) =>
      childrenOf(node).flatMap((child) => {
        if (child.element.name !== 'include' && child.element.name !== 'redefine') return [];
        const target = linkedFile(gathered, schemas, child);
        return target === undefined || target === file ? [] : [target];
      }),
    ),
  );
  const heads = new Map<string, readonly string[]>();
  for (const namespace of new Set(schemas.map((schema) => schema.namespace))) {
    const own = schemas.filter((schema) => schema.namespace === namespace).map(({ file }) => file);
    const free = own.filter((file) => !included.has(file));
    // Documents without a namespace are taken in by others; of a ring of includes any one will do.
    if (free.length > 0 || namespace !== '') heads.set(namespace, free.length > 0 ? free : own.slice(0, 1));
  }
  return heads;
};

const linkedFile = (gathered: Gathered, schemas: readonly NamedSchema[], link: Node): string | undefined => {
  const location = attributeOf(link.element, 'schemaLocation')?.trim();
  const target = location === undefined ? undefined : gathered.links.get(linkKey(link.file, location));
  return schemas.find((schema) => schema.isDocument && schema.node.file === target)?.file;
};

const headFile = (namespace: string, files: readonly string[]): string => {
  const [only = '', second] = files;
  return second === undefined ? only : (freeNames([namespaceName(`${namespace} alles`)], files)[0] ?? '');
};

interface Writing {
  readonly gathered: Gathered;
  readonly schemas: readonly NamedSchema[];
  readonly byNamespace: ReadonlyMap<string, string>;
  readonly grounding: Grounding;
}

const write = ({ node, file }: NamedSchema, writing: Writing): WrittenSchema => {
  const relinked = elementsOf(node.element).map((child) => relink({ ...node, element: child }, writing));
  const element = withImports({ ...node.element, children: relinked }, node.prefixes, writing.byNamespace);
  const tree = withGround(element, writing.grounding);
  return { file, tree, text: writeXml(tree, neededScope(node)), source: placeOf(node) };
};

/** Prefixes that hold around a schema in a WSDL may be used in it. */
const neededScope = ({ prefixes }: Node): Namespaces => prefixes;

const relink = (link: Node, { gathered, schemas, byNamespace }: Writing): XmlElement => {
  const { element } = link;
  if (element.namespace !== namespaces.xsd) return element;
  if (element.name === 'include' || element.name === 'redefine')
    return located(element, linkedFile(gathered, schemas, link));
  if (element.name !== 'import') return element;
  const namespace = attributeOf(element, 'namespace')?.trim() ?? '';
  return located(element, byNamespace.get(namespace));
};

const located = (element: XmlElement, file: string | undefined): XmlElement => {
  const others = element.attributes.filter(({ name }) => name !== 'schemaLocation');
  if (file === undefined) return { ...element, attributes: others };
  return { ...element, attributes: [...others, { name: 'schemaLocation', namespace: '', value: file }] };
};

const withGround = (schema: XmlElement, { ground, source }: Grounding): XmlElement => {
  if (bearsGrounds(schema)) return schema;
  const note: XmlElement = {
    name: 'ground',
    namespace: groundNamespace,
    prefixes: { g: groundNamespace },
    attributes: [
      { name: 'standing', namespace: '', value: ground },
      ...(source === '' ? [] : [{ name: 'source', namespace: '', value: source }]),
    ],
    children: [],
  };
  const around = (name: string, child: XmlElement): XmlElement => ({
    name,
    namespace: namespaces.xsd,
    attributes: [],
    children: [child],
  });
  return { ...schema, children: [around('annotation', around('appinfo', note)), ...schema.children] };
};

const bearsGrounds = (element: XmlElement): boolean =>
  element.namespace === groundNamespace || elementsOf(element).some(bearsGrounds);

const wrapper = (namespace: string, files: readonly string[], grounding: Grounding): string =>
  schemaOf(
    namespace,
    files.map((file) => ({ name: 'include', attributes: { schemaLocation: file } })),
    grounding,
  );

/** One document that reaches all: XSD has no other way to begin at several namespaces. */
const together = (byNamespace: ReadonlyMap<string, string>, grounding: Grounding): string =>
  schemaOf(
    'urn:3pas:berichten',
    [...byNamespace].map(([namespace, file]) => ({
      name: 'import',
      attributes: { ...(namespace === '' ? {} : { namespace }), schemaLocation: file },
    })),
    grounding,
  );

interface Reference {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const schemaOf = (namespace: string, references: readonly Reference[], grounding: Grounding): string => {
  const attributesOf = (values: Reference['attributes']): XmlElement['attributes'] =>
    Object.entries(values).map(([name, value]) => ({ name, namespace: '', value }));
  const schema: XmlElement = {
    name: 'schema',
    namespace: namespaces.xsd,
    prefixes: { xs: namespaces.xsd },
    attributes: attributesOf(namespace === '' ? {} : { targetNamespace: namespace }),
    children: references.map(({ name, attributes }) => ({
      name,
      namespace: namespaces.xsd,
      attributes: attributesOf(attributes),
      children: [],
    })),
  };
  return writeXml(withGround(schema, grounding), {});
};
