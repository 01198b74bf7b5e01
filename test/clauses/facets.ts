import { clauses, type Sketch } from './clause.ts';

/** An element `r` of a restriction of a built-in or named type. */
const of = (base: string, facets: string, more = ''): Sketch => `${more}
    <xs:element name="r"><xs:simpleType><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`;

const listOf = (item: string): string => `<xs:simpleType name="L"><xs:list itemType="${item}"/></xs:simpleType>`;
const unionOf = (members: string): string =>
  `<xs:simpleType name="U"><xs:union memberTypes="${members}"/></xs:simpleType>`;

/** Part 2, 4.3 and part 1, 3.14: facets, lists and unions. */
export const facets = clauses({
  '2:4.3.1 length of text': of('xs:string', '<xs:length value="3"/>'),
  '2:4.3.1 length of octets': of('xs:hexBinary', '<xs:length value="3"/>'),
  '2:4.3.1 length of a list': of('L', '<xs:length value="3"/>', listOf('xs:int')),
  '2:4.3.1 length 0': of('xs:string', '<xs:length value="0"/>'),
  '2:4.3.2 minLength': of('xs:token', '<xs:minLength value="40"/>'),
  '2:4.3.2 minLength of a list': of('L', '<xs:minLength value="2"/>', listOf('xs:date')),
  '2:4.3.3 maxLength': of('xs:normalizedString', '<xs:maxLength value="6"/>'),
  '2:4.3.3 maxLength of a list': of('L', '<xs:maxLength value="2"/>', listOf('xs:NMTOKEN')),
  '2:4.3.3 a long maxLength': of('xs:string', '<xs:minLength value="5000"/><xs:maxLength value="6000"/>'),
  '2:4.3.4 pattern': of('xs:string', '<xs:pattern value="[0-9]{4}[A-Z]{2}"/>'),
  '2:4.3.4 patterns of one step are alternatives': of('xs:string', '<xs:pattern value="a+"/><xs:pattern value="b+"/>'),
  '2:4.3.4 patterns of two steps are both kept': of(
    'S',
    '<xs:pattern value=".*b.*"/>',
    '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:pattern value="[a-c]{3,5}"/></xs:restriction></xs:simpleType>',
  ),
  '2:4.3.4 patterns of three steps and lengths': of(
    'S2',
    '<xs:pattern value=".*9"/><xs:maxLength value="7"/>',
    '<xs:simpleType name="S"><xs:restriction base="xs:token"><xs:pattern value="[A-Z]+[0-9]+"/><xs:minLength value="6"/></xs:restriction></xs:simpleType><xs:simpleType name="S2"><xs:restriction base="S"><xs:pattern value="AB.*"/></xs:restriction></xs:simpleType>',
  ),
  '2:4.3.4 pattern of a number': of(
    'xs:decimal',
    '<xs:pattern value="[0-9]{2}\\.[0-9]{2}"/><xs:maxInclusive value="42"/>',
  ),
  '2:4.3.4 pattern of an integer within bounds': of(
    'xs:int',
    '<xs:pattern value="\\d*7"/><xs:minInclusive value="1000"/><xs:maxInclusive value="1020"/>',
  ),
  '2:4.3.4 pattern of a date': of('xs:date', '<xs:pattern value="\\d{4}-02-29.*"/>'),
  '2:4.3.9 a bound that is fixed, written otherwise': of(
    'F',
    '<xs:minInclusive value="1"/><xs:maxInclusive value="5"/>',
    '<xs:simpleType name="F"><xs:restriction base="xs:decimal"><xs:minInclusive value="1.0" fixed="true"/></xs:restriction></xs:simpleType>',
  ),
  '2:4.3.4 pattern of a time of midnight': of('xs:time', '<xs:pattern value="24:.*"/>'),
  '2:4.3.4 pattern of a date in the first time zone': of('xs:date', '<xs:pattern value=".*[+]14:00"/>'),
  '2:4.3.4 pattern of a URN': of('xs:anyURI', '<xs:pattern value="urn:nl:[a-z]+:\\d+"/>'),
  '2:4.3.4 pattern of a URI with a port, a path and a query': of(
    'xs:anyURI',
    '<xs:pattern value="https?://[a-z.]+:\\d{2,5}/\\i+\\?.+"/>',
  ),
  '2:4.3.4 pattern of a mail address': of('xs:anyURI', '<xs:pattern value="mailto:\\w+@\\w+"/>'),
  '2:4.3.4 pattern of a file': of('xs:anyURI', '<xs:pattern value="file:///.*"/>'),
  '2:4.3.4 pattern of a URI with letters beyond ASCII': of('xs:anyURI', '<xs:pattern value=".*[é-ü].*"/>'),
  '2:4.3.4 pattern of base64 with spaces': of(
    'xs:base64Binary',
    '<xs:pattern value="([A-Za-z0-9+/]{4} )+[A-Za-z0-9+/]{4}"/>',
  ),
  '2:4.3.4 pattern of an exponent': of('xs:double', '<xs:pattern value="\\dE[+-]\\d{3}"/>'),
  '2:4.3.4 pattern of a list': of('L', '<xs:pattern value="\\d\\d( \\d\\d)*"/>', listOf('xs:int')),
  '2:4.3.4 pattern of a union': of('U', '<xs:pattern value="[a-c].*|1.*"/>', unionOf('xs:int xs:NCName')),
  '2:4.3.5 enumeration': of(
    'xs:string',
    '<xs:enumeration value="een"/><xs:enumeration value="Twee"/><xs:enumeration value="drie vier"/>',
  ),
  '2:4.3.5 enumeration of numbers': of('xs:decimal', '<xs:enumeration value="1.0"/><xs:enumeration value="2.50"/>'),
  '2:4.3.5 enumeration within an enumeration': of(
    'S',
    '<xs:enumeration value="b"/>',
    '<xs:simpleType name="S"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>',
  ),
  '2:4.3.5 enumeration with white space': of('xs:token', '<xs:enumeration value=" a  b "/><xs:enumeration value="c"/>'),
  '2:4.3.5 enumeration of a list': of(
    'L',
    '<xs:enumeration value="1 2"/><xs:enumeration value="3"/>',
    listOf('xs:int'),
  ),
  '2:4.3.5 enumeration of a union': of(
    'U',
    '<xs:enumeration value="1"/><xs:enumeration value="groot"/>',
    unionOf('xs:int xs:NMTOKEN'),
  ),
  '2:4.3.5 enumeration of dates': of(
    'xs:date',
    '<xs:enumeration value="2024-02-29"/><xs:enumeration value="2024-03-01Z"/>',
  ),
  '2:4.3.5 enumeration of QNames and patterns': of(
    'xs:NMTOKEN',
    '<xs:pattern value="[ab].*"/><xs:enumeration value="a1"/><xs:enumeration value="b1"/>',
  ),
  '2:4.3.6 whiteSpace preserve': of('xs:string', '<xs:whiteSpace value="preserve"/><xs:length value="3"/>'),
  '2:4.3.6 whiteSpace replace': of('xs:string', '<xs:whiteSpace value="replace"/><xs:length value="3"/>'),
  '2:4.3.6 whiteSpace collapse': of('xs:string', '<xs:whiteSpace value="collapse"/><xs:length value="3"/>'),
  '2:4.3.6 whiteSpace collapse and a pattern': of(
    'xs:string',
    '<xs:whiteSpace value="collapse"/><xs:pattern value="[a-c ]{3,6}"/>',
  ),
  '2:4.3.7 maxInclusive': of('xs:decimal', '<xs:maxInclusive value="-1.25"/>'),
  '2:4.3.8 maxExclusive': of('xs:decimal', '<xs:maxExclusive value="0.001"/><xs:minInclusive value="0"/>'),
  '2:4.3.9 minExclusive': of('xs:decimal', '<xs:minExclusive value="1"/><xs:maxExclusive value="1.0000001"/>'),
  '2:4.3.10 minInclusive': of('xs:integer', '<xs:minInclusive value="123456789012345678901234567890"/>'),
  '2:4.3.10 bounds of several steps': of(
    'S',
    '<xs:minInclusive value="5"/>',
    '<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:minInclusive value="0"/><xs:maxExclusive value="7"/></xs:restriction></xs:simpleType>',
  ),
  '2:4.3.10 bounds of dateTime without a zone': of(
    'xs:dateTime',
    '<xs:minInclusive value="2024-02-29T00:00:00"/><xs:maxInclusive value="2024-02-29T00:00:03"/>',
  ),
  '2:4.3.10 bounds of floats': of('xs:float', '<xs:minExclusive value="0"/><xs:maxExclusive value="1E-10"/>'),
  '2:4.3.10 bounds of duration in months': of(
    'xs:duration',
    '<xs:minInclusive value="P1Y"/><xs:maxInclusive value="P2Y"/>',
  ),
  '2:4.3.10 bounds of duration within a day after a month': of(
    'xs:duration',
    '<xs:minExclusive value="P1M"/><xs:maxExclusive value="P1M1D"/>',
  ),
  '2:4.3.10 only one value': of('xs:int', '<xs:minInclusive value="3"/><xs:maxExclusive value="4"/>'),
  '2:4.3.11 totalDigits': of('xs:decimal', '<xs:totalDigits value="3"/>'),
  '2:4.3.11 totalDigits of an integer': of('xs:integer', '<xs:totalDigits value="2"/><xs:minInclusive value="95"/>'),
  '2:4.3.12 fractionDigits': of(
    'xs:decimal',
    '<xs:fractionDigits value="1"/><xs:minExclusive value="0"/><xs:maxInclusive value="1"/>',
  ),
  '2:4.3.12 fractionDigits 0': of('xs:decimal', '<xs:fractionDigits value="0"/>'),
  '2:4.3.12 all digits behind the point': of(
    'xs:decimal',
    '<xs:totalDigits value="2"/><xs:fractionDigits value="2"/><xs:maxExclusive value="1"/><xs:minInclusive value="0"/>',
  ),
  '2:2.5.1.2 a list': `${listOf('xs:decimal')}<xs:element name="r" type="L"/>`,
  '2:2.5.1.2 a list of an anonymous type': `
    <xs:element name="r"><xs:simpleType><xs:list><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[a-z]{2}"/></xs:restriction></xs:simpleType></xs:list></xs:simpleType></xs:element>`,
  '2:2.5.1.2 a list of unions': `${unionOf('xs:int xs:boolean')}${listOf('U')}<xs:element name="r" type="L"/>`,
  '2:2.5.1.2 a list of an enumeration with lengths': of(
    'L',
    '<xs:minLength value="1"/><xs:maxLength value="3"/>',
    '<xs:simpleType name="E"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>' +
      listOf('E'),
  ),
  '2:2.5.1.3 a union': `${unionOf('xs:int xs:date')}<xs:element name="r" type="U"/>`,
  '2:2.5.1.3 a union with anonymous members': `
    <xs:element name="r"><xs:simpleType><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="onbekend"/></xs:restriction></xs:simpleType><xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="x[0-9]"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:element>`,
  '2:2.5.1.3 a union of a list and an atom': `${listOf('xs:int')}${unionOf('L xs:boolean')}<xs:element name="r" type="U"/>`,
  '2:2.5.1.3 a union of unions': `${unionOf('xs:int xs:boolean')}<xs:simpleType name="V"><xs:union memberTypes="U xs:date"/></xs:simpleType><xs:element name="r" type="V"/>`,
  '2:3.14.4 a restriction without facets': of('xs:date', ''),
  '2:4.3.6 text that a token leaves as it is': `<xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:normalizedString" use="required"/><xs:attribute name="b" type="xs:token" use="required"/></xs:complexType></xs:element>`,
  '2:4.3.1 length of a base64Binary with a pattern': of(
    'xs:base64Binary',
    '<xs:length value="3"/><xs:pattern value="[A-Z]{4}"/>',
  ),
  '2:4.3.4 a fixed facet': of(
    'S',
    '<xs:maxLength value="4"/>',
    '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:minLength value="2" fixed="true"/></xs:restriction></xs:simpleType>',
  ),
});
