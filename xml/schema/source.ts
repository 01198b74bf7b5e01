import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { xsd, type Scope } from './names.ts';
import { SchemaError } from './schema-error.ts';
import { facetKinds } from './model.ts';
import type { Place } from '../place.ts';

/** One schema document, for one target namespace: a chameleon include makes one for each includer's. */
export interface SchemaDocument {
  readonly file: string;
  readonly targetNamespace: string;
  readonly root: XmlElement;
  /** True when the document has no target namespace of its own and took that of its includer. */
  readonly chameleon: boolean;
}

/** An element of a schema document with everything that its meaning depends on. */
export interface Source {
  readonly element: XmlElement;
  /** Local name in the namespace of XSD. */
  readonly tag: string;
  readonly place: Place;
  readonly document: SchemaDocument;
  readonly scope: Scope;
  /** `file#A/B` of the nearest named component. */
  readonly id: string;
  /** Ids of the constraints that this element can state, by aspect. */
  readonly claims: Readonly<Record<string, string>>;
  readonly annotations: readonly XmlElement[];
  /** Children in the namespace of XSD, annotations left out. */
  readonly children: readonly Source[];
  /** Stands directly below `xs:schema` or `xs:redefine`. */
  readonly global: boolean;
  /** Name of the global component around it, and whether that is a redefinition. */
  readonly top: { readonly tag: string; readonly name: string; readonly redefines: boolean } | undefined;
}

/** Hands out an id once, then with `[2]`, `[3]` behind it. */
export type Register = (id: string) => string;

/** A register that is still empty. */
export const createRegister = (): Register => {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}[${String(count)}]`;
  };
};

/** The schema document as sources: its global components, with includes and imports among them. */
export const sourcesOf = (document: SchemaDocument, register: Register): Source => {
  const fresh = { register, redefining: false };
  const root: Parent = { document, scope: {}, id: `${document.file}#`, annotations: [], top: undefined, ...fresh };
  return toSource(document.root, root);
};

interface Parent extends Pick<Source, 'document' | 'scope' | 'id' | 'annotations' | 'top'> {
  readonly register: Register;
  readonly redefining: boolean;
}

const toSource = (element: XmlElement, parent: Parent): Source => {
  const place = { file: parent.document.file, line: element.line ?? 0 };
  if (element.namespace !== xsd || !known.has(element.name))
    throw new SchemaError(tagOf(element), place, 'not a construct of XSD 1.0; remove it or put it in xs:appinfo');
  const id = idOf(element, parent);
  const own = elementsOf(element);
  const here: Parent = {
    ...parent,
    id,
    scope: element.prefixes === undefined ? parent.scope : { ...parent.scope, ...element.prefixes },
    annotations: [...own.filter(isAnnotation), ...parent.annotations],
    top: parent.top ?? topOf(element, parent.redefining),
    redefining: parent.redefining || element.name === 'redefine',
  };
  const claims = claimsOf(element, id, parent.register);
  const children = own.filter((one) => !isAnnotation(one)).map((one) => toSource(one, here));
  const { document, scope, annotations, top } = here;
  const global = parent.top === undefined && top !== undefined;
  return { element, tag: element.name, place, document, scope, id, claims, annotations, children, global, top };
};

const tagOf = (element: XmlElement): string =>
  element.namespace === xsd ? `xs:${element.name}` : `{${element.namespace}}${element.name}`;

const isAnnotation = (element: XmlElement): boolean => element.namespace === xsd && element.name === 'annotation';

const topOf = (element: XmlElement, redefines: boolean): Source['top'] =>
  element.name === 'schema' || element.name === 'redefine'
    ? undefined
    : { tag: element.name, name: attributeOf(element, 'name') ?? '', redefines };

const idOf = (element: XmlElement, parent: Parent): string => {
  const name = attributeOf(element, 'name') ?? referenceOf(element);
  if (name === undefined || !named.has(element.name)) return parent.id;
  const segment = element.name === 'attribute' ? `@${name}` : name;
  return parent.register(parent.id.endsWith('#') ? parent.id + segment : `${parent.id}/${segment}`);
};

