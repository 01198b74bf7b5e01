import { drawFrom } from '#documents/schema/values/draws';
import { clauses, type Clause, type Sketch } from '../clauses/clause.ts';
import { chance, locals, type Chance } from './chance.ts';

/** A schema that nobody thought of, the same for the same seed; it need not be a valid one. */
export const randomSchema = (seed: number): Clause => {
  const by = chance(drawFrom([seed + 1, seed * 7 + 3]));
  const [clause] = clauses({ [`random ${String(seed)}`]: sketchOf(by, components(by)) });
  if (clause === undefined) throw new Error('one sketch is one clause');
  return clause;
};

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const times = (count: number, make: (index: number) => string): string => each(count, make).join('');

const [simpleTypes, complexTypes] = [6, 4];

/** All in one document, or some of it in another that is included or redefined. */
const sketchOf = (by: Chance, [root, ...others]: readonly [root: string, ...others: readonly string[]]): Sketch => {
  const how = by.one(['one', 'one', 'one', 'include', 'chameleon', 'redefine']);
  if (how === 'one') return [...others, root].join('\n');
  const apart = others.filter(() => how === 'redefine' || by.oneIn(2));
  const here = others.filter((one) => !apart.includes(one));
  const isNameless = how === 'chameleon' || (how === 'redefine' && by.oneIn(2));
  const whole = apart.join('\n');
  return {
    's.xsd': [how === 'redefine' ? redefinition(by) : '<xs:include schemaLocation="t.xsd"/>', ...here, root].join('\n'),
    't.xsd': isNameless ? `<xs:schema elementFormDefault="qualified">${whole}</xs:schema>` : whole,
  };
};

const redefinition = (by: Chance): string => {
  const pieces = [
    `<xs:simpleType name="S0"><xs:restriction base="S0">${by.oneIn(2) ? patternFacet(by) : ''}</xs:restriction></xs:simpleType>`,
    '<xs:complexType name="C0"><xs:complexContent><xs:extension base="C0"><xs:attribute name="z" type="xs:int" use="required"/></xs:extension></xs:complexContent></xs:complexType>',
    '<xs:group name="G"><xs:choice><xs:group ref="G"/><xs:element name="g2" type="xs:date"/></xs:choice></xs:group>',
    '<xs:attributeGroup name="A"><xs:attributeGroup ref="A"/><xs:attribute name="g9" type="xs:int"/></xs:attributeGroup>',
  ];
  return `<xs:redefine schemaLocation="t.xsd">${pieces.filter(() => by.oneIn(2)).join('')}</xs:redefine>`;
};

const components = (by: Chance): readonly [root: string, ...others: readonly string[]] => {
  // Elements of one name in one content have one type, so each name has its own.
  const typeOf = Array.from({ length: locals }, () =>
    by.oneIn(3) ? `C${String(by.upTo(complexTypes - 1))}` : `S${String(by.upTo(simpleTypes - 1))}`,
  );
  const heads = by.oneIn(2);
  return [
    `<xs:element name="r" type="C${String(by.upTo(complexTypes - 1))}">${by.oneIn(3) ? identities(by) : ''}</xs:element>`,
    ...each(simpleTypes, (index) => simpleType(by, index)),
    heads
      ? '<xs:element name="h" type="C0" abstract="true"/><xs:element name="h1" type="C0" substitutionGroup="h"/><xs:element name="h2" substitutionGroup="h" type="C0"/>'
      : '<xs:element name="h" type="S0"/>',
    `<xs:attributeGroup name="A">${attributes(by, 'g')}</xs:attributeGroup>`,
    `<xs:group name="G"><xs:choice><xs:element name="g0" type="S0"/><xs:element name="g1" type="S1"${counts(by)}/></xs:choice></xs:group>`,
    ...each(complexTypes, (index) => complexType(by, index, typeOf)),
  ];
};

const identities = (by: Chance): string => {
  // One level, since of elements that are selected one inside the other Xerces does not see each.
  const selector = (): string => by.one(['t:e0', 't:e1', 't:e2', 't:e3', '*', 't:e4|t:e5', 't:e1/t:e2']);
  const field = by.one(['@a0', '@a1', '.', '@g0', 't:e6']);
  const tied = (tag: string, name: string, refer = ''): string =>
    `<xs:${tag} name="${name}"${refer} xmlns:t="urn:t"><xs:selector xpath="${selector()}"/><xs:field xpath="${field}"/></xs:${tag}>`;
  const first = tied(by.one(['unique', 'key']), 'k');
  return by.oneIn(3) ? first + tied('keyref', 'f', ' refer="k"') : first;
};

