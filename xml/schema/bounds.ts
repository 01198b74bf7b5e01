import { contentSize } from './content-size.ts';
import type { Component, ElementDeclaration, ModelGroup, Particle, SimpleType, Type } from './model.ts';
import { SchemaError } from './schema-error.ts';
import type { Node } from './walk.ts';

/** A content model of more particles than this, groups written out, is taken for an attack. */
const mostParticles = 100_000;

/** Nor do the content models of an honest schema have more than this together. */
const mostInAll = 10_000_000;

/** No honest type is derived in so many steps, nor is an element so far from the head of its substitution group. */
const mostSteps = 200;

/** No honest union has so many member types, those of its members written out. */
const mostMembers = 1000;

/** Refuses what costs more than any honest schema, and would take readers of it for ever; throws `SchemaError`. */
export const checkBounds = (components: readonly Node[]): void => {
  const members = new Map<SimpleType, number>();
  const sizes = new Map<ModelGroup, number>();
  let all = 0;
  const checkSize = (content: Pick<Particle, 'term'>, { place }: Component): number => {
    const size = contentSize(content, sizes);
    if (size > mostParticles)
      throw new SchemaError('content model', place, `it has more than ${String(mostParticles)} particles`);
    return size;
  };
  for (const component of components) {
    if (component.kind === 'element') checkHeads(component);
    if (component.kind === 'simple' || component.kind === 'complex') checkSteps(component);
    if (component.kind === 'simple' && membersOf(component, members) > mostMembers)
      throw new SchemaError('xs:union', component.place, `it has more than ${String(mostMembers)} member types`);
    if (component.kind === 'complex' && component.particle !== undefined) {
      all += checkSize(component.particle, component);
      if (all > mostInAll)
        throw new SchemaError('content model', component.place, 'with those before it has too many particles');
    }
    if (component.kind === 'sequence' || component.kind === 'choice') checkSize({ term: component }, component);
  }
};

const checkHeads = (element: ElementDeclaration): void => {
  const seen = new Set<ElementDeclaration>();
  for (let one: ElementDeclaration | undefined = element; one !== undefined; one = one.head) {
    if (seen.has(one)) throw new SchemaError('substitutionGroup', element.place, 'it is defined by itself');
    seen.add(one);
    if (seen.size > mostSteps)
      throw new SchemaError(
        'substitutionGroup',
        element.place,
        `it leads over more than ${String(mostSteps)} elements`,
      );
  }
};

const checkSteps = (type: Type): void => {
  let steps = 0;
  for (let one: Type | undefined = type; one !== undefined; one = one.base === one ? undefined : one.base) {
    steps += 1;
    if (steps > mostSteps)
      throw new SchemaError('type', type.place, `it is derived in more than ${String(mostSteps)} steps`);
  }
};

/** Shared members are counted once and remembered, or nested doubling would take for ever. */
const membersOf = (type: SimpleType, known: Map<SimpleType, number>): number => {
  const counted = known.get(type);
  if (counted !== undefined) return counted;
  const count = type.members.reduce((sum, member) => sum + membersOf(member, known), 1);
  known.set(type, count);
  return count;
};
