import { clauses } from './clause.ts';

const b =
  '<xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:integer" minOccurs="0" maxOccurs="3"/></xs:sequence><xs:attribute name="x" type="xs:int"/></xs:complexType>';
const r = '<xs:element name="r" type="T"/>';

/** Part 1, 3.4: complex types. */
export const types = clauses({
  '1:3.4.2 an extension follows its base': `
    ${r}${b}<xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="c" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 an extension by a choice': `
    ${r}${b}<xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:choice maxOccurs="2"><xs:element name="c" type="xs:int"/><xs:element name="d" type="xs:int"/></xs:choice></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 an extension of an extension': `
    ${r}${b}<xs:complexType name="M"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="c" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="T"><xs:complexContent><xs:extension base="M"><xs:sequence minOccurs="0"><xs:element name="d" type="xs:int"/></xs:sequence><xs:attribute name="y" use="required" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 an extension of empty content': `
    ${r}<xs:complexType name="B"/><xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="c" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 an extension of empty content by all': `
    ${r}<xs:complexType name="B"><xs:attribute name="x" type="xs:int"/></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:all><xs:element name="c" type="xs:int"/><xs:element name="d" type="xs:int" minOccurs="0"/></xs:all></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 a restriction of occurrence': `
    ${r}${b}<xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:integer" minOccurs="1" maxOccurs="2"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.9.6 a restriction leaves out what is optional': `
    ${r}${b}<xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.9.6 a restriction narrows the type of an element': `
    ${r}${b}<xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:byte"/><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="3"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.9.6 an element restricts a wildcard': `
    ${r}<xs:complexType name="B"><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="3"/></xs:sequence></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.9.6 a choice of fewer branches': `
    ${r}<xs:complexType name="B"><xs:choice><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:choice></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:choice><xs:element name="a" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:choice></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.9.6 all restricted to a sequence': `
    ${r}<xs:complexType name="B"><xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int" minOccurs="0"/></xs:all></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.4.2 a restriction of xs:anyType': `
    ${r}<xs:complexType name="T"><xs:complexContent><xs:restriction base="xs:anyType"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.4.2 mixed on xs:complexContent': `
    ${r}<xs:complexType name="T"><xs:complexContent mixed="true"><xs:restriction base="xs:anyType"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.4.2 an extension of mixed content': `
    ${r}<xs:complexType name="B" mixed="true"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType><xs:complexType name="T" mixed="true"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.2 a restriction of mixed to element-only content': `
    ${r}<xs:complexType name="B" mixed="true"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.4.2 simple content by extension': `
    ${r}<xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:token" use="required"/></xs:extension></xs:simpleContent></xs:complexType>`,
  '1:3.4.2 simple content by restriction with facets': `
    ${r}<xs:complexType name="B"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="T"><xs:simpleContent><xs:restriction base="B"><xs:minInclusive value="0"/><xs:fractionDigits value="2"/><xs:attribute name="unit" use="required"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="m"/><xs:enumeration value="km"/></xs:restriction></xs:simpleType></xs:attribute></xs:restriction></xs:simpleContent></xs:complexType>`,
  '1:3.4.2 simple content by restriction with a type of its own': `
    ${r}<xs:complexType name="B"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="x" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="T"><xs:simpleContent><xs:restriction base="B"><xs:simpleType><xs:restriction base="xs:token"><xs:maxLength value="5"/></xs:restriction></xs:simpleType><xs:pattern value="[a-c]*"/></xs:restriction></xs:simpleContent></xs:complexType>`,
  '1:3.4.2 simple content from emptiable mixed content': `
    ${r}<xs:complexType name="B" mixed="true"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
    <xs:complexType name="T"><xs:simpleContent><xs:restriction base="B"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction></xs:simpleContent></xs:complexType>`,
  '1:3.4.2 simple content extended twice': `
    ${r}<xs:complexType name="B"><xs:simpleContent><xs:extension base="S"><xs:attribute name="x" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType><xs:simpleType name="S"><xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction></xs:simpleType>
    <xs:complexType name="T"><xs:simpleContent><xs:extension base="B"><xs:attribute name="y" type="xs:int" use="required"/></xs:extension></xs:simpleContent></xs:complexType>`,
  '1:3.4.6 final on a type': `
    ${r}<xs:complexType name="T" final="extension"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType><xs:complexType name="U"><xs:complexContent><xs:restriction base="T"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
  '1:3.4.1 xsi:type over two steps, one blocked': `
    ${r}<xs:complexType name="T" block="extension"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType><xs:complexType name="U"><xs:complexContent><xs:restriction base="T"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType><xs:complexType name="V"><xs:complexContent><xs:extension base="U"><xs:attribute name="v" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.4.1 a substitution group of complex types with an abstract one between': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="h" type="B" abstract="true"/><xs:element name="i" type="M" abstract="true" substitutionGroup="h"/><xs:element name="j" type="T" substitutionGroup="i"/>
    ${b}<xs:complexType name="M" abstract="true"><xs:complexContent><xs:extension base="B"><xs:attribute name="m" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="T"><xs:complexContent><xs:extension base="M"><xs:attribute name="t" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
});
