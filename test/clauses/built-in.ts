import { clauses } from './clause.ts';

/** Each built-in type of part 2 with its clause, and facets that a second element puts on it. */
const table: readonly (readonly [name: string, clause: string, facets: string])[] = [
  ['string', '3.2.1', 'minLength 2, maxLength 5'],
  ['boolean', '3.2.2', 'pattern true|false'],
  ['decimal', '3.2.3', 'totalDigits 5, fractionDigits 2'],
  ['float', '3.2.4', 'minInclusive -1.5E2, maxExclusive 3.25'],
  ['double', '3.2.5', 'minExclusive -INF, maxInclusive 1E300'],
  ['duration', '3.2.6', 'minInclusive P1D, maxInclusive P40D'],
  ['dateTime', '3.2.7', 'minInclusive 2000-02-28T23:59:59Z, maxExclusive 2000-03-01T00:00:01Z'],
  ['time', '3.2.8', 'minExclusive 23:59:00, maxInclusive 23:59:59'],
  ['date', '3.2.9', 'minInclusive 2024-02-28, maxInclusive 2024-03-01'],
  ['gYearMonth', '3.2.10', 'minInclusive 2023-11, maxExclusive 2024-02'],
  ['gYear', '3.2.11', 'minInclusive -0002, maxInclusive 0003'],
  ['gMonthDay', '3.2.12', 'minInclusive --02-28, maxInclusive --03-01'],
  ['gDay', '3.2.13', 'minExclusive ---28, maxInclusive ---31'],
  ['gMonth', '3.2.14', 'minInclusive --03, maxExclusive --05'],
  ['hexBinary', '3.2.15', 'minLength 1, maxLength 3'],
  ['base64Binary', '3.2.16', 'length 4'],
  ['anyURI', '3.2.17', 'minLength 12, maxLength 30'],
  ['QName', '3.2.18', 'pattern [a-z]+'],
  ['normalizedString', '3.3.1', 'length 4'],
  ['token', '3.3.2', 'minLength 3, maxLength 8'],
  ['language', '3.3.3', 'pattern nl.*'],
  ['NMTOKEN', '3.3.4', 'maxLength 4'],
  ['NMTOKENS', '3.3.5', 'minLength 2, maxLength 3'],
  ['Name', '3.3.6', 'minLength 3, maxLength 4'],
  ['NCName', '3.3.7', 'pattern [a-z]{2}[0-9]'],
  ['ID', '3.3.8', 'minLength 4'],
  ['IDREF', '3.3.9', ''],
  ['IDREFS', '3.3.10', ''],
  ['ENTITY', '3.3.11', 'maxLength 9'],
  ['ENTITIES', '3.3.12', 'maxLength 2'],
  ['integer', '3.3.13', 'totalDigits 30'],
  ['nonPositiveInteger', '3.3.14', 'minInclusive -5'],
  ['negativeInteger', '3.3.15', 'minExclusive -3'],
  ['long', '3.3.16', 'maxInclusive -9223372036854775800'],
  ['int', '3.3.17', 'minInclusive 2147483640'],
  ['short', '3.3.18', 'minExclusive 32766'],
  ['byte', '3.3.19', 'maxExclusive -126'],
  ['nonNegativeInteger', '3.3.20', 'maxInclusive 0'],
  ['unsignedLong', '3.3.21', 'minInclusive 18446744073709551610'],
  ['unsignedInt', '3.3.22', 'minInclusive 4294967294'],
  ['unsignedShort', '3.3.23', 'maxExclusive 3'],
  ['unsignedByte', '3.3.24', 'minExclusive 253'],
  ['positiveInteger', '3.3.25', 'totalDigits 1'],
];

const facetsOf = (text: string): string =>
  text
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [kind = '', ...value] = one.split(' ');
      return `<xs:${kind} value="${value.join(' ')}"/>`;
    })
    .join('');

/** IDREF has values only where there is an ID. */
const anchor = (name: string): string => (name.startsWith('IDREF') ? '<xs:element name="i" type="xs:ID"/>' : '');

/** Part 2, 3.2 and 3.3: the built-in types, plain and with facets. */
export const builtIn = clauses(
  Object.fromEntries(
    table.map(([name, clause, facets]) => [
      `2:${clause} xs:${name}`,
      `
    <xs:element name="r"><xs:complexType><xs:sequence>${anchor(name)}
      <xs:element name="a" type="xs:${name}" maxOccurs="3"/>
      <xs:element name="b" minOccurs="0" maxOccurs="2"><xs:simpleType><xs:restriction base="xs:${name}">${facetsOf(facets)}</xs:restriction></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>`,
    ]),
  ),
);
