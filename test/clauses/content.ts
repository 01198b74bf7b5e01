import { clauses, type Sketch } from './clause.ts';

const r = (content: string): Sketch => `
    <xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;

/** Part 1, 3.7 to 3.9: model groups and particles. */
export const content = clauses({
  '1:3.8.4 (1) a sequence': r(
    '<xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:sequence>',
  ),
  '1:3.8.4 (2) a choice': r(
    '<xs:choice><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:choice>',
  ),
  '1:3.8.4 (3) all': r(
    '<xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/><xs:element name="c" type="xs:int"/></xs:all>',
  ),
  '1:3.8.2 all may be left out': r(
    '<xs:all minOccurs="0"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:all>',
  ),
  '1:3.9.4 (1) occurrence of elements': r(
    '<xs:sequence><xs:element name="a" type="xs:int" minOccurs="2" maxOccurs="3"/><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="2"/><xs:element name="c" type="xs:int" minOccurs="3" maxOccurs="3"/></xs:sequence>',
  ),
  '1:3.9.4 (2) occurrence of a sequence': r(
    '<xs:sequence minOccurs="2" maxOccurs="3"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence>',
  ),
  '1:3.9.4 (2) occurrence of a choice': r(
    '<xs:choice minOccurs="2" maxOccurs="4"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:choice>',
  ),
  '1:3.9.2 unbounded': r(
    '<xs:sequence><xs:element name="a" type="xs:int" maxOccurs="unbounded"/><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>',
  ),
  '1:3.9.2 maxOccurs 0': r(
    '<xs:sequence><xs:element name="a" type="xs:int" minOccurs="0" maxOccurs="0"/><xs:element name="b" type="xs:int"/></xs:sequence>',
  ),
  '1:3.9.2 a large maxOccurs': r('<xs:sequence><xs:element name="a" type="xs:int" maxOccurs="300"/></xs:sequence>'),
  '1:3.9.2 a large minOccurs': r(
    '<xs:sequence><xs:element name="a" type="xs:int" minOccurs="40" maxOccurs="50"/></xs:sequence>',
  ),
  '1:3.8.3 nesting of sequences and choices': r(
    '<xs:sequence><xs:choice><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence><xs:element name="c" type="xs:int"/></xs:choice><xs:choice minOccurs="0" maxOccurs="2"><xs:element name="d" type="xs:int"/><xs:sequence><xs:element name="e" type="xs:int"/><xs:element name="f" type="xs:int" minOccurs="0"/></xs:sequence></xs:choice></xs:sequence>',
  ),
  '1:3.8.3 an optional sequence in a repeated one': r(
    '<xs:sequence maxOccurs="3"><xs:element name="a" type="xs:int"/><xs:sequence minOccurs="0"><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:sequence></xs:sequence>',
  ),
  '1:3.8.3 a choice with an empty branch': r(
    '<xs:sequence><xs:choice><xs:element name="a" type="xs:int" minOccurs="0"/><xs:element name="b" type="xs:int"/></xs:choice><xs:element name="c" type="xs:int"/></xs:sequence>',
  ),
  '1:3.8.3 a choice of one': r('<xs:choice><xs:element name="a" type="xs:int"/></xs:choice>'),
  '1:3.8.3 a sequence of one in a choice in a sequence': r(
    '<xs:sequence><xs:choice><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:sequence><xs:choice><xs:element name="b" type="xs:int"/></xs:choice></xs:sequence></xs:choice></xs:sequence>',
  ),
  '1:3.8.3 an empty sequence': r('<xs:sequence/>'),
  '1:3.8.3 an empty choice that may be left out': r(
    '<xs:sequence><xs:choice minOccurs="0"/><xs:element name="a" type="xs:int"/></xs:sequence>',
  ),
  '1:3.7.2 a named group': `
    <xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:group>
    <xs:element name="r"><xs:complexType><xs:sequence><xs:group ref="g" minOccurs="0" maxOccurs="2"/><xs:element name="c" type="xs:int"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.7.2 a named choice used twice': `
    <xs:group name="g"><xs:choice><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:choice></xs:group>
    <xs:element name="r"><xs:complexType><xs:sequence><xs:group ref="g"/><xs:element name="m" type="xs:int"/><xs:group ref="g" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.7.2 a named all group': `
    <xs:group name="g"><xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:all></xs:group>
    <xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>`,
  '1:3.7.2 a group within a group': `
    <xs:group name="g"><xs:sequence><xs:element name="a" type="xs:int"/><xs:group ref="h"/></xs:sequence></xs:group>
    <xs:group name="h"><xs:choice><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:choice></xs:group>
    <xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>`,
  '1:3.8.6 one name twice, of one type': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="S"/><xs:element name="b" type="xs:int"/><xs:element name="a" type="S" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
    <xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>`,
  '1:3.9.4 recursion through a type': `
    <xs:element name="r" type="T"/>
    <xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="t" type="T" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType>`,
  '1:3.9.4 recursion through an element, with a way out in a choice': `
    <xs:element name="r"><xs:complexType><xs:choice><xs:element ref="r"/><xs:element name="leaf" type="xs:int"/></xs:choice></xs:complexType></xs:element>`,
  '1:3.9.4 recursion through an optional group that needs its own type': `
    <xs:element name="r" type="T"/>
    <xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/><xs:sequence minOccurs="0"><xs:element name="b" type="xs:int"/><xs:element name="c" type="T"/></xs:sequence></xs:sequence></xs:complexType>`,
  '1:3.9.4 recursion through types derived from an abstract one': `
    <xs:element name="r" type="A"/>
    <xs:complexType name="A" abstract="true"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:complexType name="B"><xs:complexContent><xs:extension base="A"><xs:sequence minOccurs="0"><xs:element name="b" type="xs:int"/><xs:element name="c" type="A"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
  '1:3.9.4 recursion over a group': `
    <xs:group name="g"><xs:choice><xs:element name="l" type="xs:int"/><xs:element name="n"><xs:complexType><xs:sequence><xs:group ref="g"/><xs:group ref="g" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:choice></xs:group>
    <xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>`,
  '1:3.9.4 recursion over a substitution group': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="x"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="x" abstract="true"/>
    <xs:element name="num" type="xs:int" substitutionGroup="x"/>
    <xs:element name="add" substitutionGroup="x"><xs:complexType><xs:sequence><xs:element ref="x" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.4.2 mixed content': `
    <xs:element name="r"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
  '1:3.4.2 mixed content without elements': `
    <xs:element name="r"><xs:complexType mixed="true"/></xs:element>`,
  '1:3.4.4 element-only content': r('<xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence>'),
  '1:3.4.4 empty content': r('<xs:attribute name="a" type="xs:int"/>'),
  '1:3.9.6 a member of a substitution group, whose type extends that of the head, in a restriction': `
    <xs:element name="h" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:element name="m" substitutionGroup="h" type="U"/><xs:complexType name="U"><xs:complexContent><xs:extension base="T"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="B"><xs:sequence maxOccurs="3"><xs:element ref="h"/></xs:sequence></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="B"><xs:sequence maxOccurs="2"><xs:element ref="m"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
  '1:3.9.6 a group in the place of the head of a substitution group, which counts as a choice': `
    <xs:element name="h" type="xs:int"/><xs:element name="m" type="xs:int" substitutionGroup="h"/><xs:element name="n" type="xs:int" substitutionGroup="h"/>
    <xs:complexType name="B"><xs:sequence><xs:element ref="h" minOccurs="0" maxOccurs="unbounded"/><xs:element name="z" type="xs:int"/></xs:sequence></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:sequence minOccurs="0" maxOccurs="unbounded"><xs:element ref="m"/></xs:sequence><xs:element name="z" type="xs:int"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType></xs:element>`,
});
