import fc from 'fast-check';
import { keyOf } from '#xml/qname';
import { xsi } from '#xml/schema/names';
import { attributeOf } from '#xml/tree';
import type { Change, Operator } from '../operation.ts';

/** Gives the root a name that is no global element, or another namespace. */
export const wrongRoot: Operator = ({ model }, { node, parent }, constraint) => {
  // An element that no schema declares and that names its own type is judged by that type (part 1, 5.2).
  if (constraint.kind !== 'root' || parent !== undefined || attributeOf(node, 'type', xsi) !== undefined) return [];
  const names = [
    {
      operator: 'root-in-wrong-namespace',
      name: node.name,
      namespace: node.namespace === '' ? 'urn:example:other' : '',
    },
    { operator: 'root-in-wrong-namespace', name: node.name, namespace: `${node.namespace}x` },
    { operator: 'root-misspelt', name: `${node.name}x`, namespace: node.namespace },
    { operator: 'root-misspelt', name: node.name.toLowerCase(), namespace: node.namespace },
  ];
  const unknown = names.filter((one) => !model.elements.has(keyOf(one)) && keyOf(one) !== keyOf(node));
  const changes = unknown.map(({ operator, name, namespace }): Change => ({
    operator,
    element: { ...node, name, namespace },
  }));
  return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
};
