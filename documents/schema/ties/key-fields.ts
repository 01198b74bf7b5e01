import { takes } from '#xml/schema/key-nodes';
import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration, IdentityConstraint, NameTest, Path, SchemaModel, Type } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsFor, elementsIn, typesFor } from '../alternatives.ts';

/** Ids of the declarations that the fields of keys lead to, which must be there (part 1, 3.11.4 clause 4.2.1). */
export const keyFields = (model: SchemaModel): ReadonlySet<string> => {
  const elements = [...allComponents(model)].filter((one) => one.kind === 'element');
  return new Set(
    elements.flatMap((element) =>
      element.identities.flatMap((one) => (one.kind === 'key' ? fieldsOf(model, element, one) : [])),
    ),
  );
};

/** Ids of the elements whose text is a field of a key. */
export const textFields = (model: SchemaModel): ReadonlySet<string> => {
  const elements = [...allComponents(model)].filter((one) => one.kind === 'element');
  const ends = elements.flatMap((element) =>
    element.identities
      .filter(({ kind }) => kind === 'key')
      .flatMap(({ selector, fields }) =>
        selector
          .flatMap((path) => walk(model, element, path).elements)
          .flatMap((node) =>
            fields.flat().flatMap((path) => (path.attribute === undefined ? walk(model, node, path).elements : [])),
          ),
      ),
  );
  return new Set(ends.map(({ id }) => id));
};

/** Ids of the declarations that an identity constraint leads to: those of its fields. */
const fieldsOf = (model: SchemaModel, at: ElementDeclaration, identity: IdentityConstraint): readonly string[] =>
  identity.selector
    .flatMap((path) => walk(model, at, path).elements)
    .flatMap((node) => identity.fields.flat().flatMap((path) => walk(model, node, path).ids));

/** Ids of the declarations on the way from an element to what it selects and to the fields of that. */
export const wayToFields = (
  model: SchemaModel,
  at: ElementDeclaration,
  identity: IdentityConstraint,
): readonly string[] => [
  ...identity.selector.flatMap((path) => walk(model, at, path).ids),
  ...fieldsOf(model, at, identity),
];

interface Walked {
  readonly elements: readonly ElementDeclaration[];
  /** Of all that was passed. */
  readonly ids: readonly string[];
}

const walk = (model: SchemaModel, from: ElementDeclaration, { deep, steps, attribute }: Path): Walked => {
  let elements = deep ? [...below(model, from)] : [from];
  const ids: string[] = [];
  for (const test of steps) {
    elements = [...new Set(elements.flatMap((one) => childrenOf(model, one, test)))];
    ids.push(...elements.map(({ id }) => id));
  }
  if (attribute !== undefined) ids.push(...elements.flatMap((one) => attributesOf(model, one, attribute)));
  return { elements, ids };
};

const below = (model: SchemaModel, from: ElementDeclaration): ReadonlySet<ElementDeclaration> => {
  const seen = new Set([from]);
  // A set that grows while it is iterated is visited to its end.
  for (const one of seen)
    for (const child of childrenOf(model, one, { namespace: undefined, name: undefined })) seen.add(child);
  return seen;
};

const typesOf = (model: SchemaModel, element: ElementDeclaration): readonly Type[] =>
  elementsFor(model, element).flatMap((one) => typesFor(model, one));

const childrenOf = (model: SchemaModel, parent: ElementDeclaration, test: NameTest): readonly ElementDeclaration[] =>
  typesOf(model, parent).flatMap((type) => {
    if (type.kind === 'simple' || type.particle === undefined) return [];
    return leavesOf(type.particle).flatMap(({ term }) => {
      const found =
        term.kind === 'element' ? elementsFor(model, term) : term.kind === 'any' ? elementsIn(model, term) : [];
      return found.filter(({ name }) => takes(test, name));
    });
  });

const attributesOf = (model: SchemaModel, element: ElementDeclaration, test: NameTest): readonly string[] =>
  typesOf(model, element).flatMap((type) =>
    type.kind === 'simple' ? [] : type.attributes.flatMap((use) => (takes(test, use.declaration.name) ? [use.id] : [])),
  );
