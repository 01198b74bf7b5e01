import { childrenDeclared, declaredFor, type Declared } from '#xml/schema/declarations';
import { accepts } from '#xml/schema/read-children';
import type { SchemaModel } from '#xml/schema/model';
import { keyOf, sameName, type QName } from '#xml/qname';
import { xsi, type Scope } from '#xml/schema/names';
import type { XmlAttribute, XmlElement } from '#xml/tree';
import { withPrefixes } from '../prefixes.ts';

/** An element that is being worked on, with what the schema says of it. */
export interface Work extends QName {
  readonly attributes: XmlAttribute[];
  readonly children: (Work | string)[];
  readonly prefixes: Scope | undefined;
  /** All prefixes in scope. */
  readonly scope: Scope;
  /** Undefined for what no declaration is about. */
  readonly declared: Declared | undefined;
  readonly parent: Work | undefined;
}

/** A copy of a valid tree to work on. */
export const workOn = (model: SchemaModel, tree: XmlElement): Work => {
  const scope = tree.prefixes ?? {};
  const declared = declaredFor(model, { declaration: model.elements.get(keyOf(tree)), node: tree, scope });
  return copied(model, tree, { declared, scope, parent: undefined });
};

const copied = (model: SchemaModel, node: XmlElement, known: Pick<Work, 'declared' | 'scope' | 'parent'>): Work => {
  const { name, namespace, attributes, prefixes } = node;
  const work: Work = { name, namespace, attributes: [...attributes], children: [], prefixes, ...known };
  const type = known.declared?.type;
  const declarations = type === undefined ? [] : childrenDeclared(model, type, node);
  let index = -1;
  for (const child of node.children) {
    if (typeof child === 'string') work.children.push(child);
    else {
      index += 1;
      const scope = child.prefixes === undefined ? known.scope : { ...known.scope, ...child.prefixes };
      const declared = declaredFor(model, { declaration: declarations[index], node: child, scope });
      work.children.push(copied(model, child, { declared, scope, parent: work }));
    }
  }
  return work;
};

/** Returns the tree that the work has become, with the prefixes that names rely on which were written to it. */
export const treeOf = (model: SchemaModel, work: Work): XmlElement => {
  const { name, namespace, attributes, children, prefixes, declared } = work;
  const element = {
    name,
    namespace,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? child : treeOf(model, child))),
    ...(prefixes === undefined ? {} : { prefixes }),
  };
  return declared === undefined ? element : withPrefixes(model, declared, element);
};

/** Every element, in document order. */
export const allOf = (work: Work): readonly Work[] => {
  const found: Work[] = [];
  const visit = (one: Work): void => {
    found.push(one);
    for (const child of one.children) if (typeof child !== 'string') visit(child);
  };
  visit(work);
  return found;
};

const elementsIn = (work: Work): readonly Work[] =>
  work.children.filter((child): child is Work => typeof child !== 'string');

/** Takes an element away where its parent's content stays right without it; true when it is gone. */
export const remove = (model: SchemaModel, work: Work): boolean => {
  const { parent } = work;
  const type = parent?.declared?.type;
  if (parent === undefined || type?.kind !== 'complex') return false;
  if (!parent.children.includes(work)) return true;
  const left = elementsIn(parent).filter((one) => one !== work);
  if (!accepts(type.particle, left, model)) return false;
  parent.children.splice(parent.children.indexOf(work), 1);
  return true;
};

/** Sets an attribute, or takes it away. */
export const setAttribute = (work: Work, { name, namespace }: QName, value: string | undefined): void => {
  const at = work.attributes.findIndex((one) => sameName(one, { name, namespace }));
  if (value === undefined) {
    if (at >= 0) work.attributes.splice(at, 1);
  } else if (at >= 0) work.attributes[at] = { name, namespace, value };
  else work.attributes.push({ name, namespace, value });
};

/** Tells whether an element is written as nil. */
export const isNil = ({ attributes }: Work): boolean =>
  attributes.some(({ name, namespace }) => name === 'nil' && namespace === xsi);

/** The element at some indices among child elements, in a fresh copy of a whole tree. */
export const workAt = (model: SchemaModel, tree: XmlElement, indices: readonly number[]): Work | undefined =>
  indices.reduce<Work | undefined>((work, index) => work && elementsIn(work)[index], workOn(model, tree));

/** Where an element stands, as indices among child elements. */
export const indicesOf = (work: Work): readonly number[] =>
  work.parent === undefined ? [] : [...indicesOf(work.parent), elementsIn(work.parent).indexOf(work)];

/** The element that all others stand in. */
export const rootOf = (work: Work): Work => (work.parent === undefined ? work : rootOf(work.parent));
