import { clauses } from './clause.ts';

const r = '<xs:element name="r"><xs:complexType><xs:sequence>';
const end = '</xs:complexType></xs:element>';

/** Names that a document must keep together: ID, IDREF, ENTITY, NOTATION, QName (part 2, 3.2.18, 3.2.19, 3.3.8 to 3.3.12). */
export const names = clauses({
  '2:3.3.8 ID in attributes': `
    ${r}<xs:element name="i" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:ID" use="required"/>${end}</xs:sequence>${end}`,
  '2:3.3.8 ID in elements': `
    ${r}<xs:element name="i" type="xs:ID" maxOccurs="4"/></xs:sequence>${end}`,
  '2:3.3.8 ID with a pattern': `
    ${r}<xs:element name="i" maxOccurs="4"><xs:simpleType><xs:restriction base="xs:ID"><xs:pattern value="[a-c][0-9]"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>${end}`,
  '2:3.3.9 IDREF beside ID': `
    ${r}<xs:element name="i" type="xs:ID" maxOccurs="3"/><xs:element name="f" type="xs:IDREF" minOccurs="0" maxOccurs="3"/></xs:sequence>${end}`,
  '2:3.3.9 IDREF, and an ID that may be left out': `
    ${r}<xs:element name="i" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="id" type="xs:ID"/>${end}<xs:element name="f" minOccurs="0" maxOccurs="2"><xs:complexType><xs:attribute name="to" type="xs:IDREF"/>${end}</xs:sequence>${end}`,
  '2:3.3.9 IDREF that is required, to an ID that is not': `
    ${r}<xs:element name="i" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="id" type="xs:ID"/>${end}<xs:element name="f"><xs:complexType><xs:attribute name="to" type="xs:IDREF" use="required"/>${end}</xs:sequence>${end}`,
  '2:3.3.10 IDREFS': `
    ${r}<xs:element name="i" maxOccurs="3"><xs:complexType><xs:attribute name="id" type="xs:ID" use="required"/><xs:attribute name="to" type="xs:IDREFS"/>${end}</xs:sequence>${end}`,
  '2:3.3.10 IDREFS with a length': `
    <xs:simpleType name="Two"><xs:restriction base="xs:IDREFS"><xs:length value="2"/></xs:restriction></xs:simpleType>
    ${r}<xs:element name="i" type="xs:ID" maxOccurs="3"/><xs:element name="f" type="Two"/></xs:sequence>${end}`,
  '2:3.3.8 ID in simple content': `
    ${r}<xs:element name="i" maxOccurs="3"><xs:complexType><xs:simpleContent><xs:extension base="xs:ID"><xs:attribute name="n" type="xs:int"/></xs:extension></xs:simpleContent>${end}</xs:sequence>${end}`,
  '2:3.3.11 ENTITY': `
    ${r}<xs:element name="e" type="xs:ENTITY" maxOccurs="2"/></xs:sequence>${end}`,
  '2:3.3.11 ENTITY, restricted': `
    ${r}<xs:element name="e" maxOccurs="2"><xs:simpleType><xs:restriction base="xs:ENTITY"><xs:pattern value="a.*"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>${end}`,
  '2:3.3.12 ENTITIES in an element': `
    ${r}<xs:element name="e"><xs:simpleType><xs:restriction base="xs:ENTITIES"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>${end}`,
  '2:3.3.12 ENTITIES': `
    <xs:element name="r"><xs:complexType><xs:attribute name="e" type="xs:ENTITIES" use="required"/>${end}`,
  '2:3.2.19 NOTATION': `
    <xs:notation name="gif" public="image/gif"/><xs:notation name="jpeg" public="image/jpeg" system="viewer"/>
    <xs:element name="r"><xs:complexType><xs:attribute name="n" use="required"><xs:simpleType><xs:restriction base="xs:NOTATION"><xs:enumeration value="gif"/><xs:enumeration value="jpeg"/></xs:restriction></xs:simpleType></xs:attribute>${end}`,
  '2:3.2.19 NOTATION of another namespace': {
    's.xsd': `<xs:schema targetNamespace="urn:t" xmlns:u="urn:u"><xs:import namespace="urn:u" schemaLocation="u.xsd"/><xs:element name="r"><xs:simpleType><xs:restriction base="xs:NOTATION"><xs:enumeration value="u:png"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:notation name="png" public="image/png"/></xs:schema>`,
  },
  '2:3.2.18 QName': `
    ${r}<xs:element name="q" type="xs:QName" maxOccurs="3"/></xs:sequence><xs:attribute name="q" type="xs:QName"/>${end}`,
  '2:3.2.18 QName with an enumeration': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t" xmlns:x="urn:x"><xs:element name="r"><xs:simpleType><xs:restriction base="xs:QName"><xs:enumeration value="x:a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`,
  '2:3.2.18 QName in a list': `
    <xs:element name="r"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:element>`,
  '2:3.2.18 QName in a union': `
    <xs:element name="r"><xs:simpleType><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType></xs:element>`,
  '2:3.2.18 QName fixed': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t" xmlns:x="urn:x"><xs:element name="r"><xs:complexType><xs:attribute name="q" type="xs:QName" fixed="x:a" use="required"/></xs:complexType></xs:element></xs:schema>`,
  '2:3.2.18 QName with a pattern': `
    <xs:element name="r"><xs:simpleType><xs:restriction base="xs:QName"><xs:pattern value="[a-c]+:[d-f]{2,3}"/></xs:restriction></xs:simpleType></xs:element>`,
});
