import { drawFrom } from '#documents/schema/values/draws';
import { clauses, type Clause } from '../clauses/clause.ts';
import { chance, type Chance } from './chance.ts';

/** A simple type in two steps that may contradict one another, the same for the same seed (part 2, 4.3). */
export const randomFacets = (seed: number): Clause => {
  const by = chance(drawFrom([seed + 1, seed * 13 + 7]));
  const kind = by.one(kinds);
  const first = facetsOf(by, kind, '');
  const step = (base: string, facets: string): string => `<xs:restriction base="${base}">${facets}</xs:restriction>`;
  const [clause] = clauses({
    [`facets ${String(seed)}`]: `
<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType><xs:simpleType name="U"><xs:union memberTypes="xs:int xs:NCName"/></xs:simpleType>
<xs:simpleType name="A">${step(by.one(kind.bases), first)}</xs:simpleType>
<xs:simpleType name="B">${step('A', facetsOf(by, kind, first))}</xs:simpleType>
<xs:element name="r" type="B"/>`,
  });
  if (clause === undefined) throw new Error('one sketch is one clause');
  return clause;
};

/**
 * Built-in types, facets and values that go together, most of the time. Left out is what the standard leaves open or Xerces
 * reads otherwise: NaN as a bound, dates of which one has a time zone, and a minLength of 0.
 */
interface Kind {
  readonly bases: readonly [string, ...string[]];
  readonly facets: readonly [string, ...string[]];
  readonly values: readonly [string, ...string[]];
}

const lengths = ['length', 'minLength', 'maxLength'] as const;
const bounds = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const;
const common = ['enumeration', 'pattern', 'whiteSpace'] as const;

const kinds: readonly [Kind, ...Kind[]] = [
  {
    bases: ['xs:string', 'xs:normalizedString', 'xs:token', 'xs:NMTOKEN', 'xs:anyURI', 'xs:language'],
    facets: [...lengths, ...lengths, ...common],
    values: ['a', 'ab', 'abc', 'a b', ' a', 'nl', 'x-y'],
  },
  {
    bases: ['xs:decimal', 'xs:integer', 'xs:byte', 'xs:nonNegativeInteger'],
    facets: [...bounds, ...bounds, 'totalDigits', 'fractionDigits', ...common],
    values: ['0', '1', '2', '3', '10', '-1', '1.5', '007', '127', '128', '+2', '2.0'],
  },
  {
    bases: ['xs:double', 'xs:float'],
    facets: [...bounds, ...bounds, ...common],
    values: ['0', '1', '1.0E0', 'INF', '-INF', '2.5', '1e1'],
  },
  {
    bases: ['xs:date'],
    facets: [...bounds, ...bounds, ...common],
    values: ['2020-01-01', '2020-02-29', '2021-01-01', '2019-12-31', '2020-13-01'],
  },
  {
    bases: ['xs:duration'],
    facets: [...bounds, ...bounds, 'enumeration', 'whiteSpace'],
    values: ['P1Y', 'P12M', 'P2Y', 'P1D', 'PT24H', 'P0D', '-P1D', 'P'],
  },
  { bases: ['xs:boolean'], facets: [...common, 'length'], values: ['true', 'false', '1', '0'] },
  { bases: ['xs:hexBinary'], facets: [...lengths, ...lengths, ...common], values: ['', '0a', '0A0b', 'FF'] },
  { bases: ['L', 'xs:NMTOKENS'], facets: [...lengths, ...lengths, ...common], values: ['1', '1 2', '1 2 3', '01'] },
  { bases: ['U'], facets: ['enumeration', 'pattern', 'enumeration', 'length'], values: ['1', 'a', '01', 'a b'] },
];

/**
 * Facets beside those of an earlier step. Xerces looks at no minLength of a base that has a maxLength, at no fractionDigits of a
 * base beside a totalDigits, and at bounds that the base itself excludes with the patterns of the base.
 */
const facetsOf = (by: Chance, { facets, values }: Kind, earlier: string): string => {
  const drawn = new Set(Array.from({ length: by.upTo(3) }, () => by.one(facets)));
  const names = [...drawn].filter(
    (name) =>
      !(name === 'minLength' && earlier.includes('maxLength')) &&
      !(name === 'totalDigits' && earlier.includes('fractionDigits')) &&
      !(earlier.includes('xs:pattern') && bounds.some((one) => one === name)),
  );
  return names
    .flatMap((name) => (name === 'enumeration' && by.oneIn(2) ? [name, name] : [name]))
    .map(
      (name) =>
        `<xs:${name} value="${valueFor(by, name, values)}"${by.oneIn(8) && isFixable(name) ? ' fixed="true"' : ''}/>`,
    )
    .join('');
};

const isFixable = (name: string): boolean => name !== 'enumeration' && name !== 'pattern';

const valueFor = (by: Chance, name: string, values: Kind['values']): string => {
  if (name === 'whiteSpace') return by.one(['preserve', 'replace', 'collapse']);
  if (name === 'pattern') return by.one(['.*', '[a-z]+', '\\d+', '.{1,3}', '1|2']);
  if (name === 'minLength') return String(1 + by.upTo(2));
  if (name.includes('ength') || name.includes('Digits')) return String(by.upTo(3));
  return by.one(values);
};
