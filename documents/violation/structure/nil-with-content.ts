import fc from 'fast-check';
import { constraintId } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import type { Operator } from '../operation.ts';
import { withAttribute } from '../../path/replace.ts';

/** Says that an element is nil, and leaves its content. */
export const nilWithContent: Operator = (_, { node, element }, constraint) => {
  if (constraint.kind !== 'nil' || constraintId(element, 'nil') !== constraint.id || node.children.length === 0)
    return [];
  return [
    fc.constant({
      operator: 'nil-with-content',
      element: withAttribute(node, { namespace: xsi, name: 'nil' }, 'true'),
    }),
  ];
};
