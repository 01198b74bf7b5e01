import type { FacetKind, SimpleType } from '#xml/schema/model';
import { patternText } from './pattern-text.ts';

/** A plain text that a simple type takes, as far as its facets tell it one at a time. */
export const sampleText = (type: SimpleType): string => {
  const enumerated = facetOf(type, 'enumeration');
  if (enumerated !== undefined) return enumerated;
  const [member] = type.members;
  if (member !== undefined) return sampleText(member);
  const pattern = facetOf(type, 'pattern');
  if (pattern !== undefined) return patternText(pattern) ?? plainText(type);
  return facetOf(type, 'minInclusive') ?? longEnough(plainText(type), type);
};

const facetOf = (type: SimpleType, kind: FacetKind): string | undefined =>
  type.facets.find((facet) => facet.kind === kind)?.values[0]?.text ?? (type.base && facetOf(type.base, kind));

const plainText = (type: SimpleType): string => {
  if (!type.builtin && type.base !== undefined) return plainText(type.base);
  return plainTexts[type.name?.name ?? ''] ?? '1';
};

const longEnough = (text: string, type: SimpleType): string =>
  text === '1' ? text.repeat(Math.max(1, Number(facetOf(type, 'length') ?? facetOf(type, 'minLength') ?? 1))) : text;

const plainTexts: Readonly<Record<string, string>> = {
  boolean: 'true',
  date: '2020-01-01',
  dateTime: '2020-01-01T00:00:00Z',
  time: '00:00:00Z',
  duration: 'P1D',
  gYear: '2020',
  gYearMonth: '2020-01',
  anyURI: 'urn:1',
  Name: 'a',
  NCName: 'a',
  ID: 'a',
  language: 'nl',
  base64Binary: 'MQ==',
  hexBinary: '31',
  negativeInteger: '-1',
  nonPositiveInteger: '-1',
};
