import { checkBounds } from './bounds.ts';
import { checkIdentities } from './identities.ts';
import type { ElementDeclaration, SchemaModel, Type } from './model.ts';
import { keyOf } from '../qname.ts';
import { ancestorsOf, canReplace } from './substitution.ts';
import { componentsOf } from './walk.ts';

/** What is read first. */
export type Tables = Omit<SchemaModel, 'substitutes' | 'derived'>;

/** Reads everything that was left for later, so that all errors of a schema show before the first document. */
export const completeModel = (tables: Tables): SchemaModel => {
  const globals = [...tables.elements.values(), ...tables.attributes.values(), ...tables.types.values()];
  const components = [...componentsOf([...globals, ...tables.groups])];
  checkIdentities(components.flatMap((one) => (one.kind === 'element' ? one.identities : [])));
  checkBounds(components);
  return { ...tables, substitutes: substitutesIn(tables), derived: derivedIn(tables) };
};

const substitutesIn = (tables: Pick<SchemaModel, 'elements'>): SchemaModel['substitutes'] => {
  const substitutes = new Map<string, ElementDeclaration[]>();
  for (const element of tables.elements.values())
    for (let head = element.head; head !== undefined; head = head.head)
      if (canReplace(element, head)) {
        const list = substitutes.get(keyOf(head.name)) ?? [];
        list.push(element);
        substitutes.set(keyOf(head.name), list);
      }
  return substitutes;
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
