import { posix } from 'node:path';
import { leavesOf } from '#xml/schema/leaves';
import { builtinOf } from '#xml/schema/lexical';
import type { ElementDeclaration, SchemaModel, Type } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { SchemaError } from '#xml/schema/schema-error';
import { keyOf, type QName } from '#xml/qname';
import { ContractError } from '../folder/contract-error.ts';
import type { Files } from '../folder/file-names.ts';
import { shown } from '../folder/qname.ts';
import { namespaces } from '../wsdl/names.ts';
import { childrenNamed, type Node, placeOf, valueAt } from '../wsdl/nodes.ts';
import { writeXml } from '../wsdl/write-xml.ts';

/** What the types of a WSDL are held against: the schema of the folder, and the elements that messages are. */
export interface Held {
  readonly model: SchemaModel;
  readonly elements: readonly QName[];
  readonly files: Files;
}

/** Throws `ContractError` where the types of the WSDL contradict the schema of the folder, which may say more than they do and nothing else. */
export const mustAgree = (schemas: readonly Node[], held: Held): void => {
  const [first] = schemas;
  const typed = modelOf(schemas, held);
  if (first === undefined || typed === undefined) return;
  for (const name of held.elements) {
    const [own, other] = [held.model.elements.get(keyOf(name)), typed.elements.get(keyOf(name))];
    const found = own && other && contradictionIn(own, other, { path: name.name, seen: new Set() });
    if (found === undefined) continue;
    throw new ContractError(
      placeOf(first),
      `the types of the WSDL contradict ${held.model.entry}: ${found}; make them agree`,
    );
  }
};

/** The types of the WSDL as a schema of their own; undefined where they are the files of the folder's schema, or none of their own. */
const modelOf = (schemas: readonly Node[], { model, files }: Held): SchemaModel | undefined => {
  const named = schemas.map((node, index) => ({ node, file: nameOf(node, index) }));
  if (new Set(named.map(({ file }) => file)).size < named.length) return undefined;
  const own = new Map(
    named.map(({ node, file }) => [file, Buffer.from(writeXml(node.element, node.prefixes))] as const),
  );
  const declaring = named.filter(({ node }) => isDeclaring(node));
  const imported = named.flatMap(({ node }) => locationsIn(node)).filter((file) => files.has(file));
  const others = imported.filter((file) => !model.files.includes(file));
  const entry = declaring[0]?.file ?? others[0];
  if (entry === undefined) return undefined;
  try {
    return readSchema(new Map([...files, ...own]), entry);
  } catch (error) {
    // What else is wrong with them nobody relies on.
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
};

/** By its namespace an import without a location is found; beside the WSDL its relative locations hold. */
const nameOf = (node: Node, index: number): string =>
  isDeclaring(node) ? (valueAt(node, 'targetNamespace') ?? `types-${String(index)}`) : `types-${String(index)}`;

const isDeclaring = (node: Node): boolean =>
  ['element', 'complexType', 'simpleType'].some((name) => childrenNamed(node, namespaces.xsd, name).length > 0);

const locationsIn = (node: Node): readonly string[] =>
  ['import', 'include'].flatMap((name) =>
    childrenNamed(node, namespaces.xsd, name).flatMap((one) => {
      const location = valueAt(one, 'schemaLocation');
      return location === undefined ? [] : [posix.join(posix.dirname(node.file), location)];
    }),
  );

interface Way {
  readonly path: string;
  readonly seen: Set<ElementDeclaration>;
}

const contradictionIn = (
  own: ElementDeclaration,
  other: ElementDeclaration,
  { path, seen }: Way,
): string | undefined => {
  if (seen.has(own)) return undefined;
  seen.add(own);
  const types = typesDiffer(own.type, other.type);
  if (types !== undefined) return `${path} is ${types}`;
  const [mine, theirs] = [childrenOf(own.type), childrenOf(other.type)];
  return mine && theirs && (lacking(mine, theirs, path) ?? added(mine, theirs, { path, seen }));
};

type Children = ReadonlyMap<string, Child>;

/** What the WSDL demands and the schema does not. */
const lacking = (mine: Children, theirs: Children, path: string): string | undefined => {
  for (const [key, { declaration, min }] of theirs) {
    const found = mine.get(key);
    const wrong = found === undefined ? 'does not know' : found.min === 0 ? 'lets be absent' : undefined;
    if (min > 0 && wrong !== undefined)
      return `${path} must have ${shown(declaration.name)}, which the schema ${wrong}`;
  }
  return undefined;
};

/** What the schema has and the WSDL has not, or otherwise. */
const added = (mine: Children, theirs: Children, { path, seen }: Way): string | undefined => {
  for (const [key, { declaration }] of mine) {
    const found = theirs.get(key);
    if (found === undefined) return `${path} has no ${shown(declaration.name)}, which the schema has`;
    const way = { path: `${path}/${declaration.name.name}`, seen };
    const deeper = contradictionIn(declaration, found.declaration, way);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
};

interface Child {
  readonly declaration: ElementDeclaration;
  readonly min: number;
}

/** The children of a type by name; undefined where a wildcard takes others too. */
const childrenOf = (type: Type): Children | undefined => {
  if (type.kind === 'simple' || type.particle === undefined) return new Map();
  const leaves = leavesOf(type.particle);
  if (leaves.some(({ term }) => term.kind === 'any')) return undefined;
  const isChoice = type.particle.term.kind === 'choice';
  return new Map(
    leaves.flatMap(({ term, min }) =>
      term.kind === 'element' ? [[keyOf(term.name), { declaration: term, min: isChoice ? 0 : min }] as const] : [],
    ),
  );
};

/** Text of any kind can be narrowed to each other kind. */
const free: ReadonlySet<string> = new Set(['string', 'normalizedString', 'token', 'anySimpleType', 'anyType']);

const typesDiffer = (own: Type, other: Type): string | undefined => {
  const [mine, theirs] = [textOf(own), textOf(other)];
  if (mine === theirs || (theirs !== undefined && mine !== undefined && (free.has(theirs) || areNumbers(mine, theirs))))
    return undefined;
  return `${theirs === undefined ? 'elements' : `xs:${theirs}`}, and in the schema ${mine === undefined ? 'elements' : `xs:${mine}`}`;
};

const textOf = (type: Type): string | undefined => {
  const simple = type.kind === 'simple' ? type : type.simple;
  if (simple === undefined) return type.kind === 'complex' && type.mixed ? 'anyType' : undefined;
  return simple.variety === 'union' ? 'string' : builtinOf(simple);
};

const areNumbers = (...names: readonly string[]): boolean =>
  names.every((name) => /decimal|integer|int$|long|short|byte/i.test(name));
