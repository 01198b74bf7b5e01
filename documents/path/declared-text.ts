import type { FacetKind, SimpleType } from '#xml/schema/model';
import type { Length } from '../schema/text-source.ts';
import type { Reached } from './declarations-at.ts';

/** The simple type of the text that stands at a declaration; undefined where there is none, or any text will do. */
export const textTypeOf = ({ declaration }: Reached): SimpleType | undefined => {
  const type = declaration.kind === 'use' ? declaration.declaration.type : declaration.type;
  return type.kind === 'simple' ? type : type.simple;
};

/** The length facets of the text that stands at a declaration; from 0 to `Infinity` where there are none. */
export const lengthAt = (reached: Reached): Length => {
  const simple = textTypeOf(reached);
  const exact = facetsOf(simple, 'length');
  return {
    min: Math.max(0, ...exact, ...facetsOf(simple, 'minLength')),
    max: Math.min(Infinity, ...exact, ...facetsOf(simple, 'maxLength')),
  };
};

/** The values of a facet along the whole derivation; every one of them binds. */
const facetsOf = (type: SimpleType | undefined, kind: FacetKind): readonly number[] => {
  if (type === undefined) return [];
  const own = type.facets.filter((facet) => facet.kind === kind).flatMap((facet) => facet.values);
  return [...own.map((value) => Number(value.text)), ...facetsOf(type.base, kind)];
};
