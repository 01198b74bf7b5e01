import { clause, root, type Clause } from './clause.ts';

const a = '<xs:element name="a" type="xs:string"/>';
const b = '<xs:element name="b" type="xs:int"/>';
const typed = (definitions: string): string => `<xs:element name="r" type="T"/>${definitions}`;
const seq = (...parts: readonly string[]): string => `<xs:sequence>${parts.join('')}</xs:sequence>`;
const derived = (kind: 'extension' | 'restriction', base: string, content: string): string =>
  `<xs:complexContent><xs:${kind} base="${base}">${content}</xs:${kind}></xs:complexContent>`;
const simple = (kind: 'extension' | 'restriction', base: string, content: string): string =>
  `<xs:simpleContent><xs:${kind} base="${base}">${content}</xs:${kind}></xs:simpleContent>`;
const type = (name: string, content: string, attributes = ''): string =>
  `<xs:complexType name="${name}" ${attributes}>${content}</xs:complexType>`;

/** Complex types and their derivation: part 1, 3.4. */
export const complexTypes: readonly Clause[] = [
  clause(
    '1, 3.4.2: mixed content',
    `<xs:element name="r"><xs:complexType mixed="true">${seq(a, b)}</xs:complexType></xs:element>`,
  ),
  clause(
    '1, 3.4.2: mixed content with optional children',
    `<xs:element name="r"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">${a}${b}</xs:choice></xs:complexType></xs:element>`,
  ),
  clause('1, 3.4.2: mixed and empty', '<xs:element name="r"><xs:complexType mixed="true"/></xs:element>'),
  clause(
    '1, 3.4.2: mixed on complexContent',
    typed(
      type('B', seq(a), 'mixed="true"') +
        `<xs:complexType name="T"><xs:complexContent mixed="true"><xs:extension base="B">${seq(b)}</xs:extension></xs:complexContent></xs:complexType>`,
    ),
  ),
  clause('1, 3.4.2: extension of a sequence', typed(type('B', seq(a)) + type('T', derived('extension', 'B', seq(b))))),
  clause(
    '1, 3.4.2: extension by a choice',
    typed(
      type('B', seq(a)) +
        type('T', derived('extension', 'B', `<xs:choice>${b}<xs:element name="c" type="xs:date"/></xs:choice>`)),
    ),
  ),
  clause(
    '1, 3.4.2: extension of a choice',
    typed(
      type('B', `<xs:choice>${a}${b}</xs:choice>`) +
        type('T', derived('extension', 'B', seq('<xs:element name="c" type="xs:date"/>'))),
    ),
  ),
  clause('1, 3.4.2: extension of empty content', typed(type('B', '') + type('T', derived('extension', 'B', seq(b))))),
  clause(
    '1, 3.4.2: extension by attributes only',
    typed(
      type('B', seq(a)) + type('T', derived('extension', 'B', '<xs:attribute name="x" type="xs:int" use="required"/>')),
    ),
  ),
  clause(
    '1, 3.4.2: extension of an extension',
    typed(
      type('A', seq(a)) +
        type('B', derived('extension', 'A', seq(b))) +
        type('T', derived('extension', 'B', seq('<xs:element name="c" type="xs:date" minOccurs="0"/>'))),
    ),
  ),
  clause(
    '1, 3.4.2: restriction of occurrence',
    typed(
      type('B', seq('<xs:element name="a" type="xs:string" minOccurs="0" maxOccurs="5"/>')) +
        type(
          'T',
          derived('restriction', 'B', seq('<xs:element name="a" type="xs:string" minOccurs="2" maxOccurs="3"/>')),
        ),
    ),
  ),
  clause(
    "1, 3.4.2: restriction of a child's type",
    typed(
      type('B', seq('<xs:element name="a" type="xs:integer"/>')) +
        type('T', derived('restriction', 'B', seq('<xs:element name="a" type="xs:byte"/>'))),
    ),
  ),
  clause(
    '1, 3.4.2: restriction takes an attribute away',
    typed(
      type('B', `${seq(a)}<xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:int"/>`) +
        type('T', derived('restriction', 'B', `${seq(a)}<xs:attribute name="x" use="prohibited"/>`)),
    ),
  ),
  clause(
    '1, 3.4.2: restriction makes an attribute required',
    typed(
      type('B', `${seq(a)}<xs:attribute name="x" type="xs:int"/>`) +
        type('T', derived('restriction', 'B', `${seq(a)}<xs:attribute name="x" type="xs:int" use="required"/>`)),
    ),
  ),
  clause('1, 3.4.2: restriction of anyType', typed(type('T', derived('restriction', 'xs:anyType', seq(a, b))))),
  clause(
    '1, 3.4.2: simple content by extension',
    root(simple('extension', 'xs:int', '<xs:attribute name="x" type="xs:string" use="required"/>')),
  ),
  clause(
    '1, 3.4.2: simple content of a named simple type',
    `<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="4"/></xs:restriction></xs:simpleType>${root(simple('extension', 'S', '<xs:attribute name="x" type="S"/>'))}`,
  ),
  clause(
    '1, 3.4.2: simple content by restriction',
    typed(
      type('B', simple('extension', 'xs:string', '<xs:attribute name="x" type="xs:int"/>')) +
        type('T', simple('restriction', 'B', '<xs:minLength value="2"/><xs:maxLength value="5"/>')),
    ),
  ),
  clause(
    '1, 3.4.2: simple content restricted by a simple type',
    typed(
      type('B', simple('extension', 'xs:string', '')) +
        type(
          'T',
          simple(
            'restriction',
            'B',
            '<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[a-c]+"/></xs:restriction></xs:simpleType><xs:maxLength value="5"/>',
          ),
        ),
    ),
  ),
  clause(
    '1, 3.4.2: simple content extended twice',
    typed(
      type('B', simple('extension', 'xs:date', '<xs:attribute name="x" type="xs:int"/>')) +
        type('T', simple('extension', 'B', '<xs:attribute name="y" type="xs:int"/>')),
    ),
  ),
  clause(
    '1, 3.4.4: an abstract type with xsi:type',
    `${type('B', seq(a), 'abstract="true"')}${type('D', derived('extension', 'B', seq(b)))}${type('E', derived('extension', 'B', '<xs:attribute name="x" use="required"/>'))}${root(seq('<xs:element name="e" type="B"/>'))}`,
  ),
  clause(
    '1, 3.3.4: xsi:type of a derived type',
    `${type('B', seq(a))}${type('D', derived('extension', 'B', seq(b)))}${root(seq('<xs:element name="e" type="B" maxOccurs="2"/>'))}`,
  ),
  clause(
    '1, 3.3.4: xsi:type of a derived simple type',
    `<xs:simpleType name="D"><xs:restriction base="xs:int"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>${root(seq('<xs:element name="e" type="xs:int"/>'))}`,
  ),
  clause(
    '1, 3.3.4: block keeps xsi:type out',
    `${type('B', seq(a), 'block="extension"')}${type('D', derived('extension', 'B', seq(b)))}${root(seq('<xs:element name="e" type="B"/>'))}`,
  ),
  clause('1, 3.4.7: anyType', root(seq('<xs:element name="e"/>'))),
];
