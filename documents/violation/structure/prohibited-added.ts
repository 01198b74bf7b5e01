import type { AttributeUse, ComplexType } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { sameName } from '#xml/qname';
import type { Change, Operator } from '../operation.ts';
import { withAttribute } from '../../path/replace.ts';

/** Adds an attribute that the base type has and a restriction took away. */
export const prohibitedAdded: Operator = ({ making }, { node, type }, constraint) => {
  if (constraint.kind !== 'prohibited' || type.kind !== 'complex') return [];
  const name = type.prohibited.find((one) => one.id === constraint.id)?.name;
  const use = name === undefined ? undefined : inheritedUse(type, name);
  if (name === undefined || use === undefined) return [];
  const values = making.values.of(use.declaration.type);
  return [
    values.map((value): Change => ({
      operator: 'prohibited-attribute-added',
      element: withAttribute(node, name, value),
      attribute: name.name,
    })),
  ];
};

const inheritedUse = (type: ComplexType, name: QName): AttributeUse | undefined =>
  type.base.kind === 'complex' ? type.base.attributes.find((use) => sameName(use.declaration.name, name)) : undefined;
