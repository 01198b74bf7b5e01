import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { anyType, builtinTypes } from './builtin-types.ts';
import { leavesOf } from './leaves.ts';
import { readChildren } from './read-children.ts';
import {
  allows,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type Particle,
  type SchemaModel,
  type Term,
  type Type,
} from './model.ts';
import { keyOf, sameName, type QName } from '../qname.ts';
import { qualify, xsd, xsi, type Scope } from './names.ts';

/** What a schema says of one place in a document. */
export interface Declared {
  readonly element: ElementDeclaration;
  /** The element's type, or the one that `xsi:type` puts in its place. */
  readonly type: Type;
  /** Uses of the global attributes that a wildcard of the type leads to. */
  readonly wild: readonly AttributeUse[];
}

/** What the schema says of the element at a path of names below a root, the root's own name first. */
export const declarationAt = (model: SchemaModel, path: readonly QName[]): Declared | undefined => {
  const [root, ...below] = path;
  let now = root === undefined ? undefined : declared(model, model.elements.get(keyOf(root)));
  for (const name of below) now = now === undefined ? undefined : declared(model, childNamed(model, now.type, name));
  return now;
};

/** What the schema says of an element of a tree, by indices among child elements; follows `xsi:type`. */
export const declaredIn = (model: SchemaModel, tree: XmlElement, path: readonly number[]): Declared | undefined => {
  let node = tree;
  let scope: Scope = tree.prefixes ?? {};
  let now = declaredFor(model, { declaration: model.elements.get(keyOf(tree)), node, scope });
  for (const index of path) {
    const child = elementsOf(node)[index];
    if (child === undefined || now === undefined) return undefined;
    scope = { ...scope, ...child.prefixes };
    now = declaredFor(model, { declaration: childAt(model, now.type, { parent: node, index }), node: child, scope });
    node = child;
  }
  return now;
};

const declared = (model: SchemaModel, element: ElementDeclaration | undefined): Declared | undefined =>
  element === undefined ? undefined : ofType(model, element, element.type);

/** What a schema says of an element that has a type. */
export const ofType = (model: SchemaModel, element: ElementDeclaration, type: Type): Declared => ({
  element,
  type,
  wild: wildUses(model, type),
});

/** An element of a document with its declaration, and the prefixes in scope. */
export interface Instance {
  readonly declaration: ElementDeclaration | undefined;
  readonly node: XmlElement;
  readonly scope: Scope;
}

/** What the schema says of an element of a document, `xsi:type` considered. */
export const declaredFor = (model: SchemaModel, { declaration, node, scope }: Instance): Declared | undefined => {
  if (declaration === undefined) return undefined;
  const written = attributeOf(node, 'type', xsi);
  const name = written === undefined ? undefined : qualify(written, scope);
  return ofType(model, declaration, (name === undefined ? undefined : typeNamed(model, name)) ?? declaration.type);
};

/** A type by its name, built-in ones included. */
const typeNamed = (model: SchemaModel, name: QName): Type | undefined => {
  if (name.namespace !== xsd) return model.types.get(keyOf(name));
  return name.name === 'anyType' ? anyType : builtinTypes.get(name.name);
};

/** The declaration of a child by its name; a name has one type within a content model (part 1, 3.8.6). */
const childNamed = (model: SchemaModel, type: Type, name: QName): ElementDeclaration | undefined => {
  if (type.kind === 'simple' || type.particle === undefined) return undefined;
  const leaves = leavesOf(type.particle);
  for (const { term } of leaves) {
    if (term.kind !== 'element') continue;
    const found = [term, ...substitutesOf(model, term)].find((one) => sameName(one.name, name));
    if (found !== undefined) return found;
  }
  // What a wildcard skips is judged by nothing (part 1, 3.10.4).
  const wild = leaves.some(
    ({ term }) => term.kind === 'any' && term.process !== 'skip' && allows(term.namespaces, name.namespace),
  );
  return wild ? model.elements.get(keyOf(name)) : undefined;
};

/** The declaration of a child by its place, since a name can have several in one content model; by its name where the place is wrong. */
const childAt = (
  model: SchemaModel,
  type: Type,
  { parent, index }: { readonly parent: XmlElement; readonly index: number },
): ElementDeclaration | undefined => {
  const children = elementsOf(parent);
  const child = children[index];
  if (child === undefined) return undefined;
  const named = childNamed(model, type, child);
  if (named === undefined || type.kind === 'simple' || type.particle === undefined) return named;
  if (!namesIn(model, type, type.particle).repeated.has(keyOf(child))) return named;
  const term = readChildren(type.particle, children.slice(0, index + 1), model).taken[index]?.term;
  return termFor(term, child, { model, named });
};

