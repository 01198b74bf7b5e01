import { contentSize } from './content-size.ts';
import { checkIdentities } from './identities.ts';
import type { Component, ElementDeclaration, Particle, SchemaModel, Type } from './model.ts';
import { SchemaError } from './schema-error.ts';
import { ancestorsOf, substitutesFor } from './substitution.ts';
import { componentsOf } from './walk.ts';

/** A content model of more particles than this, groups written out, is taken for an attack. */
const maxParticles = 100_000;

/** What is read first. */
export type Tables = Omit<SchemaModel, 'substitutes' | 'derived'>;

/** Reads everything that was left for later, so that all errors of a schema show before the first document. */
export const completeModel = (tables: Tables): SchemaModel => {
  const globals = [...tables.elements.values(), ...tables.attributes.values(), ...tables.types.values()];
  const components = [...componentsOf([...globals, ...tables.groups])];
  checkIdentities(components.flatMap((one) => (one.kind === 'element' ? one.identities : [])));
  for (const group of tables.groups) checkSize({ term: group }, group);
  for (const component of components)
    if (component.kind === 'element') checkHeads(component);
    else if (component.kind === 'complex' && component.particle !== undefined) checkSize(component.particle, component);
  return { ...tables, substitutes: substitutesIn(tables), derived: derivedIn(tables) };
};

const checkSize = (content: Pick<Particle, 'term'>, { place }: Component): void => {
  if (contentSize(content) > maxParticles)
    throw new SchemaError('content model', place, `it has more than ${String(maxParticles)} particles`);
};

const checkHeads = (element: ElementDeclaration): void => {
  const seen = new Set<ElementDeclaration>();
  for (let one: ElementDeclaration | undefined = element; one !== undefined; one = one.head) {
    if (seen.has(one)) throw new SchemaError('substitutionGroup', element.place, 'it is defined by itself');
    seen.add(one);
  }
};

const substitutesIn = (tables: Pick<SchemaModel, 'elements'>): SchemaModel['substitutes'] => {
  const members = [...tables.elements.values()].filter((element) => element.head !== undefined);
  return new Map(
    [...tables.elements].flatMap(([key, head]) => {
      const found = substitutesFor(head, members);
      return found.length === 0 ? [] : [[key, found] as const];
    }),
  );
};

const derivedIn = (tables: Pick<SchemaModel, 'types'>): SchemaModel['derived'] => {
  const derived = new Map<Type, Type[]>();
  for (const type of tables.types.values())
    for (const ancestor of ancestorsOf(type)) {
      const list = derived.get(ancestor) ?? [];
      list.push(type);
      derived.set(ancestor, list);
    }
  return derived;
};
