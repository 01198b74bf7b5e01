import { elementsOf, type XmlElement } from '#xml/tree';
import { ContractError } from '../folder/contract-error.ts';
import { parseDocument } from './parse-document.ts';
import { namespaces } from './names.ts';
import { childrenNamed, descendants, type Node, placeOf, rootNode, valueAt } from './nodes.ts';
import type { WsdlDocument } from './components.ts';
import type { DocumentSource, FoundDocument } from './found-document.ts';
import { mustBeWsdl } from './read-wsdl.ts';
import { xmlNamespace } from './xml-namespace.ts';

/** All that a WSDL consists of. */
export interface Gathered {
  readonly wsdl: readonly [WsdlDocument, ...WsdlDocument[]];
  readonly schemas: readonly WsdlDocument[];
  /** The document that a location stands for in the one that names it, by `linkKey`. */
  readonly links: ReadonlyMap<string, string>;
  /** Every document as it was found. */
  readonly originals: readonly FoundDocument[];
}

/** The key of a location in the document that names it. */
export const linkKey = (from: string, location: string): string => `${from} ${location}`;

/** More than any honest service has. */
const most = { documents: 300, bytes: 32 * 1024 * 1024 } as const;

/** Gathers a WSDL with all that it imports; throws `ContractError` for what is missing, goes round or is no XML. */
export const gather = async (entry: FoundDocument, source: DocumentSource): Promise<Gathered> => {
  const gathering = createGathering(source);
  const first = await gathering.wsdl(entry, []);
  for (const given of source.given) await gathering.schema(given);
  const [, ...others] = gathering.definitions;
  const wsdl = [first, ...others] as const;
  return { wsdl, schemas: gathering.schemas, links: gathering.links, originals: [...gathering.found.values()] };
};

interface Gathering {
  readonly definitions: WsdlDocument[];
  readonly schemas: WsdlDocument[];
  readonly links: Map<string, string>;
  readonly found: Map<string, FoundDocument>;
  readonly wsdl: (document: FoundDocument, around: readonly string[]) => Promise<WsdlDocument>;
  readonly schema: (document: FoundDocument) => Promise<void>;
}

const createGathering = (source: DocumentSource): Gathering => {
  const gathering: Gathering = {
    definitions: [],
    schemas: [],
    links: new Map(),
    found: new Map(),
    wsdl: async (document, around) => {
      const root = enter(gathering, document);
      const node = rootNode(document.name, root);
      mustBeWsdl(node);
      const entered = { file: document.name, root };
      gathering.definitions.push(entered);
      await followSchemas(gathering, source, node);
      for (const one of childrenNamed(node, namespaces.wsdl, 'import'))
        await followImport(gathering, source, { link: one, around: [...around, document.name] });
      return entered;
    },
    schema: async (document) => {
      if (gathering.found.has(document.name)) return;
      const root = enter(gathering, document);
      mustBeSchema(document.name, root);
      gathering.schemas.push({ file: document.name, root });
      await followSchemas(gathering, source, rootNode(document.name, root));
    },
  };
  return gathering;
};

/** Takes a document up; throws for one too many. */
const enter = (gathering: Gathering, document: FoundDocument): XmlElement => {
  gathering.found.set(document.name, document);
  const documents = [...gathering.found.values()];
  const bytes = documents.reduce((sum, one) => sum + one.bytes.length, 0);
  if (documents.length > most.documents || bytes > most.bytes)
    throw new ContractError(
      { file: document.name, line: 0 },
      `the WSDL comes to more than ${String(most.documents)} documents or ${String(most.bytes / 1024 / 1024)} MiB with this one; give one that is smaller`,
    );
  return parseDocument(document);
};

interface Import {
  readonly link: Node;
  /** The documents on the way here, outermost first. */
  readonly around: readonly string[];
}

/** What `wsdl:import` names may be a schema too. */
const followImport = async (gathering: Gathering, source: DocumentSource, { link, around }: Import): Promise<void> => {
  const location = valueAt(link, 'location');
  if (location === undefined)
    throw new ContractError(placeOf(link), 'the wsdl:import names no location; add it, or take the import out');
  const document = await find(source, location, link);
  gathering.links.set(linkKey(link.file, location), document.name);
  if (around.includes(document.name))
    throw new ContractError(
      placeOf(link),
      `the imports go round: ${[...around.slice(around.indexOf(document.name)), document.name].join(' imports ')}; take one of them out`,
    );
  if (gathering.found.has(document.name)) return;
  const { namespace, name } = parseDocument(document);
  if (namespace === namespaces.xsd && name === 'schema') await gathering.schema(document);
  else await gathering.wsdl(document, around);
};

const referring: ReadonlySet<string> = new Set(['import', 'include', 'redefine']);

/** Schemas may refer to one another as they like. */
const followSchemas = async (gathering: Gathering, source: DocumentSource, around: Node): Promise<void> => {
  const { element } = around;
  const isSchema = element.namespace === namespaces.xsd;
  const types = isSchema ? [around] : childrenNamed(around, namespaces.wsdl, 'types').flatMap(descendants);
  const schemas = types.filter((node) => node.element.namespace === namespaces.xsd && node.element.name === 'schema');
  for (const link of schemas.flatMap((schema) =>
    [...referring].flatMap((name) => childrenNamed(schema, namespaces.xsd, name)),
  )) {
    const location = valueAt(link, 'schemaLocation');
    const document = location === undefined ? undefined : await findUnlessInside(gathering, source, { link, location });
    if (location === undefined || document === undefined) continue;
    gathering.links.set(linkKey(link.file, location), document.name);
    await gathering.schema(document);
  }
};

interface Link {
  readonly link: Node;
  readonly location: string;
}

const findUnlessInside = async (
  gathering: Gathering,
  source: DocumentSource,
  { link, location }: Link,
): Promise<FoundDocument | undefined> => {
  try {
    return await find(source, location, link);
  } catch (error) {
    if (error instanceof ContractError && isInside(gathering, source, link)) return undefined;
    throw error;
  }
};

/** An import of a namespace that stands in the WSDL itself, or was given, needs no document. */
const isInside = ({ definitions, found }: Gathering, { given }: DocumentSource, link: Node): boolean => {
  if (link.element.name !== 'import') return false;
  const namespace = valueAt(link, 'namespace') ?? '';
  if (namespace === xmlNamespace) return true;
  const isOf = (schema: XmlElement): boolean =>
    schema.attributes.some(({ name, value }) => name === 'targetNamespace' && value.trim() === namespace);
  const inline = definitions.flatMap(({ file, root }) =>
    childrenNamed(rootNode(file, root), namespaces.wsdl, 'types').flatMap(({ element }) => elementsOf(element)),
  );
  return inline.some(isOf) || given.some((one) => !found.has(one.name) && isOf(parseDocument(one)));
};

const find = async (source: DocumentSource, location: string, link: Node): Promise<FoundDocument> => {
  try {
    return await source.at(location, link.file);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const { text, message } = error;
    const en = `"${location}", which is imported here, can't be had: ${message}`;
    const nl =
      text === undefined ? undefined : `"${location}", dat hier wordt geïmporteerd, is niet te krijgen: ${text.nl}`;
    throw new ContractError(placeOf(link), nl === undefined ? en : { nl, en }, error);
  }
};

const mustBeSchema = (file: string, root: XmlElement): void => {
  if (root.namespace === namespaces.xsd && root.name === 'schema') return;
  throw new ContractError(
    { file, line: root.line ?? 0 },
    `this is not an XML Schema: the root is ${root.name}; give the document whose root is xs:schema`,
  );
};
