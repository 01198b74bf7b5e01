import { posix } from 'node:path';
import { parseTree } from '../parse.ts';
import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { XmlError } from '../xml-error.ts';
import { xsd } from './names.ts';
import { doctypeLine } from './prolog.ts';
import { SchemaError } from './schema-error.ts';
import { createRegister, sourcesOf, type SchemaDocument, type Source } from './source.ts';
import type { Place } from './model.ts';

/** More schema documents than this one after another is taken for an attack. */
const maxDepth = 400;

/** Every document of a schema as sources, the included and imported ones before those that ask for them. */
export const readDocuments = (files: ReadonlyMap<string, Uint8Array>, entry: string): readonly Source[] => {
  const register = createRegister();
  const seen = new Set<string>();
  const sources: Source[] = [];
  const follow = (request: Request): void => {
    const document = open(files, request);
    const key = `${document.file} ${document.targetNamespace}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (request.depth > maxDepth) throw new SchemaError('xs:include', request.place, 'nested too deep');
    for (const next of requestsOf(files, document, request.depth + 1)) follow(next);
    sources.push(sourcesOf(document, register));
  };
  follow({ file: entry, place: { file: entry, line: 0 }, includer: undefined, construct: 'schema', depth: 0 });
  return sources;
};

interface Request {
  readonly file: string;
  /** Where it is asked for. */
  readonly place: Place;
  /** Target namespace of the document that includes it; undefined for an import. */
  readonly includer: string | undefined;
  readonly construct: string;
  readonly depth: number;
}

const open = (files: ReadonlyMap<string, Uint8Array>, request: Request): SchemaDocument => {
  const root = parse(files, request);
  const own = attributeOf(root, 'targetNamespace');
  const targetNamespace = own ?? request.includer ?? '';
  if (request.includer !== undefined && targetNamespace !== request.includer)
    throw new SchemaError(
      request.construct,
      request.place,
      `'${request.file}' has another target namespace; import it`,
    );
  return { file: request.file, targetNamespace, root, chameleon: own === undefined && targetNamespace !== '' };
};

const parse = (files: ReadonlyMap<string, Uint8Array>, request: Request): XmlElement => {
  const { file, place, construct } = request;
  const bytes = files.get(file);
  if (bytes === undefined)
    throw new SchemaError(construct, place, `no such file: '${file}'; put it beside the schema or mend the name`);
  const doctype = doctypeLine(bytes);
  if (doctype !== undefined)
    throw new SchemaError('DOCTYPE', { file, line: doctype }, 'a schema with a document type is not read; remove it');
  const root = wellFormed(bytes, file);
  if (root.namespace !== xsd || root.name !== 'schema')
    throw new SchemaError(root.name, { file, line: root.line ?? 1 }, 'not an XML Schema; its root must be xs:schema');
  return root;
};

const wellFormed = (bytes: Uint8Array, file: string): XmlElement => {
  try {
    return parseTree(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SchemaError('XML', { file, line: error.messages[0]?.line ?? 1 }, error);
  }
};

const requestsOf = (
  files: ReadonlyMap<string, Uint8Array>,
  document: SchemaDocument,
  depth: number,
): readonly Request[] =>
  elementsOf(document.root).flatMap((child): readonly Request[] => {
    const construct = `xs:${child.name}`;
    const place = { file: document.file, line: child.line ?? 0 };
    const location = attributeOf(child, 'schemaLocation')?.trim();
    if (child.namespace !== xsd || location === undefined) return [];
    const file = resolve(document.file, location, files);
    if (child.name === 'include' || child.name === 'redefine')
      return [{ file, place, includer: document.targetNamespace, construct, depth }];
    // The location of an import is a hint only (part 1, 4.2.3): what it lacks shows when a name is not found.
    return child.name === 'import' && files.has(file) ? [{ file, place, includer: undefined, construct, depth }] : [];
  });

/** A location is a name among the files, or relative to the document that names it. */
const resolve = (from: string, location: string, files: ReadonlyMap<string, Uint8Array>): string => {
  const relative = posix.normalize(posix.join(posix.dirname(from), location));
  return files.has(relative) || !files.has(location) ? relative : location;
};
