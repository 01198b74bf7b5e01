import fc from 'fast-check';
import { constraintId, type ElementDeclaration, type SchemaModel, type Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { derivationMethods } from '#xml/schema/substitution';
import { typesFor } from '../../schema/alternatives.ts';
import { typePrefix } from '../../schema/prefixes.ts';
import type { Change, Operator } from '../operation.ts';
import { withAttribute } from '../../path/replace.ts';

/** Names a type by `xsi:type` that no schema has, that is not derived from the element's, or that is blocked (part 1, 3.3.4 clause 4). */
export const typeMisnamed: Operator = ({ model }, { node, element, type }, constraint) => {
  if (constraint.kind !== 'xsi-type' || constraintId(element, 'xsi-type') !== constraint.id || type !== element.type)
    return [];
  const changes = [unknownType(model, type), ...wrongTypes(model, element)].map(([operator, named]): Change => ({
    operator,
    element: {
      ...withAttribute(node, { namespace: xsi, name: 'type' }, named.value),
      prefixes: { ...node.prefixes, ...named.prefixes },
    },
    attribute: 'type',
  }));
  return [fc.constantFrom(...changes)];
};

type Misnaming = readonly [operator: string, named: ReturnType<typeof typePrefix>];

const unknownType = (model: SchemaModel, type: Type): Misnaming => {
  const { value, prefixes } = typePrefix(model, type);
  return ['type-unknown', { value: `${value}-onbekend`, prefixes }];
};

/** The first few are enough. */
const mostTypes = 4;

const wrongTypes = (model: SchemaModel, element: ElementDeclaration): readonly Misnaming[] => {
  const possible = typesFor(model, element);
  const wrong = [...model.types.values()].filter((one) => !possible.includes(one) && !isAbstract(one));
  return wrong
    .slice(0, mostTypes)
    .map((one) => [
      derivationMethods(one, element.type) === undefined ? 'type-unrelated' : 'type-blocked',
      typePrefix(model, one),
    ]);
};

const isAbstract = (type: Type): boolean => type.kind === 'complex' && type.abstract;
