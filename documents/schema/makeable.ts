import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration, SimpleType, Type } from '#xml/schema/model';
import { elementsFor, elementsIn, typesFor } from './alternatives.ts';
import type { Making } from './making.ts';

/** Looks for values of every simple type that documents with this root can have; throws `GenerationError` for one that has none. */
export const checkMakeable = (making: Making, root: ElementDeclaration): void => {
  const seen = new Set<ElementDeclaration>([root]);
  // A set that grows while it is iterated is visited to its end.
  for (const element of seen) {
    const types = formsOf(making, element);
    if (element.value?.kind !== 'fixed') for (const simple of types.flatMap(simpleTypesOf)) making.values.of(simple);
    for (const child of types.flatMap((type) => childrenOf(making, type))) seen.add(child);
  }
};

const formsOf = ({ model, heights }: Making, element: ElementDeclaration): readonly Type[] =>
  elementsFor(model, element)
    .flatMap((one) => typesFor(model, one))
    .filter((type) => heights.ofType(type) < Infinity);

const simpleTypesOf = (type: Type): readonly SimpleType[] => {
  if (type.kind === 'simple') return [type];
  const attributes = type.attributes.flatMap(({ declaration, value }) =>
    value?.kind === 'fixed' ? [] : [declaration.type],
  );
  return type.simple === undefined ? attributes : [type.simple, ...attributes];
};

const childrenOf = ({ model }: Making, type: Type): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => {
        if (term.kind === 'element') return [term];
        return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term).slice(0, 20) : [];
      });
