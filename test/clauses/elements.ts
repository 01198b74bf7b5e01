import { clauses } from './clause.ts';

/** Part 1, 3.3: element declarations; 2.6: `xsi:` attributes. */
export const elements = clauses({
  '1:3.3.2 an element without a type takes anything': `
    <xs:element name="r"/>`,
  '1:3.3.2 an element of a simple type': `
    <xs:element name="r" type="xs:int"/>`,
  '1:3.3.2 an element with an anonymous simple type': `
    <xs:element name="r"><xs:simpleType><xs:restriction base="xs:token"><xs:maxLength value="4"/></xs:restriction></xs:simpleType></xs:element>`,
  '1:3.3.2 a member of a substitution group has the type of its head': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" type="xs:int"/>
    <xs:element name="m" substitutionGroup="h"/>`,
  '1:3.3.2 elementFormDefault is unqualified': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t">
      <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" form="qualified"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>`,
  '1:3.3.2 form unqualified': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" form="unqualified"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.2 no target namespace': `
    <xs:schema><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element><xs:element name="a" type="xs:date"/></xs:schema>`,
  '1:3.3.4 (2) an abstract element is replaced': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" abstract="true" type="xs:string"/>
    <xs:element name="m" substitutionGroup="h"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="n" substitutionGroup="h"/>`,
  '1:3.3.4 (3.1) an element that is not nillable': `
    <xs:element name="r" nillable="false"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.4 (3.2) a nil element has no content': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.4 (3.2) a nil element keeps its attributes': `
    <xs:element name="r" nillable="true"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:attribute name="x" type="xs:int" use="required"/></xs:complexType></xs:element>`,
  '1:3.3.4 (3.2.2) nil and a fixed value': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true" fixed="3"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.4 (4) xsi:type names an extension': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="B" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="B"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="d" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.3.4 (4) xsi:type names a restriction of a simple type': `
    <xs:element name="r" type="S"/>
    <xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>
    <xs:simpleType name="T"><xs:restriction base="S"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>`,
  '1:3.3.4 (4.3) block keeps an extension away': `
    <xs:element name="r" type="B" block="extension"/>
    <xs:complexType name="B"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
    <xs:complexType name="E"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="d" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.3.4 (4.3) the type blocks restrictions of itself': `
    <xs:element name="r" type="B"/>
    <xs:complexType name="B" block="restriction"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
    <xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.3.4 (4.3) blockDefault': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t" blockDefault="#all">
      <xs:element name="r" type="B"/>
      <xs:complexType name="B"><xs:attribute name="x" type="xs:int"/></xs:complexType>
      <xs:complexType name="E"><xs:complexContent><xs:extension base="B"><xs:attribute name="y" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>
    </xs:schema>`,
  '1:3.3.4 (5.1) a default value for an empty element': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" default="3" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.4 (5.1.1) a fixed value that a derived type does not have': `
    <xs:element name="r" type="xs:string" fixed="vast"/>
    <xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>`,
  '1:3.3.4 (4) xsi:type in a substitution group of many': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" type="B" abstract="true"/><xs:element name="m" type="D" substitutionGroup="h"/><xs:element name="n" type="E" substitutionGroup="h"/>
    <xs:complexType name="B"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="d" type="xs:date"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="E"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="e" type="xs:boolean"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="F"><xs:complexContent><xs:extension base="E"><xs:attribute name="f" type="xs:int" use="required"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.3.4 (5.2.2) a fixed value': `
    <xs:element name="r" type="xs:decimal" fixed="1.50"/>`,
  '1:3.3.4 (5.2.2) a fixed text': `
    <xs:element name="r" type="xs:string" fixed="vast"/>`,
  '1:3.3.4 (5.2.2.2.1) a fixed value in mixed content': `
    <xs:element name="r" fixed="vast"><xs:complexType mixed="true"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.3.4 (5.2.2) a fixed value in simple content': `
    <xs:element name="r" fixed="2024-02-29"><xs:complexType><xs:simpleContent><xs:extension base="xs:date"><xs:attribute name="x" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`,
  '1:3.3.6 substitution over several steps': `
    <xs:element name="r"><xs:complexType><xs:choice maxOccurs="4"><xs:element ref="h"/><xs:element name="z" type="xs:int"/></xs:choice></xs:complexType></xs:element>
    <xs:element name="h" type="B"/><xs:element name="m" type="E" substitutionGroup="h"/><xs:element name="n" type="F" substitutionGroup="m"/>
    <xs:complexType name="B"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="E"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="e" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="F"><xs:complexContent><xs:extension base="E"><xs:attribute name="f" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.3.6 block keeps substitution away': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" type="xs:int" block="substitution"/><xs:element name="m" type="xs:int" substitutionGroup="h"/>`,
  '1:3.3.6 block keeps members with an extended type away': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" type="B" block="extension"/><xs:element name="m" type="E" substitutionGroup="h"/><xs:element name="n" type="B" substitutionGroup="h"/>
    <xs:complexType name="B"><xs:attribute name="x" type="xs:int"/></xs:complexType>
    <xs:complexType name="E"><xs:complexContent><xs:extension base="B"><xs:attribute name="y" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.3.6 a member of another namespace': {
    's.xsd': `
    <xs:schema targetNamespace="urn:t" xmlns="urn:t" xmlns:u="urn:u" elementFormDefault="qualified">
      <xs:import namespace="urn:u" schemaLocation="u.xsd"/>
      <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="u:h" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="m" type="xs:int" substitutionGroup="u:h"/>
    </xs:schema>`,
    'u.xsd': `<xs:schema targetNamespace="urn:u"><xs:element name="h" type="xs:integer" abstract="true"/></xs:schema>`,
  },
  '1:3.4.4 an abstract type asks for xsi:type': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="B" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="B" abstract="true"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="d" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="E"><xs:complexContent><xs:extension base="D"><xs:attribute name="e" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.3.2 names of letters, digits and what joins them, of many scripts': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="a--a"/><xs:element ref="b..·"/><xs:element ref="_é-٠"/><xs:element ref="e\u0387\u06DD"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="a--a" type="xs:int"/><xs:element name="b..·" type="xs:int"/><xs:element name="_é-٠" type="xs:int"/><xs:element name="e\u0387\u06DD" type="xs:int"/>`,
  '1:3.3.1 an element of xs:anySimpleType': `
    <xs:element name="r" type="xs:anySimpleType"/>`,
  '1:3.3.1 an element of xs:anyType': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:anyType" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`,
});
