import { clauseOf, document, root, type Clause } from './clause.ts';

const seq = (...parts: readonly string[]): string => `<xs:sequence>${parts.join('')}</xs:sequence>`;
const types =
  '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>';
const using = root(seq('<xs:element name="a" type="S"/>'));

/** Schemas of several documents: part 1, 4.2. */
export const documents: readonly Clause[] = [
  clauseOf('1, 4.2.1: include', {
    's.xsd': document(`<xs:include schemaLocation="t.xsd"/>${using}`),
    't.xsd': document(types),
  }),
  clauseOf('1, 4.2.1: a chameleon include', {
    's.xsd': document(`<xs:include schemaLocation="t.xsd"/>${using}`),
    't.xsd': document(`${types}<xs:element name="g" type="S"/>`, ''),
  }),
  clauseOf('1, 4.2.1: documents that include each other', {
    's.xsd': document(`<xs:include schemaLocation="t.xsd"/>${using}`),
    't.xsd': document(`<xs:include schemaLocation="s.xsd"/>${types}`),
  }),
  clauseOf('1, 4.2.1: a document in a folder', {
    's.xsd': document(`<xs:include schemaLocation="sub/t.xsd"/>${using}`),
    'sub/t.xsd': document('<xs:include schemaLocation="../u.xsd"/>'),
    'u.xsd': document(types),
  }),
  clauseOf('1, 4.2.2: redefine of a simple type', {
    's.xsd': document(
      `<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:redefine>${using}`,
    ),
    't.xsd': document(types),
  }),
  clauseOf('1, 4.2.2: redefine of a complex type', {
    's.xsd': document(
      `<xs:redefine schemaLocation="t.xsd"><xs:complexType name="T"><xs:complexContent><xs:extension base="T">${seq('<xs:element name="b" type="xs:int"/>')}</xs:extension></xs:complexContent></xs:complexType></xs:redefine><xs:element name="r" type="T"/>`,
    ),
    't.xsd': document(`<xs:complexType name="T">${seq('<xs:element name="a" type="xs:string"/>')}</xs:complexType>`),
  }),
  clauseOf('1, 4.2.2: redefine of a group', {
    's.xsd': document(
      `<xs:redefine schemaLocation="t.xsd"><xs:group name="G">${seq('<xs:group ref="G"/>', '<xs:element name="b" type="xs:int"/>')}</xs:group></xs:redefine>${root('<xs:group ref="G"/>')}`,
    ),
    't.xsd': document(`<xs:group name="G">${seq('<xs:element name="a" type="xs:string"/>')}</xs:group>`),
  }),
  clauseOf('1, 4.2.3: import', {
    's.xsd': document(
      `<xs:import namespace="urn:u" schemaLocation="u.xsd"/>${root(seq('<xs:element ref="u:e"/>', '<xs:element name="a" type="u:S"/>'))}`,
      'targetNamespace="urn:t" xmlns="urn:t" xmlns:u="urn:u" elementFormDefault="qualified"',
    ),
    'u.xsd': document(`<xs:element name="e" type="S"/>${types}`, 'targetNamespace="urn:u" xmlns="urn:u"'),
  }),
  clauseOf('1, 4.2.3: import of no namespace', {
    's.xsd': document(
      `<xs:import schemaLocation="u.xsd"/>${root(seq('<xs:element ref="e"/>'))}`,
      'targetNamespace="urn:t" xmlns:t="urn:t" elementFormDefault="qualified"',
    ),
    'u.xsd': document(`<xs:element name="e" type="S"/>${types}`, ''),
  }),
];
