import { elementsOf } from '#xml/tree';
import type { Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';
import { takenBy, thatBreak, type Attempt } from './children.ts';

/** Leaves out children until there are fewer than minOccurs asks for. */
export const childDropped: Operator = ({ model }, { node, type }, constraint) => {
  if (constraint.kind !== 'minOccurs' || type.kind !== 'complex') return [];
  const taken = takenBy(type, node, model);
  const count = elementsOf(node).length;
  const attempts = taken.flatMap((particle, at): readonly Attempt[] => {
    const own = particle.claims['minOccurs'] === constraint.id;
    const run = own ? runFrom(taken, at) : 1;
    // A group with a minimum is short of one when its last children are gone.
    const remove = own ? Math.max(1, run - particle.min + 1) : count - at;
    return own && at > 0 && taken[at - 1] === particle ? [] : [['child-dropped', spliceChildren(node, { at, remove })]];
  });
  return thatBreak({ type, model, constraint: constraint.id }, attempts);
};

const runFrom = (taken: readonly unknown[], at: number): number => {
  let end = at;
  while (taken[end] === taken[at] && end < taken.length) end += 1;
  return end - at;
};
