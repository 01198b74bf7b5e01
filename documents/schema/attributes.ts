import fc from 'fast-check';
import type { AttributeUse, ComplexType } from '#xml/schema/model';
import { keyOf, sameName } from '#xml/qname';
import type { XmlAttribute } from '#xml/tree';
import { isAbsent, isMinimal, isPresent, type Making } from './making.ts';
import { fixedText } from './prefixes.ts';
import { isOf } from './ties/ids.ts';
import { wildcardAttribute } from './wildcard.ts';

/** The attributes of an element of a complex type. */
export const attributesFor = (
  making: Making,
  type: ComplexType,
  depth: number,
): fc.Arbitrary<readonly XmlAttribute[]> => {
  const uses = type.attributes.flatMap((use) => {
    const one = useOnce(making, use, depth);
    return one === undefined ? [] : [one];
  });
  const any =
    type.anyAttribute === undefined || isMinimal(making, depth)
      ? undefined
      : wildcardAttribute(making, type.anyAttribute);
  const declared = fc.tuple(...uses).map((attributes) => attributes.filter((one) => one !== undefined));
  if (any === undefined) return uses.length === 0 ? fc.constant([]) : declared;
  return fc.tuple(declared, any).map(([own, extra]) => withExtra(making, own, { extra, type }));
};

interface Extra {
  readonly extra: XmlAttribute | undefined;
  readonly type: ComplexType;
}

/** A wildcard never stands for an attribute that the type has, nor for an ID where the type has one (part 1, 3.4.4 clause 5). */
const withExtra = (
  { model }: Making,
  own: readonly XmlAttribute[],
  { extra, type }: Extra,
): readonly XmlAttribute[] => {
  if (extra === undefined || type.attributes.some((use) => sameName(use.declaration.name, extra))) return own;
  const global = model.attributes.get(keyOf(extra));
  const isSecond =
    global !== undefined &&
    isOf(global.type, 'ID') &&
    type.attributes.some(({ declaration }) => isOf(declaration.type, 'ID'));
  return isSecond ? own : [...own, extra];
};

const useOnce = (
  making: Making,
  use: AttributeUse,
  depth: number,
): fc.Arbitrary<XmlAttribute | undefined> | undefined => {
  const { declaration, required } = use;
  const ids = [use.id, declaration.id];
  const isWanted = required || isPresent(making, ...ids);
  if (!required && (isAbsent(making, ...ids) || (isMinimal(making, depth) && !isWanted))) return undefined;
  if (!required && making.heights.lacksText(use)) return undefined;
  const attribute = textOf(making, use).map((value): XmlAttribute => ({ ...declaration.name, value }));
  return isWanted ? attribute : fc.option(attribute, { nil: undefined, freq: 2 });
};

const textOf = ({ model, options, values }: Making, { id, declaration, value }: AttributeUse): fc.Arbitrary<string> => {
  if (value?.kind === 'fixed') return fc.constant(fixedText(model, declaration.type, value));
  return options.overrides?.get(id) ?? options.overrides?.get(declaration.id) ?? values.of(declaration.type);
};
