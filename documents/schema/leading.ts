import { anyType } from '#xml/schema/builtin-types';
import { isLeaf } from '#xml/schema/content';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type } from '#xml/schema/model';
import { allComponents, type Node } from '#xml/schema/walk';
import { attributesIn } from './alternatives.ts';

type Holder = Type | ElementDeclaration;

/** The elements and types in which, at any depth, one of some components can be, by its id; undefined where an id is not known. */
export type Leading = (ids: Iterable<string>) => ReadonlySet<Holder> | undefined;

/** Works out once what stands in what; rather too much is said to lead somewhere than too little. */
export const createLeading = (model: SchemaModel): Leading => {
  const nodes = [...allComponents(model)];
  const held = holdersIn(model, nodes);
  const above = createAbove(model, nodes);
  return (ids) => {
    const found = new Set<Holder>();
    for (const id of ids) {
      const holders = held.get(id);
      if (holders === undefined) return undefined;
      for (const one of holders) found.add(one);
    }
    // A set that grows while it is iterated is visited to its end.
    for (const one of found) for (const next of above(one)) found.add(next);
    return found;
  };
};

type Many<Key, Item> = Map<Key, Item[]>;

const put = <Key, Item>(many: Many<Key, Item>, key: Key, item: Item): void => {
  const known = many.get(key);
  if (known === undefined) many.set(key, [item]);
  else known.push(item);
};

/** By id, what a component is itself or is a part of. */
const holdersIn = (model: SchemaModel, nodes: readonly Node[]): Many<string, Holder> => {
  const held: Many<string, Holder> = new Map();
  for (const node of nodes) {
    if (node.kind === 'element' || node.kind === 'simple' || node.kind === 'complex') put(held, node.id, node);
    if (node.kind !== 'complex') continue;
    for (const id of partsOf(model, node)) put(held, id, node);
  }
  return held;
};

const partsOf = (model: SchemaModel, { particle, attributes, anyAttribute }: ComplexType): readonly string[] => [
  ...(particle === undefined ? [] : groupsIn(particle)),
  ...attributes.flatMap(({ id, declaration }) => [id, declaration.id]),
  ...(anyAttribute === undefined ? [] : attributesIn(model, anyAttribute).map(({ id }) => id)),
];

const groupsIn = ({ term }: Particle): readonly string[] => {
  if (term.kind === 'element') return [];
  return isLeaf(term) ? [term.id] : [term.id, ...term.particles.flatMap(groupsIn)];
};

/** What is directly around an element or a type, or may have it in its place. */
const createAbove = (model: SchemaModel, nodes: readonly Node[]): ((one: Holder) => readonly Holder[]) => {
  const above: Many<Holder, Holder> = new Map();
  const wild: ComplexType[] = [];
  const note = (type: ComplexType, { term }: Particle): void => {
    if (term.kind === 'element') put(above, term, type);
    else if (isLeaf(term)) wild.push(type);
    else for (const particle of term.particles) note(type, particle);
  };
  for (const node of [anyType, ...nodes]) {
    if (node.kind === 'complex' && node.particle !== undefined) note(node, node.particle);
    if (node.kind !== 'element') continue;
    put(above, node.type, node);
    if (node.head !== undefined) put(above, node, node.head);
  }
  for (const [type, derived] of model.derived) for (const one of derived) put(above, one, type);
  return (one) => [...(above.get(one) ?? []), ...(one.kind === 'element' && one.global ? wild : [])];
};
