import { clauses } from './clause.ts';

/** Part 1, 4.2: schemas of several documents. */
export const documents = clauses({
  '1:4.2.1 include': {
    's.xsd': `<xs:include schemaLocation="t.xsd"/><xs:element name="r" type="S"/>`,
    't.xsd': `<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>`,
  },
  '1:3.13 comments and processing instructions anywhere': `<!-- a --><?b c?><xs:element name="r"><?b?><!-- a --><?b c?><xs:complexType><xs:sequence><?b c?><xs:element name="e" type="xs:int"/><?b?></xs:sequence><?b?></xs:complexType><?b?></xs:element><?b?>`,
  '1:4.2.1 (2.3) a chameleon': {
    's.xsd': `<xs:include schemaLocation="t.xsd"/><xs:element name="r" type="T"/>`,
    't.xsd': `<xs:schema elementFormDefault="qualified"><xs:complexType name="T"><xs:sequence><xs:element ref="a"/><xs:element name="b" type="S"/></xs:sequence><xs:attribute name="x" type="S"/></xs:complexType><xs:element name="a" type="S"/><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`,
  },
  '1:4.2.1 a chameleon with a wildcard and a key': {
    's.xsd': `<xs:include schemaLocation="t.xsd"/>`,
    't.xsd': `<xs:schema elementFormDefault="qualified"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="3"/><xs:any namespace="##other" processContents="skip" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
  },
  '1:4.2.1 an include of what is not at hand includes nothing': {
    's.xsd': `<xs:include schemaLocation="http://example.invalid/t.xsd"/><xs:redefine schemaLocation="http://example.invalid/u.xsd"/><xs:include schemaLocation="t.xsd"/><xs:element name="r" type="S"/>`,
    't.xsd': `<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>`,
  },
  '1:4.2.1 includes in a ring': {
    's.xsd': `<xs:include schemaLocation="t.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element>`,
    't.xsd': `<xs:include schemaLocation="s.xsd"/><xs:element name="a" type="xs:int"/>`,
  },
  '1:4.2.1 a document included twice, from a folder': {
    's.xsd': `<xs:include schemaLocation="d/t.xsd"/><xs:include schemaLocation="d/u.xsd"/><xs:element name="r" type="S"/>`,
    'd/t.xsd': `<xs:include schemaLocation="u.xsd"/><xs:element name="a" type="S"/>`,
    'd/u.xsd': `<xs:simpleType name="S"><xs:restriction base="xs:boolean"/></xs:simpleType>`,
  },
  '1:4.2.3 import': {
    's.xsd': `<xs:schema targetNamespace="urn:t" xmlns:u="urn:u" elementFormDefault="qualified"><xs:import namespace="urn:u" schemaLocation="u.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="u:e"/><xs:element name="a" type="u:S"/><xs:group ref="u:g"/></xs:sequence><xs:attribute ref="u:x"/><xs:attributeGroup ref="u:h"/></xs:complexType></xs:element></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u" xmlns="urn:u"><xs:element name="e" type="S"/><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType><xs:group name="g"><xs:sequence><xs:element name="b" type="S"/></xs:sequence></xs:group><xs:attribute name="x" type="S"/><xs:attributeGroup name="h"><xs:attribute name="y" type="S"/></xs:attributeGroup></xs:schema>`,
  },
  '1:4.2.3 import of no namespace': {
    's.xsd': `<xs:schema targetNamespace="urn:t"><xs:import schemaLocation="n.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="e"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    'n.xsd': `<xs:schema><xs:element name="e" type="xs:int"/></xs:schema>`,
  },
  '1:4.2.3 imports in a ring': {
    's.xsd': `<xs:schema targetNamespace="urn:t" xmlns="urn:t" xmlns:u="urn:u"><xs:import namespace="urn:u" schemaLocation="u.xsd"/><xs:element name="r" type="u:T"/><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u" xmlns:t="urn:t"><xs:import namespace="urn:t" schemaLocation="s.xsd"/><xs:complexType name="T"><xs:sequence><xs:element name="a" type="t:S"/></xs:sequence></xs:complexType></xs:schema>`,
  },
  '1:4.2.3 an import without a location': `
    <xs:schema targetNamespace="urn:t"><xs:import namespace="urn:elsewhere"/><xs:element name="r" type="xs:int"/></xs:schema>`,
  '1:4.2.2 a simple type redefined': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType></xs:redefine>`,
    't.xsd': `<xs:element name="r" type="S"/><xs:simpleType name="S"><xs:restriction base="xs:int"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>`,
  },
  '1:4.2.2 a complex type redefined by extension': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:complexType name="T"><xs:complexContent><xs:extension base="T"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:redefine><xs:element name="q" type="T"/>`,
    't.xsd': `<xs:element name="r" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>`,
  },
  '1:4.2.2 a complex type redefined by restriction': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:complexType name="T"><xs:complexContent><xs:restriction base="T"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType></xs:redefine>`,
    't.xsd': `<xs:element name="r" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0" maxOccurs="5"/></xs:sequence></xs:complexType>`,
  },
  '1:4.2.2 a group redefined with itself inside': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:group name="g"><xs:sequence><xs:group ref="g"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:group></xs:redefine>`,
    't.xsd': `<xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element><xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:group>`,
  },
  '1:4.2.2 (6.2.2) a group redefined by restriction': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="2"/></xs:sequence></xs:group></xs:redefine>`,
    't.xsd': `<xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element><xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="5"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:group>`,
  },
  '1:4.2.2 an attribute group redefined with itself inside': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:attributeGroup name="g"><xs:attributeGroup ref="g"/><xs:attribute name="b" type="xs:int" use="required"/></xs:attributeGroup></xs:redefine>`,
    't.xsd': `<xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/></xs:complexType></xs:element><xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int" use="required"/></xs:attributeGroup>`,
  },
  '1:4.2.2 an attribute group redefined by restriction': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:attributeGroup name="g"><xs:attribute name="a" type="xs:byte" use="required"/></xs:attributeGroup></xs:redefine>`,
    't.xsd': `<xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/></xs:complexType></xs:element><xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int"/><xs:attribute name="b" type="xs:int"/></xs:attributeGroup>`,
  },
  '1:4.2.2 a chameleon redefined': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:maxLength value="5"/></xs:restriction></xs:simpleType></xs:redefine><xs:element name="r" type="S"/>`,
    't.xsd': `<xs:schema><xs:simpleType name="S"><xs:restriction base="xs:string"><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:schema>`,
  },
  '1:4.2.2 a redefinition of a redefinition': {
    's.xsd': `<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:maxInclusive value="7"/></xs:restriction></xs:simpleType></xs:redefine><xs:element name="r" type="S"/>`,
    't.xsd': `<xs:redefine schemaLocation="u.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:minInclusive value="2"/></xs:restriction></xs:simpleType></xs:redefine>`,
    'u.xsd': `<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>`,
  },
  '1:3.13 annotations everywhere': `
    <xs:annotation><xs:documentation xml:lang="nl">Over het schema</xs:documentation></xs:annotation>
    <xs:element name="r"><xs:annotation><xs:appinfo source="urn:x"><x xmlns="urn:x"/></xs:appinfo></xs:annotation><xs:complexType><xs:annotation/><xs:sequence><xs:annotation/><xs:element name="a" type="xs:int"><xs:annotation/></xs:element></xs:sequence><xs:attribute name="b" type="xs:int"><xs:annotation/></xs:attribute></xs:complexType></xs:element>`,
  '1:3.15.2 foreign attributes on schema elements': `
    <xs:element name="r" type="xs:int" x:note="x" xmlns:x="urn:x"/>`,
  '1:4.2.3 several documents of one namespace imported': {
    's.xsd': `<xs:schema targetNamespace="urn:t" xmlns:u="urn:u" elementFormDefault="qualified"><xs:import namespace="urn:u" schemaLocation="u.xsd"/><xs:import namespace="urn:u" schemaLocation="d/v.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="u:a"/><xs:element ref="u:b"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:element name="a" type="xs:int"/></xs:schema>`,
    'd/v.xsd': `<xs:schema targetNamespace="urn:u" xmlns="urn:u"><xs:element name="b" type="S"/><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`,
  },
  '1:4.2.3 the namespace of the schema imported by another': {
    's.xsd': `<xs:schema targetNamespace="urn:t"><xs:import namespace="urn:u" schemaLocation="./u.xsd"/><xs:element name="r"><xs:complexType><xs:choice><xs:any namespace="urn:t" processContents="strict"/><xs:element name="q" type="xs:int"/></xs:choice></xs:complexType></xs:element></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:import namespace="urn:t" schemaLocation="v.xsd"/></xs:schema>`,
    'v.xsd': `<xs:schema targetNamespace="urn:t"><xs:element name="b" type="xs:int"/></xs:schema>`,
  },
  '1:4.2.3 an import without a location of what another import brings': {
    's.xsd': `<xs:schema targetNamespace="urn:t" xmlns:u="urn:u"><xs:import namespace="urn:u"/><xs:import namespace="urn:v" schemaLocation="v.xsd"/><xs:element name="r" type="u:S"/></xs:schema>`,
    'v.xsd': `<xs:schema targetNamespace="urn:v"><xs:import namespace="urn:u" schemaLocation="u.xsd"/></xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:simpleType name="S"><xs:restriction base="xs:boolean"/></xs:simpleType></xs:schema>`,
  },
});
