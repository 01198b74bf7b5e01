import { leavesOf } from '#xml/schema/leaves';
import type {
  AttributeDeclaration,
  AttributeUse,
  ElementDeclaration,
  SchemaModel,
  SimpleType,
  Type,
  ValueConstraint,
} from '#xml/schema/model';
import { attributesIn, elementsFor, elementsIn, typesFor } from './alternatives.ts';
import { GenerationError } from './generation-error.ts';
import type { SchemaOptions } from './options.ts';
import type { Foundation } from './shared.ts';
import { typeOf, type Textless } from './textless.ts';
import { createCheck, type Check } from './values/check.ts';
import { onlyBeyond } from './values/minimal.ts';

/** What is known of a schema before anything is made. */
export interface Ground extends Foundation {
  readonly model: SchemaModel;
  readonly options: SchemaOptions;
}

/**
 * Looks for values of every simple type that documents with this root can have, and leaves out what has none; throws `GenerationError`
 * for one without which there is no document.
 */
export const checkMakeable = (ground: Ground, root: ElementDeclaration): void => {
  const { heights } = ground;
  if (heights.ofElement(root) === Infinity)
    throw new GenerationError(root, 'no document with this root is ever complete');
  const textless = textlessBelow(ground, root);
  if (textless.size === 0) return;
  heights.exclude(textless.keys());
  const [first] = textless.values();
  if (first !== undefined && heights.ofElement(root) === Infinity) throw first;
};

/** What no text is found for, with the reason. */
const textlessBelow = (ground: Ground, root: ElementDeclaration): ReadonlyMap<Textless, GenerationError> => {
  const found = new Map<Textless, GenerationError>();
  const look = (texted: Texted): void => {
    const reason = reasonAgainst(ground, texted);
    if (reason !== undefined) found.set(texted.value?.kind === 'fixed' ? texted.of : texted.type, reason);
  };
  const seen = new Set<ElementDeclaration>([root]);
  // A set that grows while it is iterated is visited to its end.
  for (const element of seen) {
    const types = formsOf(ground, element);
    for (const type of types.flatMap(ownSimpleType)) look({ of: element, type, value: element.value });
    for (const attribute of types.flatMap((type) => attributesOf(ground, type)))
      look({
        of: attribute,
        type: typeOf(attribute),
        value: attribute.value,
      });
    for (const child of types.flatMap((type) => childrenOf(ground, type))) seen.add(child);
  }
  return found;
};

const formsOf = ({ model, heights }: Ground, element: ElementDeclaration): readonly Type[] =>
  elementsFor(model, element).flatMap((one) =>
    typesFor(model, one).filter((type) => heights.ofForm(one, type) < Infinity),
  );

const ownSimpleType = (type: Type): readonly SimpleType[] =>
  type.kind === 'simple' ? [type] : type.simple === undefined ? [] : [type.simple];

const attributesOf = ({ model }: Ground, type: Type): readonly (AttributeUse | AttributeDeclaration)[] => {
  if (type.kind === 'simple') return [];
  return [
    ...type.attributes,
    ...(type.anyAttribute === undefined ? [] : attributesIn(model, type.anyAttribute).slice(0, 20)),
  ];
};

interface Texted {
  readonly of: ElementDeclaration | AttributeDeclaration | AttributeUse;
  readonly type: SimpleType;
  readonly value: ValueConstraint | undefined;
}

/** Why there is no text: the type has no values, or a fixed value goes further than values may. */
const reasonAgainst = ({ values, options }: Ground, { of, type, value }: Texted): GenerationError | undefined => {
  if (value?.kind === 'fixed')
    return options.beyondMinimal !== true && isTooFar(values.check, type, value)
      ? new GenerationError(of, onlyBeyond)
      : undefined;
  try {
    values.of(type);
    return undefined;
  } catch (error) {
    if (error instanceof GenerationError) return error;
    throw error;
  }
};

const isTooFar = (check: Check, type: SimpleType, { value, prefixes }: ValueConstraint): boolean =>
  check(type, value, prefixes) === 'maybe' && createCheck()(type, value, prefixes) === 'yes';

const childrenOf = ({ model }: Ground, type: Type): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => {
        if (term.kind === 'element') return [term];
        return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term).slice(0, 20) : [];
      });
