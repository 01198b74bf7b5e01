import { clause, restriction, root, value, type Clause } from './clause.ts';

type Facets = readonly (readonly [kind: string, value: string])[];

const typed = (name: string, base: string, facets: Facets): Clause => clause(name, value(restriction(base, facets)));

/** Facets: part 2, 4.3. */
export const facets: readonly Clause[] = [
  typed('2, 4.3.1: length', 'string', [['length', '4']]),
  typed('2, 4.3.1: length of octets', 'hexBinary', [['length', '3']]),
  typed('2, 4.3.1: length of base64', 'base64Binary', [['length', '4']]),
  typed('2, 4.3.2: minLength', 'string', [['minLength', '3']]),
  typed('2, 4.3.2: minLength of a token', 'token', [['minLength', '3']]),
  typed('2, 4.3.3: maxLength', 'string', [['maxLength', '5']]),
  typed('2, 4.3.3: maxLength of zero', 'string', [['maxLength', '0']]),
  typed('2, 4.3.3: both lengths', 'normalizedString', [
    ['minLength', '2'],
    ['maxLength', '4'],
  ]),
  typed('2, 4.3.3: maxLength of a URI', 'anyURI', [['maxLength', '12']]),
  typed('2, 4.3.3: lengths of a name', 'NCName', [
    ['minLength', '2'],
    ['maxLength', '6'],
  ]),
  typed('2, 4.3.4: a pattern', 'string', [['pattern', '[1-9][0-9]{3}[A-Z]{2}']]),
  typed('2, 4.3.4: alternatives', 'string', [
    ['pattern', '[a-c]+'],
    ['pattern', '[0-9]{2}'],
  ]),
  typed('2, 4.3.4: a pattern with lengths', 'string', [
    ['pattern', '(ab|c)*'],
    ['minLength', '3'],
    ['maxLength', '5'],
  ]),
  typed('2, 4.3.4: a pattern of a token', 'token', [['pattern', '[a-z ]{3,9}']]),
  typed('2, 4.3.4: a pattern of a date', 'date', [['pattern', '[0-9]{4}-[0-9]{2}-01']]),
  typed('2, 4.3.4: a pattern of a decimal', 'decimal', [
    ['pattern', '[0-9]+\\.[0-9]{2}'],
    ['maxInclusive', '100'],
  ]),
  typed('2, 4.3.4: a pattern of an integer within bounds', 'integer', [
    ['pattern', '[0-9]{4}'],
    ['minInclusive', '1900'],
    ['maxInclusive', '2100'],
  ]),
  typed('2, 4.3.4: a pattern of a boolean', 'boolean', [['pattern', 'true|false']]),
  typed('2, 4.3.4: a pattern that forbids line breaks', 'string', [
    ['pattern', '[^\\n\\r]*'],
    ['maxLength', '40'],
  ]),
  clause(
    '2, 4.3.4: patterns of two steps',
    `<xs:simpleType name="S">${restriction('string', [
      ['pattern', '[a-z]*'],
      ['maxLength', '9'],
    ])}</xs:simpleType>${value(restriction('string', [['pattern', '.*x.*']]).replace('xs:string', 'S'))}`,
  ),
  typed('2, 4.3.5: an enumeration', 'string', [
    ['enumeration', 'een'],
    ['enumeration', 'twee drie'],
    ['enumeration', 'Één & ander'],
  ]),
  typed('2, 4.3.5: an enumeration of decimals', 'decimal', [
    ['enumeration', '1.0'],
    ['enumeration', '2.50'],
  ]),
  typed('2, 4.3.5: an enumeration of dates', 'date', [
    ['enumeration', '2024-01-01'],
    ['enumeration', '2024-02-29Z'],
  ]),
  typed('2, 4.3.5: an enumeration with a length', 'NMTOKEN', [
    ['enumeration', 'a'],
    ['enumeration', 'bb'],
    ['enumeration', 'ccc'],
    ['maxLength', '2'],
  ]),
  clause(
    '2, 4.3.5: an enumeration of an enumeration',
    `<xs:simpleType name="S">${restriction('string', [
      ['enumeration', 'a'],
      ['enumeration', 'b'],
      ['enumeration', 'c'],
    ])}</xs:simpleType>${value(
      restriction('string', [
        ['enumeration', 'a'],
        ['enumeration', 'b'],
      ]).replace('xs:string', 'S'),
    )}`,
  ),
  typed('2, 4.3.6: whiteSpace collapse', 'string', [
    ['whiteSpace', 'collapse'],
    ['maxLength', '8'],
  ]),
  typed('2, 4.3.6: whiteSpace replace', 'string', [
    ['whiteSpace', 'replace'],
    ['minLength', '2'],
  ]),
  typed('2, 4.3.7: maxInclusive', 'integer', [['maxInclusive', '10']]),
  typed('2, 4.3.8: maxExclusive', 'integer', [['maxExclusive', '10']]),
  typed('2, 4.3.9: minExclusive', 'decimal', [['minExclusive', '-1.5']]),
  typed('2, 4.3.10: minInclusive', 'decimal', [['minInclusive', '0.01']]),
  typed('2, 4.3.10: both bounds', 'decimal', [
    ['minInclusive', '-0.5'],
    ['maxExclusive', '0.75'],
    ['fractionDigits', '2'],
  ]),
  typed('2, 4.3.10: bounds of a date', 'date', [
    ['minInclusive', '2024-01-01'],
    ['maxInclusive', '2024-12-31'],
  ]),
  typed('2, 4.3.10: bounds of a dateTime in a time zone', 'dateTime', [
    ['minInclusive', '2024-01-01T00:00:00Z'],
    ['maxExclusive', '2024-02-01T00:00:00Z'],
  ]),
  typed('2, 4.3.10: bounds of a time', 'time', [
    ['minInclusive', '08:00:00'],
    ['maxInclusive', '18:00:00'],
  ]),
  typed('2, 4.3.10: bounds of a year', 'gYear', [
    ['minInclusive', '2000'],
    ['maxInclusive', '2010'],
  ]),
  typed('2, 4.3.10: bounds of a year and month', 'gYearMonth', [
    ['minInclusive', '2000-05'],
    ['maxInclusive', '2001-02'],
  ]),
  typed('2, 4.3.10: bounds of a double', 'double', [
    ['minInclusive', '-1.5'],
    ['maxInclusive', '1e3'],
  ]),
  typed('2, 4.3.10: bounds of a float', 'float', [
    ['minExclusive', '0'],
    ['maxExclusive', '1'],
  ]),
  typed('2, 4.3.10: bounds of a duration', 'duration', [
    ['minInclusive', 'P1D'],
    ['maxInclusive', 'P30D'],
  ]),
  typed('2, 4.3.11: totalDigits', 'decimal', [['totalDigits', '4']]),
  typed('2, 4.3.11: totalDigits of an integer', 'integer', [['totalDigits', '3']]),
  typed('2, 4.3.12: fractionDigits', 'decimal', [['fractionDigits', '2']]),
  typed('2, 4.3.12: digits and bounds', 'decimal', [
    ['totalDigits', '5'],
    ['fractionDigits', '2'],
    ['minInclusive', '0'],
  ]),
];

