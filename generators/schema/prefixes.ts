import type { SimpleType, Type } from '#xml/schema/model';
import { attributeNamed } from '#xml/schema/declarations';
import { textOf, type XmlElement } from '#xml/tree';
import { holdsNames, prefixesIn } from './values/names-in-text.ts';

/** An element with the prefixes declared that its QName values rely on. */
export const withPrefixes = (type: Type, element: XmlElement): XmlElement => {
  const own = type.kind === 'simple' ? type : type.simple;
  const texts: readonly (readonly [SimpleType, string])[] = [
    ...(own === undefined ? [] : [[own, textOf(element)] as const]),
    ...element.attributes.flatMap((one) => {
      const use = attributeNamed(type, one);
      return use === undefined ? [] : [[use.declaration.type, one.value] as const];
    }),
  ];
  const needed = texts.filter(([simple]) => holdsNames(simple)).map(([simple, text]) => prefixesIn(simple, text));
  return needed.length === 0
    ? element
    : { ...element, prefixes: Object.assign({}, element.prefixes, ...needed) as Scope };
};

type Scope = Readonly<Record<string, string>>;

/** The value of `xsi:type` for a named type, with the prefix that it needs. */
export const typePrefix = (type: Type): { readonly value: string; readonly prefixes: Scope } => {
  const { namespace = '', name = '' } = type.name ?? {};
  return namespace === '' ? { value: name, prefixes: {} } : { value: `t:${name}`, prefixes: { t: namespace } };
};
