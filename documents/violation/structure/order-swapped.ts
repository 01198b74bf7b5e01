import { elementsOf } from '#xml/tree';
import type { Operator } from '../operation.ts';
import { withElements } from '../../path/replace.ts';
import { thatBreak, type Attempt } from './children.ts';

/** Puts two neighbours in the other order, or the first child last. */
export const orderSwapped: Operator = ({ model }, { node, type }, constraint) => {
  if (constraint.kind !== 'order' || type.kind !== 'complex') return [];
  const children = elementsOf(node);
  const [first, ...others] = children;
  if (first === undefined || others.length === 0) return [];
  const swaps = others.map((later, index): Attempt => {
    const before = children[index] ?? first;
    return ['order-swapped', withElements(node, children.toSpliced(index, 2, later, before))];
  });
  const moved: Attempt = ['first-moved-last', withElements(node, [...others, first])];
  return thatBreak({ type, model, constraint: constraint.id }, [...swaps, moved]);
};
