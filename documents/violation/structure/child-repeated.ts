import fc from 'fast-check';
import { leavesOf } from '#xml/schema/leaves';
import { childrenFor } from '../../schema/content.ts';
import type { Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';
import { drawnThatBreak, takenBy, type Attempt } from './children.ts';
import { particleClaiming } from './find-particle.ts';

/** More children than this are not made to pass a maxOccurs. */
const mostChildren = 500;

/** Of more children than this each is as small as can be; of fewer, one in which types don't come again. */
const fewChildren = 3;

/** Adds children until there are more than maxOccurs allows. */
export const childRepeated: Operator = (tools, { node, type }, constraint) => {
  if (constraint.kind !== 'maxOccurs' || type.kind !== 'complex') return [];
  const { model, making } = tools;
  const particle = particleClaiming(type, 'maxOccurs', constraint.id);
  if (particle === undefined || particle.max > mostChildren) return [];
  const leaves = new Set(leavesOf(particle));
  const taken = takenBy(type, node, model);
  const at = taken.findLastIndex((one) => leaves.has(one)) + 1;
  if (at === 0) return [];
  const there = leaves.has(particle) ? taken.filter((one) => one === particle).length : 1;
  const missing = Math.max(1, particle.max + 1 - there);
  const depth = making.options.maxDepth + (missing > fewChildren ? 1 : 0);
  const more = fc.array(childrenFor(making, { ...particle, min: 1, max: 1 }, depth), {
    minLength: missing,
    maxLength: missing,
  });
  const attempts = more.map((parts): Attempt => ['child-repeated', spliceChildren(node, { at, insert: parts.flat() })]);
  return drawnThatBreak({ type, model, constraint: constraint.id }, attempts);
};
