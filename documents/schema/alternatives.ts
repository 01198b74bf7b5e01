import { substitutesOf } from '#xml/schema/declarations';
import {
  allows,
  type AttributeDeclaration,
  type ElementDeclaration,
  type SchemaModel,
  type Type,
  type Wildcard,
} from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import { derivationMethods } from '#xml/schema/substitution';

/** The elements that can stand for a declaration: itself and its substitution group, abstract ones left out. */
export const elementsFor = (model: SchemaModel, element: ElementDeclaration): readonly ElementDeclaration[] =>
  [element, ...substitutesOf(model, element)].filter((one) => !one.abstract);

/** The types that an element can have: its own, and derived ones that `xsi:type` may name; abstract ones left out. */
export const typesFor = (model: SchemaModel, element: ElementDeclaration): readonly Type[] => {
  const found = remembered.get(model) ?? new Map<ElementDeclaration, readonly Type[]>();
  remembered.set(model, found);
  const types = found.get(element) ?? possibleTypes(model, element);
  found.set(element, types);
  return types;
};

const remembered = new WeakMap<SchemaModel, Map<ElementDeclaration, readonly Type[]>>();

const possibleTypes = (model: SchemaModel, element: ElementDeclaration): readonly Type[] => {
  const own = element.type;
  const derived = (model.derived.get(own) ?? []).filter((type) => isAllowed(type, element));
  return [own, ...derived].filter((type) => type.kind === 'simple' || !type.abstract);
};

/** A derivation that the element or its type blocks may not be used (part 1, 3.3.4 clause 4.3). */
const isAllowed = (type: Type, element: ElementDeclaration): boolean => {
  const methods = derivationMethods(type, element.type);
  const blocked = [...element.block, ...(element.type.kind === 'complex' ? element.type.block : [])];
  return methods !== undefined && !blocked.some((one) => methods.has(one));
};

/** The global elements that a wildcard takes. */
export const elementsIn = (model: SchemaModel, wildcard: Wildcard): readonly ElementDeclaration[] =>
  [...model.elements.values()].filter((one) => !one.abstract && allows(wildcard.namespaces, one.name.namespace));

/** The global attributes that a wildcard takes. */
export const attributesIn = (model: SchemaModel, wildcard: Wildcard): readonly AttributeDeclaration[] =>
  [...model.attributes.values()].filter((one) => allows(wildcard.namespaces, one.name.namespace));

/** A namespace that a wildcard takes and no schema says anything of; undefined when it takes only known ones. */
export const foreignNamespace = (model: SchemaModel, { namespaces }: Wildcard): string | undefined => {
  const known = new Set([...model.elements.values()].map((one) => one.name.namespace).concat(model.targetNamespace));
  if (namespaces.kind === 'some')
    return namespaces.namespaces.find((one) => !known.has(one)) ?? namespaces.namespaces[0];
  return unusedNamespace(known);
};

/** A namespace that no schema uses. */
export const unusedNamespace = (known: ReadonlySet<string>): string => {
  let name = 'urn:example:other';
  while (known.has(name)) name += 'x';
  return name;
};

/** A local name that no element of the schema has. */
export const unusedName = (model: SchemaModel, namespace: string): string => {
  let name = 'onbekend';
  while (model.elements.has(keyOf({ namespace, name }))) name += 'x';
  return name;
};