const referenceOf = (element: XmlElement): string | undefined =>
  element.name === 'element' || element.name === 'attribute'
    ? attributeOf(element, 'ref')?.trim().replace(/^.*:/, '')
    : undefined;

/** Claimed in document order, so that ids do not depend on what is read first. */
const claimsOf = (element: XmlElement, id: string, register: Register): Readonly<Record<string, string>> => {
  const aspects = [...fixedAspects(element), ...occurrenceAspects(element), ...facetAspects(element)];
  const separator = id.endsWith('#') ? '' : '/';
  return Object.fromEntries(aspects.map((aspect) => [aspect, register(`${id}${separator}${aspect}`)]));
};

const fixedAspects = (element: XmlElement): readonly string[] => {
  const stated = Object.entries(statedBy).flatMap(([name, aspect]) =>
    attributeOf(element, name) === undefined ? [] : [aspect],
  );
  if (element.name === 'attribute' || element.name === 'element') return [...stated, ...typeAspects(element)];
  const order = element.name === 'extension' && !elementsOf(element).some((one) => one.name === 'sequence');
  return [...stated, ...(aspectsByTag[element.name] ?? []), ...(order ? ['order'] : [])];
};

/** Attributes of a schema element that state a constraint each. */
const statedBy: Readonly<Record<string, string>> = {
  fixed: 'fixed',
  nillable: 'nil',
  abstract: 'abstract',
  use: 'use',
};

/** An anonymous type claims for itself what a named type or a simple one leaves to the declaration. */
const typeAspects = (element: XmlElement): readonly string[] => {
  const inline = elementsOf(element).find((one) => one.name === 'complexType' || one.name === 'simpleType');
  const content = element.name === 'element' && inline?.name !== 'complexType' ? ['content', 'attributes'] : [];
  return inline === undefined ? ['type', ...content] : content;
};

const aspectsByTag: Readonly<Record<string, readonly string[]>> = {
  complexType: ['content', 'attributes', 'text'],
  sequence: ['order'],
  choice: ['choice'],
  all: ['all'],
  any: ['any'],
  anyAttribute: ['anyAttribute'],
  restriction: ['type'],
  extension: ['type'],
  list: ['type'],
  union: ['type'],
  key: ['key'],
  unique: ['unique'],
  keyref: ['keyref'],
  schema: ['root'],
};

/** A group that occurs once is not broken by its number: what it lacks is a child's minOccurs, what it has too many is out of order. */
const occurrenceAspects = (element: XmlElement): readonly string[] => {
  const single = element.name === 'element' || element.name === 'any';
  if (!single && !groups.has(element.name)) return [];
  const { min, max } = occursIn(element);
  const least = single ? 0 : 1;
  return [...(min > least ? ['minOccurs'] : []), ...(max !== Infinity && max > least ? ['maxOccurs'] : [])];
};

const occursIn = (element: XmlElement): { readonly min: number; readonly max: number } => {
  const max = attributeOf(element, 'maxOccurs')?.trim() ?? '1';
  return {
    min: Number(attributeOf(element, 'minOccurs') ?? '1'),
    max: max === 'unbounded' ? Infinity : Number(max),
  };
};

const groups = new Set(['sequence', 'choice', 'all', 'group']);

const facetAspects = (element: XmlElement): readonly string[] =>
  element.name === 'restriction'
    ? [...new Set(elementsOf(element).map((one) => one.name))].filter((name) => facetTags.has(name))
    : [];

const facetTags: ReadonlySet<string> = new Set(facetKinds);

const named = new Set([
  ...['element', 'attribute', 'complexType', 'simpleType', 'group', 'attributeGroup'],
  ...['key', 'unique', 'keyref', 'notation'],
]);

const known = new Set([
  ...['schema', 'include', 'import', 'redefine', 'annotation', 'any', 'anyAttribute', 'sequence', 'choice', 'all'],
  ...['restriction', 'extension', 'list', 'union', 'simpleContent', 'complexContent', 'selector', 'field'],
  ...named,
  ...facetTags,
]);