const simpleType = (by: Chance, index: number): string =>
  `<xs:simpleType name="S${String(index)}">${variety(by, index)}</xs:simpleType>`;

const variety = (by: Chance, index: number): string => {
  const earlier = index === 0 ? 'xs:int' : `S${String(by.upTo(index - 1))}`;
  if (index > 0 && by.oneIn(6))
    return `<xs:restriction base="${earlier}">${by.oneIn(2) ? patternFacet(by) : ''}</xs:restriction>`;
  if (by.oneIn(8)) return `<xs:list itemType="${by.one(['xs:int', 'xs:NMTOKEN', 'xs:date', 'xs:boolean'])}"/>`;
  if (by.oneIn(8))
    return `<xs:union memberTypes="${by.one(['xs:int', 'xs:date', 'xs:boolean'])} ${by.one(['xs:token', 'xs:NCName', 'xs:decimal'])}"/>`;
  const [base, facets] = by.one(kinds)(by);
  return `<xs:restriction base="xs:${base}">${facets}</xs:restriction>`;
};

type Kind = (by: Chance) => readonly [base: string, facets: string];

const facet = (name: string, value: string | number): string => `<xs:${name} value="${String(value)}"/>`;

const texts: Kind = (by) => [
  by.one(['string', 'normalizedString', 'token', 'anyURI', 'NMTOKEN', 'Name', 'NCName', 'language']),
  by.one([
    () => '',
    () => lengths(by),
    () => patternFacet(by),
    () => patternFacet(by) + lengths(by),
    () => times(1 + by.upTo(3), (index) => facet('enumeration', `w${String(index)}`)),
  ])(),
];

const lengths = (by: Chance): string => {
  if (by.oneIn(4)) return facet('length', 1 + by.upTo(6));
  const least = by.upTo(4);
  return (by.oneIn(2) ? facet('minLength', least) : '') + (by.oneIn(2) ? facet('maxLength', least + by.upTo(8)) : '');
};

const whole: Kind = (by) => [
  by.one(['integer', 'int', 'long', 'short', 'nonNegativeInteger', 'positiveInteger', 'unsignedByte', 'decimal']),
  by.one([
    () => '',
    () => facet('minInclusive', by.upTo(50)) + facet('maxInclusive', 50 + by.upTo(50)),
    () => facet('minExclusive', by.upTo(50)) + facet('maxExclusive', 52 + by.upTo(50)),
    () => facet('totalDigits', 1 + by.upTo(3)),
    () => facet('pattern', by.one(['[1-9][0-9]?', '\\d{1,2}', '0|1|2'])),
  ])(),
];

const fractions: Kind = (by) => [
  'decimal',
  facet('fractionDigits', by.upTo(3)) +
    (by.oneIn(2) ? facet('minInclusive', `-${String(by.upTo(9))}.5`) : '') +
    (by.oneIn(2) ? facet('maxExclusive', `${String(by.upTo(9))}.25`) : ''),
];

const floats: Kind = (by) => [
  by.one(['double', 'float']),
  by.oneIn(2) ? '' : facet('minInclusive', `${String(by.upTo(9))}.5`) + facet('maxInclusive', '1e3'),
];

const moments: Kind = (by) =>
  by.one([
    ['date', ''],
    ['date', facet('minInclusive', '2020-02-29') + facet('maxInclusive', '2024-02-29')],
    ['dateTime', facet('minExclusive', '2020-01-01T00:00:00')],
    ['time', facet('maxInclusive', '12:00:00')],
    ['gYear', facet('minInclusive', '1999') + facet('maxInclusive', '2030')],
    ['gYearMonth', ''],
    ['gMonthDay', ''],
    ['duration', ''],
  ] as const);

const octets: Kind = (by) => [
  by.one(['hexBinary', 'base64Binary']),
  by.oneIn(2) ? '' : facet('minLength', by.upTo(3)) + facet('maxLength', 3 + by.upTo(4)),
];
const truths: Kind = (by) => ['boolean', by.oneIn(3) ? facet('pattern', 'true|0') : ''];

const kinds: readonly [Kind, ...Kind[]] = [
  texts,
  texts,
  texts,
  whole,
  whole,
  fractions,
  floats,
  moments,
  moments,
  octets,
  truths,
];

const patternFacet = (by: Chance): string => facet('pattern', pattern(by, 2));

const pattern = (by: Chance, depth: number): string => {
  const branch = (): string =>
    times(1 + by.upTo(3), () => atom(by, depth) + by.one(['', '', '', '?', '*', '+', '{2}', '{1,3}', '{2,}']));
  return by.oneIn(4) ? `${branch()}|${branch()}` : branch();
};

