import { ofType, type Declared } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { ElementDeclaration, SchemaModel, SimpleType } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsFor, elementsIn, typesFor } from '../schema/alternatives.ts';
import { isOf } from '../schema/ties/ids.ts';
import { wayToFields } from '../schema/ties/key-fields.ts';
import { neededAt, type Circumstance } from './needed-at.ts';

/** Ids of declarations that lead from a root to a place where a constraint binds, and what is needed there; undefined when there is no such place. */
export type WayTo = (constraint: SchemaConstraint) => readonly string[] | undefined;

interface Stop {
  readonly element: ElementDeclaration;
  readonly forms: readonly Declared[];
  readonly way: readonly string[];
}

/** Finds the ways from a root in documents that lack some declarations; each is looked for once. */
export const createWays = (model: SchemaModel, root: ElementDeclaration, absent: ReadonlySet<string>): WayTo => {
  let stops: readonly Stop[] | undefined;
  const find = (constraint: SchemaConstraint): readonly string[] | undefined => {
    stops ??= stopsBelow(model, root, absent);
    for (const { element, forms, way } of stops) {
      const needed = firstNeeded(element, forms, { constraint, isRoot: way.length === 0, absent });
      if (needed !== undefined) return [...new Set([...way, ...needed, ...tiesAt(model, forms, constraint)])];
    }
    return undefined;
  };
  const known = new Map<string, readonly string[] | undefined>();
  return (constraint) => {
    const { id } = constraint;
    if (!known.has(id)) known.set(id, find(constraint));
    return known.get(id);
  };
};

/** Every element that can be below a root, the nearest first. */
const stopsBelow = (model: SchemaModel, root: ElementDeclaration, absent: ReadonlySet<string>): readonly Stop[] => {
  const stops = new Map<ElementDeclaration, Stop>();
  const queue: Pick<Stop, 'element' | 'way'>[] = [{ element: root, way: [] }];
  for (const { element, way } of queue) {
    if (stops.has(element)) continue;
    const forms = formsOf(model, element);
    stops.set(element, { element, forms, way });
    for (const form of forms) {
      const children = childrenOf(model, form).filter((child) => !absent.has(child.id) && !stops.has(child));
      queue.push(...children.map((child) => ({ element: child, way: [...way, ...chosen(element, form), child.id] })));
    }
  }
  return [...stops.values()];
};

const firstNeeded = (
  element: ElementDeclaration,
  forms: readonly Declared[],
  { constraint, ...circumstance }: Circumstance & { readonly constraint: SchemaConstraint },
): readonly string[] | undefined => {
  for (const form of forms) {
    const needed = neededAt(form, constraint, circumstance);
    if (needed !== undefined) return [...chosen(element, form), ...needed];
  }
  return undefined;
};

/** Ids that make an element of this form: of a member of the substitution group, and of a type that `xsi:type` names. */
const chosen = (declaration: ElementDeclaration, { element, type }: Declared): readonly string[] => [
  ...(element === declaration ? [] : [element.id]),
  ...(type === element.type ? [] : [type.id]),
];

/** Ids of declarations that must be there for an identity constraint, an ID or an IDREF to be broken. */
const tiesAt = (model: SchemaModel, forms: readonly Declared[], { id, kind }: SchemaConstraint): readonly string[] => {
  if (kind === 'id' || kind === 'idref') return idPlaces(model, kind);
  return forms.flatMap(({ element }) =>
    element.identities.filter((one) => one.id === id).flatMap((one) => wayToFields(model, element, one)),
  );
};

const idPlaces = (model: SchemaModel, kind: 'id' | 'idref'): readonly string[] => {
  const names = kind === 'id' ? ['ID'] : ['ID', 'IDREF'];
  const is = (type: SimpleType | undefined): boolean => type !== undefined && isOf(type, ...names);
  return [...allComponents(model)].flatMap((node) => {
    if (node.kind === 'use') return is(node.declaration.type) ? [node.id] : [];
    if (node.kind !== 'complex' || node.particle === undefined) return [];
    return leavesOf(node.particle).flatMap(({ term }) =>
      term.kind === 'element' && holdsId(term, is) ? [term.id] : [],
    );
  });
};

const holdsId = ({ type }: ElementDeclaration, is: (type: SimpleType | undefined) => boolean): boolean =>
  type.kind === 'simple' ? is(type) : is(type.simple) || type.attributes.some((use) => is(use.declaration.type));

const formsOf = (model: SchemaModel, element: ElementDeclaration): readonly Declared[] =>
  elementsFor(model, element).flatMap((one) => typesFor(model, one).map((type) => ofType(model, one, type)));

const childrenOf = (model: SchemaModel, { type }: Declared): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => {
        if (term.kind === 'element') return [term];
        return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term) : [];
      });
