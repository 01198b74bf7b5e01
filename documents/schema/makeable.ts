import { leavesOf } from '#xml/schema/leaves';
import type { AttributeDeclaration, ElementDeclaration, SimpleType, Type, ValueConstraint } from '#xml/schema/model';
import { elementsFor, elementsIn, typesFor } from './alternatives.ts';
import { GenerationError } from './generation-error.ts';
import type { Making } from './making.ts';
import { createCheck, type Check } from './values/check.ts';
import { onlyBeyond } from './values/minimal.ts';

/** Looks for values of every simple type that documents with this root can have; throws `GenerationError` for one that has none. */
export const checkMakeable = (making: Making, root: ElementDeclaration): void => {
  const seen = new Set<ElementDeclaration>([root]);
  // A set that grows while it is iterated is visited to its end.
  for (const element of seen) {
    const types = formsOf(making, element);
    for (const type of types.flatMap(ownSimpleType)) findText(making, { of: element, type, value: element.value });
    for (const { declaration, value } of types.flatMap(attributesOf))
      findText(making, { of: declaration, type: declaration.type, value });
    for (const child of types.flatMap((type) => childrenOf(making, type))) seen.add(child);
  }
};

const formsOf = ({ model, heights }: Making, element: ElementDeclaration): readonly Type[] =>
  elementsFor(model, element)
    .flatMap((one) => typesFor(model, one))
    .filter((type) => heights.ofType(type) < Infinity);

const ownSimpleType = (type: Type): readonly SimpleType[] =>
  type.kind === 'simple' ? [type] : type.simple === undefined ? [] : [type.simple];

const attributesOf = (type: Type) => (type.kind === 'simple' ? [] : type.attributes);

interface Texted {
  readonly of: ElementDeclaration | AttributeDeclaration;
  readonly type: SimpleType;
  readonly value: ValueConstraint | undefined;
}

/** Throws for a type without values, and for a fixed value that goes further than values may. */
const findText = ({ values, options }: Making, { of, type, value }: Texted): void => {
  if (value?.kind !== 'fixed') {
    values.of(type);
    return;
  }
  if (options.beyondMinimal !== true && isTooFar(values.check, type, value)) throw new GenerationError(of, onlyBeyond);
};

const isTooFar = (check: Check, type: SimpleType, { value, prefixes }: ValueConstraint): boolean =>
  check(type, value, prefixes) === 'maybe' && createCheck()(type, value, prefixes) === 'yes';

const childrenOf = ({ model }: Making, type: Type): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => {
        if (term.kind === 'element') return [term];
        return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term).slice(0, 20) : [];
      });
