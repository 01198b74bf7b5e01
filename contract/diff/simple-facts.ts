import type { Facet, FacetKind, SimpleType, Type, ValueConstraint } from '#xml/schema/model';
import type { Part } from './part.ts';
import { factsOf } from './part.ts';

/** What is said of the text of an element or attribute. */
export const simpleFacts = (type: SimpleType): Part['facts'] => {
  const facet = (kind: FacetKind): string | undefined =>
    facetOf(type, kind)
      ?.values.map(({ text }) => text)
      .join(' ');
  const patterns = stepsOf(type).flatMap((step) => textsOf(step.facets.find(({ kind }) => kind === 'pattern')));
  return factsOf({
    type: kindOf(type),
    list: listsOf(type)
      .map(({ name }) => name)
      .join(', '),
    ...{ length: facet('length'), minLength: facet('minLength'), maxLength: facet('maxLength') },
    pattern: patterns.length === 0 ? undefined : patterns.join(' + '),
    bounds: bounds.flatMap(([kind, sign]) => joined(sign, facet(kind))).join(', '),
    digits: [...joined('total', facet('totalDigits')), ...joined('fraction', facet('fractionDigits'))].join(', '),
    space: facet('whiteSpace'),
  });
};

const bounds = [
  ['minInclusive', '>='],
  ['minExclusive', '>'],
  ['maxInclusive', '<='],
  ['maxExclusive', '<'],
] as const;

const joined = (sign: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${sign} ${value}`];

const textsOf = (facet: Facet | undefined): readonly string[] =>
  facet === undefined ? [] : [facet.values.map(({ text }) => text).join(' | ')];

/** A type and those that it restricts, up to the one that XSD itself defines. */
const stepsOf = (type: SimpleType): readonly SimpleType[] =>
  type.builtin || type.base === undefined ? [] : [type, ...stepsOf(type.base)];

const facetOf = (type: SimpleType, kind: FacetKind): Facet | undefined =>
  stepsOf(type)
    .flatMap(({ facets }) => facets)
    .find((facet) => facet.kind === kind);

/** The type of XSD that a text is of. */
const kindOf = (type: SimpleType): string => {
  if (type.builtin) return type.name?.name ?? 'anySimpleType';
  if (type.variety === 'list') return `list of ${kindOf(type.item ?? type)}`;
  if (type.variety !== 'union') return type.base === undefined ? 'anySimpleType' : kindOf(type.base);
  return [...new Set(type.members.map(kindOf))].join(' or ');
};

/** Values that a text is one of, with a name of theirs. */
export interface ValueList {
  readonly name: string;
  readonly values: readonly string[];
}

/** The lists that a text is of; of a union those of its members. */
export const listsOf = (type: SimpleType): readonly ValueList[] => {
  const own = stepsOf(type).find(({ facets }) => facets.some(({ kind }) => kind === 'enumeration'));
  const values = own?.facets.find(({ kind }) => kind === 'enumeration')?.values.map(({ text }) => text);
  if (own !== undefined && values !== undefined) return [{ name: own.name?.name ?? nameIn(own.id), values }];
  return [...(type.item === undefined ? [] : [type.item]), ...type.members].flatMap(listsOf);
};

/** Of a type without a name, where it stands. */
const nameIn = (id: string): string => id.slice(id.indexOf('#') + 1);

/** What is said of a value that is always or usually there. */
export const valueFacts = (value: ValueConstraint | undefined): Part['facts'] =>
  value === undefined ? {} : { [value.kind]: value.value };

/** The simple type of a type's text, if it has one. */
export const simpleOf = (type: Type): SimpleType | undefined => (type.kind === 'simple' ? type : type.simple);
