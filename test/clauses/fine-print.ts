import { clauses } from './clause.ts';

const plain = (body: string, more = ''): string => `<xs:schema${more}>${body}</xs:schema>`;
const twoNamespaces = ' xmlns:p="urn:one" xmlns:q="urn:two"';
const named = ' xmlns:p="urn:one" xmlns="urn:none"';
const r = '<xs:element name="r"><xs:complexType><xs:sequence>';
const end = '</xs:sequence></xs:complexType>';

/** What is easily read past: values of which the text is not all, and what a clause allows in an aside. */
export const finePrint = clauses({
  '2:4.3.5 an enumeration of lists of names': plain(
    `<xs:element name="r"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType><xs:enumeration value="p:a q:b"/><xs:enumeration value="q:c"/></xs:restriction></xs:simpleType></xs:element>`,
    twoNamespaces,
  ),
  '1:3.3.4 a fixed list of names': plain(
    `${r}<xs:element name="e" fixed="p:a q:b"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:element>${end}</xs:element>`,
    twoNamespaces,
  ),
  '1:3.2.4 a fixed list of names in an attribute, one in the default namespace': plain(
    `<xs:element name="r"><xs:complexType><xs:attribute name="a" fixed="p:a b" use="required"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
    named,
  ),
  '1:3.3.4 a fixed name in the default namespace': plain(
    '<xs:element name="r" fixed="a" type="xs:QName"/>',
    ' xmlns="urn:none"',
  ),
  '1:3.3.4 a fixed name in the default namespace, in a list': plain(
    `${r}<xs:element name="e" fixed="p:a b b" maxOccurs="2"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:element>${end}</xs:element>`,
    named,
  ),
  '1:3.2.4 a name of a union, fixed without a prefix': plain(
    `<xs:simpleType name="U"><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:QName"><xs:enumeration value="z"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType><xs:element name="r"><xs:complexType><xs:attribute name="a" type="U" fixed="z" use="required"/></xs:complexType></xs:element>`,
    ' xmlns="urn:none" targetNamespace="urn:none"',
  ),
  '1:3.3.4 a fixed name in the default namespace, beside others where one prefix has two meanings': plain(
    `${r}<xs:element name="e" xmlns:p="urn:two" type="xs:QName" fixed="p:x"/><xs:element name="d" type="xs:QName" default="p:z"/></xs:sequence><xs:attribute name="a" type="xs:QName" fixed="p:x" use="required"/><xs:attribute name="b" xmlns:p="urn:three" type="xs:QName" fixed="p:x" use="required"/><xs:attribute name="c" type="xs:QName" fixed="x" use="required"/></xs:complexType></xs:element>`,
    named,
  ),
  '1:3.9.6 a restriction with fixed lists and unions that are the same value in other words': plain(
    `<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType><xs:simpleType name="l"><xs:list itemType="xs:decimal"/></xs:simpleType><xs:complexType name="A"><xs:sequence><xs:element name="e" type="l" fixed="1 2"/><xs:element name="f" type="u" fixed="1"/></xs:sequence></xs:complexType><xs:complexType name="B"><xs:complexContent><xs:restriction base="A"><xs:sequence><xs:element name="e" type="l" fixed=" 01.0  +2"/><xs:element name="f" type="u" fixed="01"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType><xs:element name="r" type="B"/>`,
  ),
  '2:4.3.5 an enumeration of a list of names, one in the default namespace beside a prefix q': plain(
    `<xs:element name="r"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType><xs:enumeration value="q:x y"/></xs:restriction></xs:simpleType></xs:element>`,
    ' xmlns:q="urn:one" xmlns="urn:none"',
  ),
  '1:3.11.4 references by any name to listed ones': plain(
    `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="k" minOccurs="2" maxOccurs="2"><xs:simpleType><xs:restriction base="xs:QName"><xs:enumeration value="p:a"/><xs:enumeration value="q:b"/></xs:restriction></xs:simpleType></xs:element><xs:element name="f" type="xs:QName"/></xs:sequence><xs:attribute name="f" type="xs:QName" use="required"/></xs:complexType><xs:key name="k"><xs:selector xpath="k"/><xs:field xpath="."/></xs:key><xs:keyref name="one" refer="k"><xs:selector xpath="f"/><xs:field xpath="."/></xs:keyref><xs:keyref name="other" refer="k"><xs:selector xpath="."/><xs:field xpath="@f"/></xs:keyref></xs:element>`,
    twoNamespaces,
  ),
  '1:3.11.4 a key of listed names with prefixes': plain(
    `<xs:simpleType name="Q"><xs:restriction base="xs:QName"><xs:enumeration value="p:x"/><xs:enumeration value="q:y"/></xs:restriction></xs:simpleType><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="Q" maxOccurs="4"/>${end}<xs:key name="k"><xs:selector xpath="e"/><xs:field xpath="."/></xs:key></xs:element>`,
    twoNamespaces,
  ),
  '1:2.6.2 an element that ends only where it is nil': plain(
    `<xs:element name="r" nillable="true" type="t"/><xs:complexType name="t"><xs:sequence><xs:element ref="r"/></xs:sequence><xs:attribute name="a" type="xs:int" use="required"/></xs:complexType><xs:simpleType name="nothing"><xs:restriction base="xs:token"><xs:pattern value="a"/><xs:length value="2"/></xs:restriction></xs:simpleType><xs:element name="n"><xs:complexType><xs:sequence><xs:element name="v" type="nothing" nillable="true" maxOccurs="2"/>${end}</xs:element>`,
  ),
  '2:4.2 types without values, beside others': plain(
    `<xs:simpleType name="nothing"><xs:restriction base="xs:int"><xs:pattern value="x"/></xs:restriction></xs:simpleType><xs:simpleType name="less"><xs:restriction base="xs:token"><xs:pattern value="a|b"/></xs:restriction></xs:simpleType><xs:simpleType name="none"><xs:restriction base="less"><xs:pattern value="c"/></xs:restriction></xs:simpleType><xs:element name="r"><xs:complexType><xs:choice maxOccurs="3"><xs:element name="n" type="nothing"/><xs:element name="l" type="less"/></xs:choice><xs:attribute name="a" type="nothing"/><xs:anyAttribute namespace="##targetNamespace ##local"/></xs:complexType></xs:element><xs:attribute name="w" type="nothing"/>`,
  ),
  '1:3.15.4 ID and IDREF, where the reference is fixed or one of few': plain(
    `${r}<xs:element name="p" maxOccurs="3"><xs:complexType><xs:attribute name="i" type="xs:ID"/></xs:complexType></xs:element></xs:sequence><xs:attribute name="main" type="xs:IDREF" fixed="first" use="required"/><xs:attribute name="side"><xs:simpleType><xs:restriction base="xs:IDREF"><xs:enumeration value="left"/><xs:enumeration value="right"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
  ),
  '1:3.11.4 references that differ, to fewer keys than there are, by ID and IDREF': plain(
    `${r}<xs:element name="k" maxOccurs="3"><xs:complexType><xs:attribute name="i" type="xs:ID" use="required"/></xs:complexType></xs:element><xs:element name="other" maxOccurs="8"><xs:complexType><xs:attribute name="i" type="xs:ID" use="required"/></xs:complexType></xs:element><xs:element name="layer" minOccurs="2" maxOccurs="2"><xs:complexType><xs:sequence><xs:element name="row" maxOccurs="8"><xs:complexType><xs:attribute name="to" type="xs:IDREF" use="required"/></xs:complexType></xs:element>${end}<xs:unique name="u"><xs:selector xpath="row"/><xs:field xpath="@to"/></xs:unique></xs:element>${end}<xs:unique name="keys"><xs:selector xpath="k"/><xs:field xpath="@i"/></xs:unique><xs:keyref name="ref" refer="keys"><xs:selector xpath="layer/row"/><xs:field xpath="@to"/></xs:keyref></xs:element>`,
  ),
  '1:3.15.4 ID and IDREF in unions with others': plain(
    `<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:ID"/></xs:simpleType><xs:simpleType name="v"><xs:union memberTypes="xs:int xs:IDREF xs:IDREFS"/></xs:simpleType>${r}<xs:element name="p" type="u" minOccurs="3" maxOccurs="5"/><xs:element name="q" type="v" minOccurs="2" maxOccurs="3"/>${end}</xs:element>`,
  ),
  '2:3.3.7 names of letters beyond the Latin ones': plain(
    `${r}<xs:element name="n" maxOccurs="3"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="&#x1F5B;00"/><xs:enumeration value="&#x10A0;&#x0E81;"/><xs:enumeration value="&#x4E00;&#x0905;&#x093C;"/></xs:restriction></xs:simpleType></xs:element>${end}</xs:element>`,
  ),
  '2:3.2.17 white space around a target namespace': plain(
    '<xs:element name="r" type="xs:boolean"/>',
    ' targetNamespace=" urn:one\n "',
  ),
  '2:3.3.7 white space around names': plain(
    '<xs:simpleType name=" T"><xs:restriction base=" xs:int "/></xs:simpleType><xs:element name="r " type="T "/>',
  ),
  '1:3.3.2 an element that may come no time at all': plain(
    '<xs:element name="r"><xs:complexType><xs:all><xs:element name="a" minOccurs="0" maxOccurs="0"/></xs:all></xs:complexType></xs:element>',
  ),
  '1:4.2.2 (1) a redefinition of nothing': plain(
    '<xs:redefine schemaLocation="nowhere.xsd"><xs:annotation/></xs:redefine><xs:element name="r" type="xs:int"/>',
  ),
  '1:4.2.1 a schema that includes itself': plain(
    '<xs:include schemaLocation="s.xsd"/><xs:element name="r" type="xs:int"/>',
  ),
  '1:3.11.4 a key over elements of any type': plain(
    `${r}<xs:element name="e" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="v"/>${end}</xs:element>${end}<xs:key name="k"><xs:selector xpath="e"/><xs:field xpath="v"/></xs:key></xs:element>`,
  ),
  '1:3.11.4 a keyref from a fixed value': plain(
    `${r}<xs:element name="k" maxOccurs="3"><xs:complexType><xs:attribute name="id" type="xs:string"/></xs:complexType></xs:element><xs:element name="f" type="xs:string" fixed="abc"/>${end}<xs:key name="key"><xs:selector xpath="k"/><xs:field xpath="@id"/></xs:key><xs:keyref name="ref" refer="key"><xs:selector xpath="f"/><xs:field xpath="."/></xs:keyref></xs:element>`,
  ),
  '1:3.11.4 a key and a keyref over what must be there': plain(
    `${r}<xs:element name="e" maxOccurs="unbounded"><xs:complexType><xs:sequence maxOccurs="10"><xs:element name="k" type="xs:string"/><xs:element name="f" type="xs:string"/>${end}</xs:element>${end}<xs:key name="key"><xs:selector xpath="*"/><xs:field xpath="k"/></xs:key><xs:keyref name="ref" refer="key"><xs:selector xpath="*"/><xs:field xpath="f"/></xs:keyref></xs:element>`,
  ),
  '1:3.3.6 (4) a member of a union in the place of the union': plain(
    `<xs:simpleType name="u"><xs:union memberTypes="xs:boolean xs:integer"/></xs:simpleType><xs:element name="a" type="u"/><xs:element name="b" type="xs:int" substitutionGroup="a"/>${r}<xs:element ref="a"/>${end}</xs:element>`,
  ),
  '1:3.9.6 members of a substitution group in another order': plain(
    `<xs:element name="h" type="xs:int" abstract="true"/><xs:element name="m1" type="xs:int" substitutionGroup="h"/><xs:element name="m2" type="xs:int" substitutionGroup="h"/><xs:complexType name="B"><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType><xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="B"><xs:choice><xs:element ref="m2"/><xs:element ref="m1"/></xs:choice></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
  ),
  '1:3.5.6 (2) a use that fixes the same value in another spelling': plain(
    '<xs:attribute name="a" type="xs:int" fixed="1"/><xs:element name="r"><xs:complexType><xs:attribute ref="a" fixed="01"/></xs:complexType></xs:element>',
  ),
  '1:3.3.4 (5.2.2.1) a fixed value where xsi:type names a type with children': plain(
    '<xs:complexType name="t"><xs:sequence><xs:element name="a" fixed="x"/></xs:sequence></xs:complexType><xs:element name="r" type="t"/>',
  ),
  '1:5.2 a strict wildcard where nothing is declared': plain(
    `${r}<xs:any namespace="urn:nowhere" processContents="strict"/>${end}</xs:element>`,
  ),
  '2:4.3.4 a pattern over a list of dates': plain(
    '<xs:element name="r"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:date"/></xs:simpleType><xs:pattern value="2024-\\d\\d-\\d\\d 2025-\\d\\d-\\d\\d"/></xs:restriction></xs:simpleType></xs:element>',
  ),
  '2:4.3.6 blanks in what a union lists, for the member that takes it': plain(
    `<xs:element name="r"><xs:complexType><xs:simpleContent><xs:extension base="u"><xs:attribute name="a" use="required"><xs:simpleType><xs:restriction base="w"><xs:enumeration value="c   d"/><xs:enumeration value=" e"/></xs:restriction></xs:simpleType></xs:attribute></xs:extension></xs:simpleContent></xs:complexType></xs:element><xs:simpleType name="u"><xs:restriction><xs:simpleType><xs:union memberTypes="xs:int xs:string"/></xs:simpleType><xs:enumeration value="x  y"/><xs:enumeration value=" 01 "/></xs:restriction></xs:simpleType><xs:simpleType name="w"><xs:union memberTypes="xs:boolean xs:normalizedString"/></xs:simpleType>`,
  ),
  '1:3.15.4 ID by xsi:type': plain(
    `<xs:simpleType name="my"><xs:restriction base="xs:ID"><xs:pattern value="[a-c]"/></xs:restriction></xs:simpleType>${r}<xs:element name="v" type="xs:anySimpleType" minOccurs="2" maxOccurs="5"/>${end}</xs:element>`,
  ),
});
