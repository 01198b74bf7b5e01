import { posix } from 'node:path';
import { parseTree } from '../parse.ts';
import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { XmlError } from '../xml-error.ts';
import type { Catalog } from './catalog.ts';
import { checkGrammar } from './grammar.ts';
import { xsd } from './names.ts';
import { doctypeOf } from './prolog.ts';
import { SchemaError } from './schema-error.ts';
import { createRegister, sourcesOf, type SchemaDocument, type Source } from './source.ts';
import type { Place } from '../place.ts';

/** More schema documents than this one after another is taken for an attack. */
const maxDepth = 400;

/** Every document of a schema as sources, the included and imported ones before those that ask for them. */
export const readDocuments = (library: Library, entry: string): readonly Source[] => {
  const register = createRegister();
  const seen = new Set<string>();
  const late: Request[] = [];
  const sources: Source[] = [];
  const follow = (request: Request): void => {
    const document = open(library.files, request);
    const key = `${document.file} ${document.targetNamespace}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (request.depth > maxDepth) throw new SchemaError('xs:include', request.place, 'nested too deep');
    for (const next of requestsOf(library, document, request.depth + 1)) (next.isHinted ? follow : put(late))(next);
    sources.push(sourcesOf(document, register));
    checkGrammar(document.root, document.file);
  };
  follow({
    file: entry,
    place: { file: entry, line: 0 },
    includer: undefined,
    construct: 'schema',
    depth: 0,
    isHinted: true,
  });
  const first = sources.splice(0);
  // An import that names no document is content with any that has its namespace (part 1, 4.2.3).
  const isKnown = (request: Request): boolean =>
    [...first, ...sources].some(({ document }) => document.targetNamespace === request.imports);
  for (const request of late) if (!isKnown(request)) follow(request);
  return [...sources, ...first];
};

const put =
  <Item>(list: Item[]) =>
  (item: Item): void =>
    void list.push(item);

/** Where documents are found, and nowhere else. */
export interface Library {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly catalog?: Catalog | undefined;
}

interface Request {
  readonly file: string;
  /** Where it is asked for. */
  readonly place: Place;
  /** Target namespace of the document that includes it; undefined for an import. */
  readonly includer: string | undefined;
  /** The namespace that is imported; undefined for an include. */
  readonly imports?: string | undefined;
  /** Does it say where the document is. */
  readonly isHinted: boolean;
  readonly construct: string;
  readonly depth: number;
}

const open = (files: ReadonlyMap<string, Uint8Array>, request: Request): SchemaDocument => {
  const root = parse(files, request);
  const own = collapsed(attributeOf(root, 'targetNamespace'));
  const targetNamespace = own ?? request.includer ?? '';
  if (request.includer !== undefined && targetNamespace !== request.includer)
    throw new SchemaError(
      request.construct,
      request.place,
      `'${request.file}' has another target namespace; import it`,
    );
  if (request.imports !== undefined && targetNamespace !== request.imports)
    throw new SchemaError(
      request.construct,
      request.place,
      `'${request.file}' has the target namespace '${targetNamespace}', and not '${request.imports}'`,
    );
  return { file: request.file, targetNamespace, root, chameleon: own === undefined && targetNamespace !== '' };
};

/** An anyURI has its white space collapsed (part 2, 3.2.17). */
const collapsed = (uri: string | undefined): string | undefined => uri?.trim().replace(/[ \t\r\n]+/g, ' ');

const parse = (files: ReadonlyMap<string, Uint8Array>, request: Request): XmlElement => {
  const { file, place, construct } = request;
  const bytes = files.get(file);
  if (bytes === undefined)
    throw new SchemaError(construct, place, `no such file: '${file}'; put it beside the schema or mend the name`);
  const root = wellFormed(withoutDoctype(bytes, file), file);
  if (root.namespace !== xsd || root.name !== 'schema')
    throw new SchemaError(root.name, { file, line: root.line ?? 1 }, 'not an XML Schema; its root must be xs:schema');
  return root;
};

/** A document type is left out where nothing relies on it, and nothing that it refers to is fetched. */
const withoutDoctype = (bytes: Uint8Array, file: string): Uint8Array => {
  const doctype = doctypeOf(bytes);
  if (doctype?.needed !== undefined)
    throw new SchemaError(
      'DOCTYPE',
      { file, line: doctype.line },
      `a schema that relies on its document type is not read: ${doctype.needed}; remove it`,
    );
  return doctype?.without ?? bytes;
};

const wellFormed = (bytes: Uint8Array, file: string): XmlElement => {
  try {
    return parseTree(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SchemaError('XML', { file, line: error.messages[0]?.line ?? 1 }, error);
  }
};

const requestsOf = (library: Library, document: SchemaDocument, depth: number): readonly Request[] =>
  elementsOf(document.root).flatMap((child): readonly Request[] => {
    if (child.namespace !== xsd) return [];
    const place = { file: document.file, line: child.line ?? 0 };
    if (child.name === 'import') checkImport(child, document, place);
    const request = requestOf(library, document, child);
    return request === undefined ? [] : [{ ...request, construct: `xs:${child.name}`, place, depth }];
  });

/** What leads nowhere brings nothing (part 1, 4.2.1); a file that is not there is more likely a mistake. What redefines nothing need lead nowhere (4.2.2 clause 1). */
const isNowhere = ({ files }: Library, file: string): boolean => URL.canParse(file) && !files.has(file);

const isComponent = ({ name }: XmlElement): boolean => name !== 'annotation';

type Target = Pick<Request, 'file' | 'includer' | 'imports' | 'isHinted'>;

const requestOf = (library: Library, document: SchemaDocument, child: XmlElement): Target | undefined => {
  const location = attributeOf(child, 'schemaLocation')?.trim();
  if (child.name === 'import') return importOf(library, document, { child, location });
  if (location === undefined || (child.name !== 'include' && child.name !== 'redefine')) return undefined;
  const file = locate(library, document.file, location);
  const isLost = child.name === 'redefine' ? !library.files.has(file) : isNowhere(library, file);
  if (isLost && !elementsOf(child).some(isComponent)) return undefined;
  return { file, includer: document.targetNamespace, isHinted: true };
};

/** The location of an import is a hint only (part 1, 4.2.3): what it lacks shows when a name is not found. */
const importOf = (
  library: Library,
  document: SchemaDocument,
  { child, location }: { readonly child: XmlElement; readonly location: string | undefined },
): Target | undefined => {
  const imports = attributeOf(child, 'namespace')?.trim() ?? '';
  const hinted = location && locate(library, document.file, location);
  const file = [hinted, imports && locate(library, document.file, imports)].find(isAmong(library));
  return file === undefined ? undefined : { file, includer: undefined, imports, isHinted: file === hinted };
};

const isAmong =
  ({ files }: Library) =>
  (file: string | undefined): file is string =>
    file !== undefined && files.has(file);

/** Import Constraints and Semantics (part 1, 4.2.3), clause 1. */
const checkImport = (element: XmlElement, document: SchemaDocument, place: Place): void => {
  const namespace = attributeOf(element, 'namespace')?.trim();
  if (namespace !== undefined && namespace === document.targetNamespace)
    throw new SchemaError('xs:import', place, `'${namespace}' is the target namespace here; include what has it`);
  if (namespace === undefined && attributeOf(document.root, 'targetNamespace') === undefined)
    throw new SchemaError('xs:import', place, 'without a namespace it is for schemas that have one');
};

/** The name that a location stands for: what the catalogue says, a name among the files, or relative to the document that names it. */
export const locate = ({ files, catalog }: Library, from: string, location: string): string => {
  const relative = relativeTo(from, location);
  const listed = catalog?.(location) ?? catalog?.(relative);
  if (listed !== undefined && files.has(listed)) return listed;
  return files.has(relative) || !files.has(location) ? relative : location;
};

const relativeTo = (from: string, location: string): string => {
  if (URL.canParse(location)) return location;
  return URL.canParse(from) ? new URL(location, from).href : posix.normalize(posix.join(posix.dirname(from), location));
};
