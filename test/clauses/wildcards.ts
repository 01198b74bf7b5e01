import { clauses, type Sketch } from './clause.ts';

const r = (content: string, more = ''): Sketch => `
    <xs:element name="r"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>
    <xs:element name="g" type="xs:int"/>${more}`;

/** Part 1, 3.10: wildcards for elements. */
export const wildcards = clauses({
  '1:3.10.4 any element, strict': r('<xs:any/>'),
  '1:3.10.4 any element, lax': r('<xs:any processContents="lax" maxOccurs="2"/>'),
  '1:3.10.4 any element, skipped': r('<xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>'),
  '1:3.10.4 ##other, lax': r(
    '<xs:element name="a" type="xs:int"/><xs:any namespace="##other" processContents="lax" minOccurs="0"/>',
  ),
  '1:3.10.4 ##other, skipped': r('<xs:any namespace="##other" processContents="skip"/>'),
  '1:3.10.4 ##local, skipped': r('<xs:any namespace="##local" processContents="skip"/>'),
  '1:3.10.4 ##local, lax': r('<xs:any namespace="##local" processContents="lax" minOccurs="0" maxOccurs="2"/>'),
  '1:3.10.4 ##targetNamespace, strict': r('<xs:any namespace="##targetNamespace" maxOccurs="3"/>'),
  '1:3.10.4 ##targetNamespace, lax': r('<xs:any namespace="##targetNamespace" processContents="lax"/>'),
  '1:3.10.4 ##targetNamespace, skipped': r('<xs:any namespace="##targetNamespace" processContents="skip"/>'),
  '1:3.10.4 a list of namespaces': r('<xs:any namespace="urn:x ##local urn:y" processContents="lax"/>'),
  '1:3.10.4 a list with the target namespace': r(
    '<xs:any namespace="##targetNamespace urn:y" processContents="skip"/>',
  ),
  '1:3.10.4 ##other, strict, with an import': {
    's.xsd': `
    <xs:schema targetNamespace="urn:t"><xs:import namespace="urn:u" schemaLocation="u.xsd"/>
      <xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="##other" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:element name="e" type="xs:int"/><xs:element name="f" abstract="true"/></xs:schema>`,
  },
  '1:3.10.4 ##other where there is no target namespace': `
    <xs:schema><xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
  '1:3.10.4 a strict wildcard meets its own element': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:any minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.10.4 wildcards in a choice': r(
    '<xs:choice minOccurs="2" maxOccurs="3"><xs:any namespace="##other" processContents="skip"/><xs:element ref="g"/><xs:any namespace="##local" processContents="skip"/></xs:choice>',
  ),
  '1:3.10.4 a wildcard with a minimum': r(
    '<xs:any namespace="##other" processContents="skip" minOccurs="2" maxOccurs="4"/>',
  ),
  '1:3.10.4 a lax wildcard judges what is declared': r(
    '<xs:any namespace="##targetNamespace urn:x" processContents="lax" minOccurs="1" maxOccurs="3"/>',
    '<xs:element name="h" type="xs:date"/>',
  ),
  '1:3.3.4 xs:anyType holds what is declared': r('<xs:element name="a"/>', '<xs:element name="h" type="xs:date"/>'),
  '1:3.10.4 (lax) global attributes of QName, ID and IDREF where a wildcard takes them': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" maxOccurs="3"><xs:complexType><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:attribute name="naam" type="xs:QName"/><xs:attribute name="nr" type="xs:ID"/><xs:attribute name="bij" type="xs:IDREF"/>`,
  '1:3.4.4 (5) no ID by a wildcard beside an ID': `
    <xs:element name="r"><xs:complexType><xs:attribute name="id" type="xs:ID" use="required"/><xs:anyAttribute namespace="urn:t" processContents="strict"/></xs:complexType></xs:element>
    <xs:attribute name="nr" type="xs:ID"/><xs:attribute name="maat" type="S"/><xs:simpleType name="S"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>`,
});