/** The declaration of a child that a term took: its own, that of a member of its group, or what a wildcard looks up, if anything. */
const termFor = (
  term: Term | undefined,
  child: QName,
  { model, named }: { readonly model: SchemaModel; readonly named: ElementDeclaration | undefined },
): ElementDeclaration | undefined => {
  if (term?.kind === 'element' && sameName(term.name, child)) return term;
  if (term?.kind === 'any') return term.process === 'skip' ? undefined : model.elements.get(keyOf(child));
  return named;
};

/** The declarations of all child elements of a valid element, by their places; undefined for what no declaration is about. */
export const childrenDeclared = (
  model: SchemaModel,
  type: Type,
  parent: XmlElement,
): readonly (ElementDeclaration | undefined)[] => {
  const children = elementsOf(parent);
  if (type.kind === 'simple' || type.particle === undefined) return children.map(() => undefined);
  const { names, repeated } = namesIn(model, type, type.particle);
  const taken = children.some((child) => repeated.has(keyOf(child)))
    ? readChildren(type.particle, children, model).taken
    : [];
  return children.map((child, index) => {
    const named = names.get(keyOf(child)) ?? childNamed(model, type, child);
    return termFor(taken[index]?.term, child, { model, named });
  });
};

interface Names {
  readonly names: ReadonlyMap<string, ElementDeclaration>;
  /** Names that more than one declaration of the content model has, or that a wildcard of it takes as well. */
  readonly repeated: ReadonlySet<string>;
}

const known = new WeakMap<SchemaModel, WeakMap<ComplexType, Names>>();

const namesIn = (model: SchemaModel, type: ComplexType, particle: Particle): Names => {
  const own = known.get(model) ?? new WeakMap<ComplexType, Names>();
  known.set(model, own);
  const names = own.get(type) ?? collectNames(model, particle);
  own.set(type, names);
  return names;
};

const collectNames = (model: SchemaModel, particle: Particle): Names => {
  const names = new Map<string, ElementDeclaration>();
  const repeated = new Set<string>();
  const leaves = leavesOf(particle).map(({ term }) => term);
  const elements = leaves.filter((term) => term.kind === 'element');
  const wildcards = leaves.filter((term) => term.kind === 'any');
  for (const element of new Set(elements.flatMap((one) => [one, ...substitutesOf(model, one)]))) {
    const key = keyOf(element.name);
    const isWild = wildcards.some(({ namespaces }) => allows(namespaces, element.name.namespace));
    if (isWild || names.has(key)) repeated.add(key);
    if (!names.has(key)) names.set(key, element);
  }
  return { names, repeated };
};

/** The members of the substitution group of a declaration; only a global one has any. */
export const substitutesOf = (model: SchemaModel, element: ElementDeclaration): readonly ElementDeclaration[] =>
  element.global ? (model.substitutes.get(keyOf(element.name)) ?? []) : [];

/** What says something of an attribute: its use by the type, or the global declaration that a wildcard leads to (part 1, 3.10.4). */
export const attributeAt = ({ type, wild }: Pick<Declared, 'type' | 'wild'>, name: QName): AttributeUse | undefined =>
  attributeNamed(type, name) ?? wild.find((use) => sameName(use.declaration.name, name));

const wildKnown = new WeakMap<SchemaModel, WeakMap<Type, readonly AttributeUse[]>>();

const wildUses = (model: SchemaModel, type: Type): readonly AttributeUse[] => {
  if (type.kind === 'simple' || type.anyAttribute === undefined || type.anyAttribute.process === 'skip') return [];
  const own = wildKnown.get(model) ?? new WeakMap<Type, readonly AttributeUse[]>();
  wildKnown.set(model, own);
  const { namespaces } = type.anyAttribute;
  const uses =
    own.get(type) ??
    [...model.attributes.values()]
      .filter(({ name }) => allows(namespaces, name.namespace) && attributeNamed(type, name) === undefined)
      .map((declaration): AttributeUse => ({ ...declaration, kind: 'use', required: false, declaration }));
  own.set(type, uses);
  return uses;
};

/** The use of an attribute of an element of this type. */
export const attributeNamed = (type: Type, name: QName): AttributeUse | undefined =>
  type.kind === 'complex' ? useOf(type, name) : undefined;

const useOf = (type: ComplexType, name: QName): AttributeUse | undefined =>
  type.attributes.find((use) => sameName(use.declaration.name, name));
