import { leavesOf } from '#xml/schema/leaves';
import { childrenFor } from '../../schema/content.ts';
import type { Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';
import { drawnThatBreak, takenBy, type Attempt } from './children.ts';
import { groupWith } from './find-particle.ts';

/** Adds a second branch of a choice behind the one that is there. */
export const branchAdded: Operator = ({ model, making }, { node, type }, constraint) => {
  if (constraint.kind !== 'choice' || type.kind !== 'complex') return [];
  const branches = groupWith(type, constraint.id)?.particles ?? [];
  const taken = takenBy(type, node, model);
  const used = branches.find((branch) => leavesOf(branch).some((leaf) => taken.includes(leaf)));
  if (used === undefined) return [];
  const leaves = new Set(leavesOf(used));
  const at = taken.findLastIndex((one) => leaves.has(one)) + 1;
  return branches
    .filter((branch) => branch !== used && making.heights.ofParticle({ ...branch, min: 1 }) < Infinity)
    .flatMap((branch) => {
      const more = childrenFor(making, { ...branch, min: 1, max: 1 }, making.options.maxDepth);
      const attempts = more.map((insert): Attempt => ['branch-added', spliceChildren(node, { at, insert })]);
      return drawnThatBreak({ type, model, constraint: constraint.id }, attempts);
    });
};
