import fc from 'fast-check';
import { anyType, stringType } from '#xml/schema/builtin-types';
import { isEmptiable } from '#xml/schema/content';
import { ofType, type Declared } from '#xml/schema/declarations';
import type { ComplexType, ElementDeclaration, SimpleType, Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import type { XmlAttribute, XmlElement, XmlNode } from '#xml/tree';
import { elementsFor, typesFor } from './alternatives.ts';
import { attributesFor } from './attributes.ts';
import { childrenFor } from './content.ts';
import { GenerationError } from './generation-error.ts';
import { isAbsent, isGiven, isMinimal, isPresent, type Making } from './making.ts';
import { mixedText } from './mixed.ts';
import { fixedText, typePrefix, withPrefixes } from './prefixes.ts';
import { oneOf } from './one-of.ts';

/** An element for a declaration: of its substitution group, with a type that it may have, nil where that is allowed. */
export const elementFor = (
  making: Making,
  declaration: ElementDeclaration,
  depth: number,
): fc.Arbitrary<XmlElement> => {
  const all = elementsFor(making.model, declaration).flatMap((element) => formsOf(making, element));
  const possible = all.filter((form) => heightOf(making, form) < Infinity && !isUnwanted(making, declaration, form));
  const least = Math.min(...possible.map((form) => heightOf(making, form)));
  const low = possible.filter((form) => heightOf(making, form) === least).slice(0, 1);
  const wanted = possible.filter((form) => isAskedFor(making, declaration, form));
  const forms = isMinimal(making, depth) ? low : wanted.length > 0 ? wanted : possible;
  if (forms.length === 0)
    throw new GenerationError(declaration, 'it can not be made: it is abstract, or never complete');
  return oneOf(
    ...forms.map((form) => ({
      arbitrary: formOf(making, form, depth),
      weight: form.type === form.element.type ? 4 : 1,
    })),
  );
};

const heightOf = ({ heights }: Making, { element, type }: Declared): number => heights.ofForm(element, type);

/** Tells whether a member of the substitution group, or a type that `xsi:type` names, is asked for. */
const isAskedFor = (making: Making, declaration: ElementDeclaration, { element, type }: Declared): boolean =>
  (element !== declaration && isPresent(making, element.id)) || (type !== element.type && isPresent(making, type.id));

/** Tells whether a member of the substitution group, or a type that `xsi:type` names, is never to be there. */
const isUnwanted = (making: Making, declaration: ElementDeclaration, { element, type }: Declared): boolean =>
  (element !== declaration && isAbsent(making, element.id)) || (type !== element.type && isAbsent(making, type.id));

/** The types of one element; of many derived ones the first few. What is given to an element is a value of its own type. */
const formsOf = (making: Making, element: ElementDeclaration): readonly Declared[] => {
  const types = fieldTypes(making, element);
  const isOwn = types.includes(element.type) && isGiven(making, element.id);
  return types
    .filter((type) => type === element.type || (!isOwn && takesValue(making, element, type)))
    .toSorted((one, other) => Number(isPresent(making, other.id)) - Number(isPresent(making, one.id)))
    .slice(0, 12)
    .map((type) => ofType(making.model, element, type));
};

/** The field of a key has a simple type, if need be one that `xsi:type` names (part 1, 3.11.4 clause 3). */
const fieldTypes = ({ model, textFields }: Making, element: ElementDeclaration): readonly Type[] => {
  const types = typesFor(model, element);
  if (!textFields.has(element.id)) return types;
  const simple = types.filter((type) => type.kind === 'simple' || type.simple !== undefined);
  if (simple.length > 0) return simple;
  return element.type === anyType && !element.block.includes('restriction') ? [stringType] : types;
};

/** The default or fixed value of an element must be one of its actual type (part 1, 3.3.4 clause 5.1.1). */
const takesValue = ({ values }: Making, { value }: ElementDeclaration, type: Type): boolean => {
  if (value === undefined) return true;
  const simple = type.kind === 'simple' ? type : type.simple;
  if (simple !== undefined) return values.check(simple, value.value, value.prefixes) === 'yes';
  return type.kind === 'complex' && type.mixed && (type.particle === undefined || isEmptiable(type.particle));
};

const formOf = (making: Making, form: Declared, depth: number): fc.Arbitrary<XmlElement> => {
  const { element, type } = form;
  const below = making.recursive.has(type) ? depth + 1 : depth;
  const attributes = type.kind === 'complex' ? attributesFor(making, type, below) : none;
  const nil = attributes.map((own) =>
    written(making, form, { attributes: [...own, { namespace: xsi, name: 'nil', value: 'true' }], content: [] }),
  );
  if (mustBeNil(making, form, depth)) return nil;
  const children = contentFor(making, form, below);
  const full =
    attributes === none
      ? children.map((content) => written(making, form, { attributes: [], content }))
      : fc.tuple(attributes, children).map(([own, content]) => written(making, form, { attributes: own, content }));
  if (!mayBeNil(making, element) || isMinimal(making, depth)) return full;
  return fc.oneof({ arbitrary: full, weight: 5 }, { arbitrary: nil, weight: 1 });
};

/** Tells whether an element has no content that is ever complete, or none at this depth. */
const mustBeNil = (making: Making, { element, type }: Declared, depth: number): boolean =>
  making.heights.needsNil(element, type) && (isMinimal(making, depth) || making.heights.ofType(type) === Infinity);

const mayBeNil = (making: Making, { id, nillable, value }: ElementDeclaration): boolean =>
  nillable && value?.kind !== 'fixed' && !isGiven(making, id) && !isPresent(making, id);

/** No attributes. */
const none: fc.Arbitrary<readonly XmlAttribute[]> = fc.constant([]);

/** The content of an element: its text, or children. */
type Content = string | readonly XmlNode[];

interface Filling {
  readonly attributes: readonly XmlAttribute[];
  readonly content: Content;
}

const written = ({ model }: Making, form: Declared, { attributes, content }: Filling): XmlElement => {
  const { element, type } = form;
  const { name, namespace } = element.name;
  const children = typeof content !== 'string' ? content : content === '' ? [] : [content];
  if (type === element.type) return withPrefixes(model, form, { name, namespace, attributes, children });
  const typed = typePrefix(model, type);
  const chosen: XmlAttribute = { namespace: xsi, name: 'type', value: typed.value };
  return withPrefixes(model, form, {
    name,
    namespace,
    attributes: [...attributes, chosen],
    children,
    prefixes: typed.prefixes,
  });
};

const contentFor = (making: Making, { element, type }: Declared, depth: number): fc.Arbitrary<Content> => {
  if (type.kind === 'simple') return simpleContent(making, element, type);
  if (type.simple !== undefined) return simpleContent(making, element, type.simple);
  return complexContent(making, { element, type }, depth);
};

const simpleContent = (
  { model, options, values }: Making,
  element: ElementDeclaration,
  type: SimpleType,
): fc.Arbitrary<string> =>
  element.value?.kind === 'fixed'
    ? fc.constant(fixedText(model, type, element.value))
    : (options.overrides?.get(element.id) ?? values.of(type));

const complexContent = (
  making: Making,
  { element, type }: { readonly element: ElementDeclaration; readonly type: ComplexType },
  depth: number,
): fc.Arbitrary<readonly XmlNode[]> => {
  const { particle } = type;
  // A mixed element with a fixed value has that text and no children (part 1, 3.3.4 clause 5.2.2).
  if (element.value?.kind === 'fixed' && (particle === undefined || isEmptiable(particle)))
    return fc.constant([element.value.value]);
  const children = particle === undefined ? fc.constant([]) : childrenFor(making, particle, depth);
  if (!type.mixed) return children;
  return mixedText(children, making.options.overrides?.get(element.id) ?? making.options.text?.({ min: 1, max: 60 }));
};
