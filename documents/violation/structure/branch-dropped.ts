import { leavesOf } from '#xml/schema/leaves';
import type { Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';
import { takenBy, thatBreak, type Attempt } from './children.ts';
import { particlesOf } from './find-particle.ts';

/** Leaves out all that stands there for a choice. */
export const branchDropped: Operator = ({ model }, { node, type }, constraint) => {
  if (constraint.kind !== 'choice' || type.kind !== 'complex') return [];
  const choice = particlesOf(type).find(({ term }) => term.id === constraint.id);
  if (choice === undefined) return [];
  const leaves = new Set(leavesOf(choice));
  const taken = takenBy(type, node, model);
  const at = taken.findIndex((one) => leaves.has(one));
  const remove = taken.filter((one) => leaves.has(one)).length;
  const attempts: readonly Attempt[] = at === -1 ? [] : [['branch-dropped', spliceChildren(node, { at, remove })]];
  return thatBreak({ type, model, constraint: constraint.id }, attempts);
};