const named = (name: string, content: string): string => `<xs:simpleType name="${name}">${content}</xs:simpleType>`;
const colours = restriction('string', [
  ['enumeration', 'rood'],
  ['enumeration', 'groen'],
]);

/** Lists and unions: part 2, 2.5.1. */
export const constructed: readonly Clause[] = [
  clause('2, 2.5.1.2: a list', value('<xs:list itemType="xs:int"/>')),
  clause(
    '2, 2.5.1.2: a list of an anonymous type',
    value(`<xs:list><xs:simpleType>${colours}</xs:simpleType></xs:list>`),
  ),
  clause(
    '2, 2.5.1.2: lengths of a list',
    `${named('L', '<xs:list itemType="xs:date"/>')}${value(
      restriction('L:', [
        ['minLength', '2'],
        ['maxLength', '3'],
      ]).replace('L:', 'L'),
    )}`,
  ),
  clause(
    '2, 2.5.1.2: length of a list of names',
    `${named('L', '<xs:list itemType="xs:NMTOKEN"/>')}${value(restriction('L:', [['length', '2']]).replace('L:', 'L'))}`,
  ),
  clause(
    '2, 2.5.1.2: enumeration of a list',
    `${named('L', '<xs:list itemType="xs:int"/>')}${value(
      restriction('L:', [
        ['enumeration', '1 2'],
        ['enumeration', '3'],
      ]).replace('L:', 'L'),
    )}`,
  ),
  clause(
    '2, 2.5.1.2: pattern of a list',
    `${named('L', '<xs:list itemType="xs:int"/>')}${value(restriction('L:', [['pattern', '[0-9]+ [0-9]+']]).replace('L:', 'L'))}`,
  ),
  clause('2, 2.5.1.3: a union', value('<xs:union memberTypes="xs:int xs:date"/>')),
  clause(
    '2, 2.5.1.3: a union of enumerations',
    `${named('A', colours)}${named('B', restriction('string', [['enumeration', 'blauw']]))}${value('<xs:union memberTypes="A B"/>')}`,
  ),
  clause(
    '2, 2.5.1.3: a union with anonymous members',
    value(
      `<xs:union memberTypes="xs:boolean"><xs:simpleType>${restriction('int', [['minInclusive', '10']])}</xs:simpleType></xs:union>`,
    ),
  ),
  clause(
    '2, 2.5.1.3: a pattern of a union',
    `${named('U', '<xs:union memberTypes="xs:int xs:NCName"/>')}${value(restriction('U:', [['pattern', '[a-c0-4]{2}']]).replace('U:', 'U'))}`,
  ),
  clause(
    '2, 2.5.1.3: an enumeration of a union',
    `${named('U', '<xs:union memberTypes="xs:int xs:NCName"/>')}${value(
      restriction('U:', [
        ['enumeration', '1'],
        ['enumeration', 'een'],
      ]).replace('U:', 'U'),
    )}`,
  ),
  clause(
    '2, 2.5.1.3: a union of lists',
    `${named('L', '<xs:list itemType="xs:int"/>')}${value('<xs:union memberTypes="xs:boolean L"/>')}`,
  ),
  clause(
    '2, 2.5.1.3: a list of a union',
    `${named('U', '<xs:union memberTypes="xs:int xs:boolean"/>')}${value('<xs:list itemType="U"/>')}`,
  ),
];

const builtins = [
  ...[
    'string',
    'normalizedString',
    'token',
    'language',
    'NMTOKEN',
    'NMTOKENS',
    'Name',
    'NCName',
    'ID',
    'anyURI',
    'QName',
  ],
  ...['boolean', 'decimal', 'integer', 'nonPositiveInteger', 'negativeInteger', 'long', 'int', 'short', 'byte'],
  ...['nonNegativeInteger', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'positiveInteger'],
  ...['float', 'double', 'duration', 'dateTime', 'time', 'date', 'gYearMonth', 'gYear', 'gMonthDay', 'gDay', 'gMonth'],
  ...['hexBinary', 'base64Binary', 'anySimpleType'],
];

/** The built-in types, each as an element and as an attribute: part 2, 3.2 and 3.3. */
export const builtinTypes: readonly Clause[] = builtins.map((name) =>
  clause(
    `2, 3: ${name}`,
    root(
      `<xs:sequence><xs:element name="a" type="xs:${name}" maxOccurs="${name === 'ID' ? '1' : '3'}"/></xs:sequence>${name === 'ID' ? '' : `<xs:attribute name="x" type="xs:${name}"/>`}`,
    ),
  ),
);
