import type { FacetKind, SimpleType } from '#xml/schema/model';

const lengths = ['length', 'minLength', 'maxLength'] as const;
const bounds = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const;
const always = ['pattern', 'whiteSpace'] as const;

const text: readonly FacetKind[] = [...lengths, ...always, 'enumeration'];
const ordered: readonly FacetKind[] = [...bounds, ...always, 'enumeration'];

/** The facets that a primitive type takes (part 2, 4.1.5). */
const byPrimitive: Readonly<Record<string, readonly FacetKind[]>> = {
  boolean: always,
  decimal: [...ordered, 'totalDigits', 'fractionDigits'],
  ...Object.fromEntries(
    ['string', 'hexBinary', 'base64Binary', 'anyURI', 'QName', 'NOTATION'].map((name) => [name, text]),
  ),
};

/** The facets that a restriction of a type may have (part 2, 4.1.5). */
export const applicable = (type: SimpleType): readonly FacetKind[] => {
  if (type.variety === 'list') return text;
  if (type.variety === 'union') return ['pattern', 'enumeration'];
  return byPrimitive[primitiveOf(type)] ?? ordered;
};

/** Local name of the primitive type that an atomic type is derived from. */
export const primitiveOf = (type: SimpleType): string => {
  let now = type;
  while (now.base !== undefined && now.base.variety !== 'any') now = now.base;
  return now.name?.name ?? '';
};
