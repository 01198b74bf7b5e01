import fc from 'fast-check';
import type { Change, Operator } from '../operation.ts';

/** Writes character data where only elements may stand. */
export const textAdded: Operator = (_, { node, type }, constraint) => {
  if (constraint.kind !== 'text' || type.kind !== 'complex') return [];
  const change = fc.tuple(fc.constantFrom('tekst', '.', '0', '&', 'é'), fc.nat(node.children.length));
  return [
    change.map(([text, at]): Change => ({
      operator: 'text-added',
      element: { ...node, children: node.children.toSpliced(at, 0, text) },
    })),
  ];
};
