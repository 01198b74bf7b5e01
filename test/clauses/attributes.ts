import { clauses } from './clause.ts';

/** Part 1, 3.2, 3.5 and 3.6: attribute declarations, uses and groups; 3.10: attribute wildcards. */
export const attributes = clauses({
  '1:3.2.2 optional, required and prohibited': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:int"/><xs:attribute name="b" type="xs:date" use="required"/><xs:attribute name="c" use="prohibited"/></xs:complexType></xs:element>`,
  '1:3.2.2 an attribute without a type': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" use="required"/></xs:complexType></xs:element>`,
  '1:3.2.2 an attribute with an anonymous type': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="x"/><xs:enumeration value="y"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
  '1:3.2.2 a global attribute is qualified': `
    <xs:attribute name="a" type="xs:int"/>
    <xs:element name="r"><xs:complexType><xs:attribute ref="a" use="required"/></xs:complexType></xs:element>`,
  '1:3.2.2 attributeFormDefault and form': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t" attributeFormDefault="qualified">
      <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:int" use="required"/><xs:attribute name="b" type="xs:int" form="unqualified"/></xs:complexType></xs:element>
    </xs:schema>`,
  '1:3.2.2 two attributes of one local name': `
    <xs:attribute name="a" type="xs:int"/>
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:boolean" use="required"/><xs:attribute ref="a" use="required"/></xs:complexType></xs:element>`,
  '1:3.2.4 a default value': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:int" default="7"/></xs:complexType></xs:element>`,
  '1:3.2.4 (4) a fixed value': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:decimal" fixed="1.0" use="required"/></xs:complexType></xs:element>`,
  '1:3.5.2 a use fixes the value of a global attribute': `
    <xs:attribute name="a" type="xs:int"/>
    <xs:element name="r"><xs:complexType><xs:attribute ref="a" fixed="5"/></xs:complexType></xs:element>`,
  '1:3.2.2 an attribute fixed at its global declaration': `
    <xs:attribute name="a" type="xs:token" fixed="a b"/>
    <xs:element name="r"><xs:complexType><xs:attribute ref="a" use="required"/></xs:complexType></xs:element>`,
  '1:3.2.7 the attributes of the instance namespace are always there': `
    <xs:element name="r"><xs:complexType><xs:attribute name="type" type="xs:int"/></xs:complexType></xs:element>`,
  '1:3.6.2 attribute groups within groups': `
    <xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int" use="required"/><xs:attributeGroup ref="h"/></xs:attributeGroup>
    <xs:attributeGroup name="h"><xs:attribute name="b" type="xs:boolean"/></xs:attributeGroup>
    <xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/><xs:attribute name="c" type="xs:int"/></xs:complexType></xs:element>`,
  '1:3.4.2 an attribute group by two ways': `
    <xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int" use="required"/><xs:attributeGroup ref="h"/></xs:attributeGroup>
    <xs:attributeGroup name="h"><xs:attribute name="b" type="xs:boolean"/></xs:attributeGroup>
    <xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/><xs:attributeGroup ref="h"/></xs:complexType></xs:element>`,
  '1:3.4.2 an extension adds attributes': `
    <xs:complexType name="B"><xs:attribute name="a" type="xs:int" use="required"/></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:extension base="B"><xs:attribute name="b" type="xs:int" use="required"/></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
  '1:3.4.2 a restriction changes and prohibits attributes': `
    <xs:complexType name="B"><xs:attribute name="a" type="xs:int"/><xs:attribute name="b" type="xs:integer"/><xs:attribute name="c" type="xs:int"/></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="B"><xs:attribute name="a" use="prohibited"/><xs:attribute name="b" type="xs:byte" use="required"/></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
  '1:3.10.4 any attribute of any namespace, lax': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:int"/><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>
    <xs:attribute name="g" type="xs:int"/>`,
  '1:3.10.4 any attribute, strict': `
    <xs:element name="r"><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>
    <xs:attribute name="g" type="xs:int"/><xs:attribute name="h" type="xs:boolean" fixed="true"/>`,
  '1:3.10.4 any attribute of another namespace, skipped': `
    <xs:element name="r"><xs:complexType><xs:anyAttribute namespace="##other" processContents="skip"/></xs:complexType></xs:element>`,
  '1:3.10.4 any attribute without a namespace': `
    <xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:int" use="required"/><xs:anyAttribute namespace="##local" processContents="lax"/></xs:complexType></xs:element>`,
  '1:3.10.4 any attribute of the target namespace or a listed one': `
    <xs:element name="r"><xs:complexType><xs:anyAttribute namespace="##targetNamespace urn:x urn:y" processContents="lax"/></xs:complexType></xs:element>
    <xs:attribute name="g" type="xs:int"/>`,
  '1:3.10.6 wildcards of groups are intersected': `
    <xs:attributeGroup name="g"><xs:anyAttribute namespace="urn:x urn:y" processContents="skip"/></xs:attributeGroup>
    <xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/><xs:anyAttribute namespace="urn:y urn:z" processContents="lax"/></xs:complexType></xs:element>`,
  '1:3.10.6 an extension unites wildcards': `
    <xs:complexType name="B"><xs:anyAttribute namespace="urn:x" processContents="skip"/></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:extension base="B"><xs:anyAttribute namespace="##local" processContents="lax"/></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
  '1:3.4.2 a restriction without a wildcard has none': `
    <xs:complexType name="B"><xs:attribute name="a" type="xs:int"/><xs:anyAttribute processContents="lax"/></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="B"/></xs:complexContent></xs:complexType></xs:element>`,
  '1:4.3.1 xml:lang and xml:space from a schema for the xml namespace': {
    's.xsd': `
    <xs:schema targetNamespace="urn:t"><xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
      <xs:element name="r"><xs:complexType><xs:attribute ref="xml:lang" use="required"/><xs:attribute ref="xml:space"/></xs:complexType></xs:element>
    </xs:schema>`,
    'xml.xsd': `
    <xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="lang" type="xs:language"/>
      <xs:attribute name="space" default="preserve"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
    </xs:schema>`,
  },
});
