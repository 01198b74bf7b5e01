import fc from 'fast-check';
import { constraintId } from '#xml/schema/model';
import { attributeOf } from '#xml/tree';
import type { Operator } from '../operation.ts';
import { withAttribute } from '../../path/replace.ts';

/** Leaves out a required attribute. */
export const attributeDropped: Operator = (_, { node, type }, constraint) => {
  if (constraint.kind !== 'use' || type.kind !== 'complex') return [];
  const use = type.attributes.find((one) => constraintId(one, 'use') === constraint.id);
  if (use === undefined) return [];
  const { name } = use.declaration;
  if (attributeOf(node, name.name, name.namespace) === undefined) return [];
  return [
    fc.constant({ operator: 'attribute-dropped', element: withAttribute(node, name, undefined), attribute: name.name }),
  ];
};
