import { leavesOf } from '#xml/schema/leaves';
import { elementsOf } from '#xml/tree';
import type { Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';
import { thatBreak, type Attempt } from './children.ts';

/** Puts a child in another namespace, or spells its name a little otherwise. */
export const wrongNamespace: Operator = ({ model }, { node, type }, constraint) => {
  if (constraint.kind !== 'content' || type.kind !== 'complex' || type.particle === undefined) return [];
  if (leavesOf(type.particle).some(({ term }) => term.kind === 'any')) return [];
  const attempts = elementsOf(node).flatMap((child, at): readonly Attempt[] => {
    const namespace = child.namespace === '' ? 'urn:example:other' : '';
    const replaced = (other: typeof child) => spliceChildren(node, { at, remove: 1, insert: [other] });
    return [
      ['child-in-wrong-namespace', replaced({ ...child, namespace })],
      ['child-misspelt', replaced({ ...child, name: otherCase(child.name) })],
    ];
  });
  return thatBreak({ type, model, constraint: constraint.id }, attempts);
};

/** The first letter in the other case. */
const otherCase = (name: string): string => {
  const first = name.slice(0, 1);
  const flipped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return (flipped === first ? `x${first}` : flipped) + name.slice(1);
};