const atom = (by: Chance, depth: number): string => {
  if (depth > 0 && by.oneIn(4)) return `(${pattern(by, depth - 1)})`;
  return by.one([
    'a',
    'b',
    'z',
    '0',
    '7',
    '-',
    '_',
    '[a-c]',
    '[A-Z]',
    '[^x]',
    '[a-z-[aeiou]]',
    '[0-9a-f]',
    '\\d',
    '\\w',
    '\\c',
    '\\i',
    '\\.',
    '\\p{Lu}',
    '\\p{L}',
    '\\P{N}',
    '.',
    '[\\d.]',
    ' ',
  ]);
};

const complexType = (by: Chance, index: number, typeOf: readonly string[]): string => {
  const name = `C${String(index)}`;
  if (index === 0) return `<xs:complexType name="${name}">${group(by, typeOf, 2)}${attributes(by)}</xs:complexType>`;
  if (by.oneIn(3))
    return `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="C0">${group(by, typeOf, 1)}</xs:extension></xs:complexContent></xs:complexType>`;
  if (by.oneIn(5))
    return `<xs:complexType name="${name}"><xs:simpleContent><xs:extension base="S${String(by.upTo(simpleTypes - 1))}">${attributes(by)}</xs:extension></xs:simpleContent></xs:complexType>`;
  const mixed = by.oneIn(5) ? ' mixed="true"' : '';
  const content = by.oneIn(8) ? all(by, typeOf) : by.oneIn(10) ? '' : group(by, typeOf, 2);
  const shared = by.oneIn(4) ? '<xs:attributeGroup ref="A"/>' : '';
  return `<xs:complexType name="${name}"${mixed}>${content}${attributes(by)}${shared}</xs:complexType>`;
};

const attributes = (by: Chance, letter = 'a'): string =>
  times(by.upTo(3), (index) => {
    const how = by.one(['', ' use="required"', ' use="optional"']);
    if (by.oneIn(6))
      return `<xs:attribute name="${letter}${String(index)}" type="xs:int"${by.one([' fixed="7"', ' default="7"'])}/>`;
    if (by.oneIn(12)) return `<xs:attribute name="${letter}${String(index)}" type="xs:ID"/>`;
    return `<xs:attribute name="${letter}${String(index)}" type="S${String(by.upTo(simpleTypes - 1))}"${how}/>`;
  }) +
  (by.oneIn(6)
    ? `<xs:anyAttribute namespace="${by.one(['##other', '##any', '##targetNamespace'])}" processContents="${by.one(['lax', 'skip', 'strict'])}"/>`
    : '');

const all = (by: Chance, typeOf: readonly string[]): string =>
  `<xs:all>${typeOf
    .slice(0, 1 + by.upTo(3))
    .map((type, index) => `<xs:element name="e${String(index)}" type="${type}"${by.one(['', ' minOccurs="0"'])}/>`)
    .join('')}</xs:all>`;

const counts = (by: Chance): string =>
  by.one([
    '',
    '',
    '',
    ' minOccurs="0"',
    ' minOccurs="0"',
    ' maxOccurs="unbounded"',
    ' minOccurs="0" maxOccurs="unbounded"',
  ]);

const group = (by: Chance, typeOf: readonly string[], depth: number): string => {
  const tag = by.one(['sequence', 'sequence', 'choice']);
  return `<xs:${tag}${counts(by)}>${times(1 + by.upTo(3), () => particle(by, typeOf, depth))}</xs:${tag}>`;
};

const particle = (by: Chance, typeOf: readonly string[], depth: number): string => {
  if (depth > 0 && by.oneIn(3)) return group(by, typeOf, depth - 1);
  if (by.oneIn(12)) return `<xs:any namespace="##other" processContents="${by.one(['lax', 'skip'])}"${counts(by)}/>`;
  if (by.oneIn(10)) return `<xs:element ref="h"${counts(by)}/>`;
  if (by.oneIn(12)) return `<xs:group ref="G"${counts(by)}/>`;
  if (by.oneIn(14))
    return `<xs:element name="f${String(by.upTo(3))}" type="xs:int"${by.one([' fixed="5"', ' default="5"'])}${counts(by)}/>`;
  // Mostly each name once, or hardly any content model would be unambiguous.
  const index = by.oneIn(12) ? by.upTo(locals - 1) : by.next();
  const nillable = by.oneIn(8) ? ' nillable="true"' : '';
  return `<xs:element name="e${String(index)}" type="${typeOf[index] ?? 'S0'}"${nillable}${counts(by)}/>`;
};
