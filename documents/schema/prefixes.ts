import { attributeAt, type Declared } from '#xml/schema/declarations';
import type { ComplexType, SchemaModel, SimpleType, Type, ValueConstraint } from '#xml/schema/model';
import { textOf, type XmlElement } from '#xml/tree';
import { holdsNames } from './values/holds-names.ts';
import { prefixesIn, writtenText } from './values/names-in-text.ts';
import { prefixTableOf } from './values/prefix-table.ts';

/** An element with the prefixes declared that its QName values rely on. */
export const withPrefixes = (model: SchemaModel, declared: Declared, element: XmlElement): XmlElement => {
  const { type } = declared;
  if (!mayHoldNames(type)) return element;
  const own = type.kind === 'simple' ? type : type.simple;
  const texts: readonly Held[] = [
    ...(own === undefined ? [] : [{ type: own, text: ownText(model, declared, { type: own, element }) }]),
    ...element.attributes.flatMap((one) => {
      const use = attributeAt(declared, one);
      return use === undefined ? [] : [{ type: use.declaration.type, text: one.value }];
    }),
  ];
  const named = texts.filter((one) => holdsNames(one.type));
  if (named.length === 0) return element;
  const table = prefixTableOf(model);
  const needed = prefixesIn(table, named.map(({ text }) => text).join(' '));
  // What the element has already is what its xsi:type relies on.
  return { ...element, prefixes: { ...needed, ...element.prefixes } };
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

interface Holder {
  readonly type: SimpleType;
  readonly element: XmlElement;
}

/** The text of an element; without any it has its default or fixed value, which some read with the prefixes of the document. */
const ownText = (model: SchemaModel, declared: Declared, { type, element }: Holder): string => {
  const text = textOf(element);
  const { value } = declared.element;
  return text === '' && value !== undefined ? fixedText(model, type, value) : text;
};

interface Held {
  readonly type: SimpleType;
  readonly text: string;
}

type Scope = Readonly<Record<string, string>>;

/** The value of `xsi:type` for a named type, with the prefix that it needs. */
export const typePrefix = (model: SchemaModel, type: Type): { readonly value: string; readonly prefixes: Scope } => {
  const { namespace = '', name = '' } = type.name ?? {};
  if (namespace === '') return { value: name, prefixes: {} };
  const { namespaceOf } = prefixTableOf(model);
  let prefix = 't';
  for (let count = 1; ![undefined, namespace].includes(namespaceOf(prefix)); count += 1) prefix = `t${String(count)}`;
  return { value: `${prefix}:${name}`, prefixes: { [prefix]: namespace } };
};

/** A fixed value as a document writes it. */
export const fixedText = (model: SchemaModel, type: SimpleType, { value, prefixes }: ValueConstraint): string =>
  writtenText(prefixTableOf(model), type, { text: value, prefixes });
