import fc from 'fast-check';
import type { AttributeDeclaration, SchemaModel, Wildcard } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { stringType as string } from '#xml/schema/builtin-types';
import { xsi } from '#xml/schema/names';
import { element, type XmlAttribute, type XmlElement } from '#xml/tree';
import { attributesIn, elementsIn, foreignNamespace, unusedName } from './alternatives.ts';
import { GenerationError } from './generation-error.ts';
import { isMinimal, isPresent, type Making } from './making.ts';
import { oneOf } from './one-of.ts';
import { fixedText, typePrefix } from './prefixes.ts';

/** An element that a wildcard takes: one that no schema knows where it may be, or a global one. */
export const wildcardElement = (making: Making, wildcard: Wildcard, depth: number): fc.Arbitrary<XmlElement> => {
  const { model, heights } = making;
  const known = elementsIn(model, wildcard).filter((one) => heights.ofElement(one) < Infinity);
  const namespace = wildcard.process === 'strict' ? undefined : foreignNamespace(model, wildcard);
  const unknown = namespace === undefined ? [] : [unknownElement(unusedName(model, namespace), namespace)];
  const low = known
    .slice()
    .sort((one, other) => heights.ofElement(one) - heights.ofElement(other))
    .slice(0, 1);
  const wanted = known.filter((one) => isPresent(making, one.id));
  if (wanted.length > 0 && wildcard.process !== 'skip' && !isMinimal(making, depth))
    return oneOf(...wanted.map((one) => making.element(one, depth + 1)));
  const used = isMinimal(making, depth) ? (unknown.length > 0 ? [] : low) : known.slice(0, 20);
  const all = [...unknown, ...used.map((one) => making.element(one, depth + 1))];
  if (all.length > 0) return oneOf(...all);
  const typed = foreignNamespace(model, wildcard);
  if (typed === undefined) throw new GenerationError(wildcard, 'no element is known that it takes');
  return making.values
    .of(string)
    .map((text) => typedElement(model, { namespace: typed, name: unusedName(model, typed) }, text));
};

/** No declaration is needed for an element that names its type (part 1, 3.10.1 and 5.2). */
const typedElement = (model: SchemaModel, { namespace, name }: QName, text: string): XmlElement => {
  const { value, prefixes } = typePrefix(model, string);
  const typed = element(namespace, name, text === '' ? [] : [text], [{ namespace: xsi, name: 'type', value }]);
  return { ...typed, prefixes };
};

const unknownElement = (name: string, namespace: string): fc.Arbitrary<XmlElement> =>
  fc.constantFrom('', 'vrije inhoud').map((text) => element(namespace, name, text === '' ? [] : [text]));

/** An attribute that a wildcard takes, or none, unless one is asked for; undefined when there can be none. */
export const wildcardAttribute = (
  making: Making,
  wildcard: Wildcard,
): fc.Arbitrary<XmlAttribute | undefined> | undefined => {
  const { model, values, heights } = making;
  const known = attributesIn(model, wildcard).filter((one) => !heights.lacksText(one));
  const namespace = wildcard.process === 'strict' ? undefined : foreignNamespace(model, wildcard);
  const free =
    namespace === undefined || namespace === xsi || model.attributes.has(keyOf({ namespace, name: 'onbekend' }))
      ? []
      : [fc.constant({ namespace, name: 'onbekend', value: 'vrij' })];
  const made = (one: AttributeDeclaration): fc.Arbitrary<XmlAttribute> =>
    (one.value?.kind === 'fixed' ? fc.constant(fixedText(model, one.type, one.value)) : values.of(one.type)).map(
      (value) => ({
        ...one.name,
        value,
      }),
    );
  const wanted = wildcard.process === 'skip' ? [] : known.filter(({ id }) => isPresent(making, id));
  const all = wanted.length > 0 ? wanted.map(made) : [...free, ...known.slice(0, 20).map(made)];
  if (all.length === 0) return undefined;
  return wanted.length > 0 ? oneOf(...all) : fc.option(oneOf(...all), { nil: undefined, freq: 2 });
};
