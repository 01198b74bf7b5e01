import { attributeAt, type Declared } from '#xml/schema/declarations';
import type { ComplexType, SimpleType, Type, ValueConstraint } from '#xml/schema/model';
import { textOf, type XmlElement } from '#xml/tree';
import { holdsNames } from './values/holds-names.ts';
import { prefixesIn, prefixesOfFixed, writtenText } from './values/names-in-text.ts';

/** An element with the prefixes declared that its QName values rely on. */
export const withPrefixes = (declared: Declared, element: XmlElement): XmlElement => {
  const { type } = declared;
  if (!mayHoldNames(type)) return element;
  const own = type.kind === 'simple' ? type : type.simple;
  const texts: readonly Held[] = [
    ...(own === undefined ? [] : [{ type: own, text: textOf(element), value: declared.element.value }]),
    ...element.attributes.flatMap((one) => {
      const use = attributeAt(declared, one);
      return use === undefined ? [] : [{ type: use.declaration.type, text: one.value, value: use.value }];
    }),
  ];
  const needed = texts.filter((one) => holdsNames(one.type)).map(prefixesFor);
  return needed.length === 0
    ? element
    : { ...element, prefixes: Object.assign({}, element.prefixes, ...needed) as Scope };
};

/** Tells whether values on an element of a type can be names; remembered, as this is asked for each element that is made. */
const mayHoldNames = (type: Type): boolean => {
  const known = holders.get(type) ?? (type.kind === 'simple' ? holdsNames(type) : complexHoldsNames(type));
  holders.set(type, known);
  return known;
};

const holders = new WeakMap<Type, boolean>();

const complexHoldsNames = ({ simple, attributes, anyAttribute }: ComplexType): boolean =>
  anyAttribute !== undefined ||
  (simple !== undefined && holdsNames(simple)) ||
  attributes.some(({ declaration }) => holdsNames(declaration.type));

interface Held {
  readonly type: SimpleType;
  readonly text: string;
  readonly value: ValueConstraint | undefined;
}

/** A prefix of a fixed value means what it does in the schema. */
const prefixesFor = ({ type, text, value }: Held): Scope => {
  const known = value === undefined ? {} : prefixesOfFixed(type, { text: value.value, prefixes: value.prefixes });
  return { ...prefixesIn(type, text), ...known };
};

type Scope = Readonly<Record<string, string>>;

/** The value of `xsi:type` for a named type, with the prefix that it needs. */
export const typePrefix = (type: Type): { readonly value: string; readonly prefixes: Scope } => {
  const { namespace = '', name = '' } = type.name ?? {};
  return namespace === '' ? { value: name, prefixes: {} } : { value: `t:${name}`, prefixes: { t: namespace } };
};

/** A fixed value as a document writes it. */
export const fixedText = (type: SimpleType, { value, prefixes }: ValueConstraint): string =>
  writtenText(type, { text: value, prefixes });
