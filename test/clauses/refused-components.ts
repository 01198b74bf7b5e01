import { broken } from './clause.ts';

const S = (step: string): string => `\n<xs:simpleType name="S">${step}</xs:simpleType><xs:element name="r" type="S"/>`;
const of = (base: string, facets: string): string => S(`<xs:restriction base="${base}">${facets}</xs:restriction>`);
const twice = (base: string, first: string, second: string): string =>
  `<xs:simpleType name="B"><xs:restriction base="${base}">${first}</xs:restriction></xs:simpleType>\n<xs:simpleType name="S"><xs:restriction base="B">${second}</xs:restriction></xs:simpleType><xs:element name="r" type="S"/>`;
const r = (content: string): string =>
  `\n<xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;
const restricted = (base: string, own: string): string =>
  `<xs:complexType name="B">${base}</xs:complexType><xs:element name="r" type="T"/>\n<xs:complexType name="T"><xs:complexContent><xs:restriction base="B">${own}</xs:restriction></xs:complexContent></xs:complexType>`;
const extended = (base: string, own: string, mixed = ''): string =>
  `<xs:complexType name="B"${base}</xs:complexType><xs:element name="r" type="T"/>\n<xs:complexType name="T"${mixed}><xs:complexContent><xs:extension base="B">${own}</xs:extension></xs:complexContent></xs:complexType>`;
const e = (name: string, more = ''): string => `<xs:element name="${name}" type="xs:int"${more}/>`;
const upa = (name: string): string =>
  `s.xsd:2: content model: it leaves open which particle ${name} belongs to (Unique Particle Attribution)`;

/** Components that break a Schema Component Constraint of part 1, or a constraint on facets of part 2. */
export const refusedComponents = broken({
  '1:3.2.6 (2) a default that is no value': [
    r('<xs:attribute name="a" type="xs:int" default="een"/>'),
    "s.xsd:2: xs:attribute: its default value 'een' is no value of its type",
  ],
  '1:3.2.6 (3) an ID with a default': [
    r('<xs:attribute name="a" type="xs:ID" default="een"/>'),
    's.xsd:2: xs:attribute: an ID has no default value',
  ],
  '1:3.3.6 (2) a fixed value that is no value': [
    '\n<xs:element name="r" type="xs:date" fixed="2023-02-29"/>',
    "s.xsd:2: xs:element: its fixed value '2023-02-29' is no value of its type",
  ],
  '1:3.3.6 (2) a default of element-only content': [
    '\n<xs:element name="r" default="x"><xs:complexType><xs:sequence/></xs:complexType></xs:element>',
    "s.xsd:2: xs:element 'r': its content can not be the default text 'x'",
  ],
  '1:3.3.6 (4) a member whose type is not derived': [
    '<xs:element name="h" type="xs:int"/>\n<xs:element name="r" type="xs:date" substitutionGroup="h"/>',
    "s.xsd:2: xs:element 'r': its type is not derived from that of the head of its substitution group",
  ],
  '1:3.3.6 (4) a head that is final': [
    '<xs:element name="h" type="B" final="extension"/><xs:complexType name="B"/><xs:complexType name="E"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType>\n<xs:element name="r" type="E" substitutionGroup="h"/>',
    "s.xsd:2: xs:element 'r': the head of its substitution group is final for how its type is derived",
  ],
  '1:3.4.6 (4) an attribute twice': [
    r('<xs:attribute name="a"/><xs:attribute name="a"/>'),
    "s.xsd:2: xs:complexType: attribute 'a' stands in it twice",
  ],
  '1:3.4.6 (5) two IDs': [
    r('<xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/>'),
    "s.xsd:2: xs:complexType: two of its attributes are IDs: 'a', 'b'",
  ],
  '1:3.6.6 (3) two IDs in an attribute group that nothing uses': [
    '\n<xs:attributeGroup name="g"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:attributeGroup>',
    "s.xsd:2: xs:attributeGroup: two of its attributes are IDs: 'a', 'b'",
  ],
  '1:3.2.6 (2) a default that is no value in an attribute group that nothing uses': [
    '<xs:attributeGroup name="g">\n<xs:attribute name="a" type="xs:int" default="x"/></xs:attributeGroup>',
    "s.xsd:2: xs:attribute: its default value 'x' is no value of its type",
  ],
  '1:3.3.6 (2) a default that is no value in a group that nothing uses': [
    '<xs:group name="g"><xs:sequence>\n<xs:element name="a" type="xs:int" default="x"/></xs:sequence></xs:group>',
    "s.xsd:2: xs:element: its default value 'x' is no value of its type",
  ],
  '1:3.4.6 an extension of a final type': [
    extended(' final="extension">', ''),
    "s.xsd:2: xs:extension: 'B' is final for extension",
  ],
  '1:3.4.6 (1.4) an extension that is mixed': [
    extended(`><xs:sequence>${e('a')}</xs:sequence>`, `<xs:sequence>${e('b')}</xs:sequence>`, ' mixed="true"'),
    's.xsd:2: xs:extension: it is mixed and its base is not',
  ],
  '1:3.4.6 (1.4) an extension of simple content by elements': [
    extended(
      '><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>',
      `<xs:sequence>${e('a')}</xs:sequence>`,
    ),
    's.xsd:2: xs:extension: its base has simple content, to which no elements can be added',
  ],
  '1:3.4.6 (4) an extension repeats an attribute': [
    extended('><xs:attribute name="a"/>', '<xs:attribute name="a"/>'),
    "s.xsd:2: xs:extension: its base has the attribute 'a' already",
  ],
  '1:3.4.6 (1.4) an extension of mixed content that is not mixed': [
    extended(' mixed="true">', `<xs:sequence>${e('a')}</xs:sequence>`),
    's.xsd:2: xs:extension: its base has mixed content',
  ],
  '1:3.8.6 (1) an extension of all': [
    extended(`><xs:all>${e('a')}</xs:all>`, `<xs:sequence>${e('b')}</xs:sequence>`),
    's.xsd:2: xs:extension: xs:all can not stand beside other content (part 1, 3.8.6)',
  ],
  '1:3.4.6 a restriction of a final type': [
    restricted('', '').replace('name="B"', 'name="B" final="#all"'),
    "s.xsd:2: xs:restriction: 'B' is final for restriction",
  ],
  '1:3.4.6 (2.1) a restriction with an attribute more': [
    restricted('', '<xs:attribute name="a"/>'),
    "s.xsd:2: xs:restriction: its base has no attribute 'a'",
  ],
  '1:3.4.6 (2.1.1) a restriction makes an attribute optional': [
    restricted('<xs:attribute name="a" use="required"/>', '<xs:attribute name="a"/>'),
    "s.xsd:2: xs:restriction: its base requires the attribute 'a'",
  ],
  '1:3.4.6 (2.1.2) a restriction widens the type of an attribute': [
    restricted('<xs:attribute name="a" type="xs:int"/>', '<xs:attribute name="a" type="xs:long"/>'),
    "s.xsd:2: xs:restriction: the type of the attribute 'a' is not derived from the one it has in the base",
  ],
  '1:3.4.6 (2.1.3) a restriction forgets a fixed value': [
    restricted('<xs:attribute name="a" fixed="x"/>', '<xs:attribute name="a"/>'),
    "s.xsd:2: xs:restriction: its base fixes the attribute 'a' at 'x'",
  ],
  '1:3.4.6 (3) a restriction prohibits what is required': [
    restricted('<xs:attribute name="a" use="required"/>', '<xs:attribute name="a" use="prohibited"/>'),
    "s.xsd:2: xs:restriction: its base requires the attribute 'a'",
  ],
  '1:3.4.6 (4) a restriction widens a wildcard': [
    restricted('<xs:anyAttribute namespace="urn:x"/>', '<xs:anyAttribute/>'),
    's.xsd:2: xs:anyAttribute: it takes more than that of the base',
  ],
  '1:3.4.6 (5.3) a restriction is empty': [
    restricted(`<xs:sequence>${e('a')}</xs:sequence>`, ''),
    's.xsd:2: xs:restriction: it is empty, and its base can not be',
  ],
  '1:3.9.6 a restriction with more occurrences': [
    restricted(`<xs:sequence>${e('a')}</xs:sequence>`, `<xs:sequence>${e('a', ' maxOccurs="2"')}</xs:sequence>`),
    "s.xsd:2: xs:restriction: element 'a' occurs otherwise than its base allows (part 1, 3.9.6)",
  ],
  '1:3.9.6 a restriction with another element': [
    restricted(`<xs:sequence>${e('a')}</xs:sequence>`, `<xs:sequence>${e('b')}</xs:sequence>`),
    "s.xsd:2: xs:restriction: element 'b' stands where its base has 'a' (part 1, 3.9.6)",
  ],
  '1:3.9.6 a restriction with an element more': [
    restricted(
      `<xs:sequence>${e('a')}${e('b', ' minOccurs="0"')}</xs:sequence>`,
      `<xs:sequence>${e('a')}${e('b')}${e('c')}</xs:sequence>`,
    ),
    's.xsd:2: xs:restriction: it has more content than its base (part 1, 3.9.6)',
  ],
  '1:3.9.6 a restriction in another order': [
    restricted(`<xs:sequence>${e('a')}${e('b')}</xs:sequence>`, `<xs:sequence>${e('b')}${e('a')}</xs:sequence>`),
    "s.xsd:2: xs:restriction: element 'b' stands where its base has 'a' (part 1, 3.9.6)",
  ],
  '1:3.9.6 a restriction by a choice of a sequence': [
    restricted(`<xs:sequence>${e('a')}${e('b')}</xs:sequence>`, `<xs:choice>${e('a')}${e('b')}</xs:choice>`),
    's.xsd:2: xs:restriction: a choice stands where its base has sequence (part 1, 3.9.6)',
  ],
  '1:3.9.6 a restriction widens the type of an element': [
    restricted(
      `<xs:sequence>${e('a')}</xs:sequence>`,
      '<xs:sequence><xs:element name="a" type="xs:decimal"/></xs:sequence>',
    ),
    "s.xsd:2: xs:restriction: the type of element 'a' is no restriction of that in its base (part 1, 3.9.6)",
  ],
  '1:3.9.6 a wildcard in the place of an element': [
    restricted(`<xs:sequence>${e('a')}</xs:sequence>`, '<xs:sequence><xs:any/></xs:sequence>'),
    's.xsd:2: xs:restriction: a wildcard stands where its base has none (part 1, 3.9.6)',
  ],
  '1:3.9.6 an element that the wildcard does not take': [
    restricted('<xs:sequence><xs:any namespace="##other"/></xs:sequence>', `<xs:sequence>${e('a')}</xs:sequence>`),
    "s.xsd:2: xs:restriction: the wildcard of its base does not take '{urn:t}a' (part 1, 3.9.6)",
  ],
  '1:3.9.6 a restriction that is mixed': [
    restricted(`<xs:sequence>${e('a')}</xs:sequence>`, `<xs:sequence>${e('a')}</xs:sequence>`).replace(
      '<xs:complexContent>',
      '<xs:complexContent mixed="true">',
    ),
    's.xsd:2: xs:restriction: it is mixed and its base is not',
  ],
  '1:3.8.6 ambiguous: an optional element and the same again': [
    r(`<xs:sequence>${e('a', ' minOccurs="0"')}${e('a')}</xs:sequence>`),
    upa("'a'"),
  ],
  '1:3.8.6 ambiguous: branches that begin alike': [
    r(
      `<xs:choice><xs:sequence>${e('a')}${e('b')}</xs:sequence><xs:sequence>${e('a')}${e('c')}</xs:sequence></xs:choice>`,
    ),
    upa("'a'"),
  ],
  '1:3.8.6 ambiguous: a wildcard behind an optional element': [
    r(`<xs:sequence>${e('a', ' minOccurs="0"')}<xs:any/></xs:sequence>`),
    upa('what a wildcard takes'),
  ],
  '1:3.8.6 ambiguous: a repetition that may end': [
    r(`<xs:sequence>${e('a', ' maxOccurs="unbounded"')}${e('a')}</xs:sequence>`),
    upa("'a'"),
  ],
  '1:3.8.6 ambiguous: a member of a substitution group': [
    '<xs:element name="h" type="xs:int"/><xs:element name="m" type="xs:int" substitutionGroup="h"/>\n<xs:element name="r"><xs:complexType><xs:choice><xs:element ref="h"/><xs:element ref="m"/></xs:choice></xs:complexType></xs:element>',
    upa("'h'"),
  ],
  '1:3.8.6 one name with two types': [
    r(`<xs:sequence>${e('a')}<xs:element name="a" type="xs:date"/></xs:sequence>`),
    "s.xsd:2: xs:element: 'a' is there twice with different types (Element Declarations Consistent)",
  ],
  '1:3.14.6 a restriction of xs:anySimpleType': [
    '\n<xs:element name="r"><xs:simpleType><xs:restriction base="xs:anySimpleType"><xs:pattern value="a"/></xs:restriction></xs:simpleType></xs:element>',
    's.xsd:2: xs:restriction: xs:anySimpleType can not be restricted',
  ],
  '1:3.14.6 a list of lists': [
    `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>${S('<xs:list itemType="L"/>')}`,
    's.xsd:2: xs:list: its items are lists themselves',
  ],
  '1:3.14.6 a restriction of a final type': [
    twice('xs:int', '', '').replace('name="B"', 'name="B" final="restriction"'),
    "s.xsd:2: xs:restriction: 'B' is final for restriction",
  ],
  '1:3.14.6 a list of a final type': [
    `<xs:simpleType name="B" final="list"><xs:restriction base="xs:int"/></xs:simpleType>${S('<xs:list itemType="B"/>')}`,
    "s.xsd:2: xs:list: 'B' is final for lists",
  ],
  '1:3.14.6 a union of a final type': [
    `<xs:simpleType name="B" final="#all"><xs:restriction base="xs:int"/></xs:simpleType>${S('<xs:union memberTypes="B"/>')}`,
    "s.xsd:2: xs:union: 'B' is final for unions",
  ],
  '1:3.14.6 a simple type where a complex one is': [
    `<xs:complexType name="C"/>${of('C', '')}`,
    "s.xsd:2: xs:restriction: 'C' is a complex type where a simple one is needed",
  ],
  '2:4.1.5 length of a number': [
    of('xs:int', '<xs:length value="3"/>'),
    's.xsd:2: xs:length: a xs:decimal has no such facet',
  ],
  '2:4.1.5 bounds of text': [
    of('xs:string', '<xs:minInclusive value="a"/>'),
    's.xsd:2: xs:minInclusive: a xs:string has no such facet',
  ],
  '2:4.1.5 digits of a float': [
    of('xs:float', '<xs:totalDigits value="3"/>'),
    's.xsd:2: xs:totalDigits: a xs:float has no such facet',
  ],
  '2:4.1.5 an enumeration of booleans': [
    of('xs:boolean', '<xs:enumeration value="true"/>'),
    's.xsd:2: xs:enumeration: a xs:boolean has no such facet',
  ],
  '2:4.1.5 length of a union': [
    `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>${of('U', '<xs:length value="1"/>')}`,
    's.xsd:2: xs:length: a union has no such facet',
  ],
  '2:4.3.1.4 length and minLength': [
    of('xs:string', '<xs:length value="3"/><xs:minLength value="2"/>'),
    's.xsd:2: xs:minLength: it stands beside xs:length (part 2, 4.3.1.4)',
  ],
  '2:4.3.1.4 another length than the base': [
    twice('xs:string', '<xs:length value="3"/>', '<xs:length value="4"/>'),
    's.xsd:2: xs:length: 4 is not within what its base allows',
  ],
  '2:4.3.2.4 minLength over maxLength': [
    of('xs:string', '<xs:minLength value="3"/><xs:maxLength value="2"/>'),
    's.xsd:2: xs:minLength: it is more than maxLength',
  ],
  '2:4.3.2.4 a smaller minLength': [
    twice('xs:string', '<xs:minLength value="3"/>', '<xs:minLength value="2"/>'),
    's.xsd:2: xs:minLength: 2 is not within what its base allows',
  ],
  '2:4.3.3.4 a larger maxLength': [
    twice('xs:string', '<xs:maxLength value="3"/>', '<xs:maxLength value="4"/>'),
    's.xsd:2: xs:maxLength: 4 is not within what its base allows',
  ],
  '2:4.3.4 a pattern that is no expression': [
    of('xs:string', '<xs:pattern value="[a-"/>'),
    "s.xsd:2: xs:pattern: pattern '[a-', character 5: ']' is missing",
  ],
  '2:4.3.4 an unknown category': [
    of('xs:string', '<xs:pattern value="\\p{Xx}"/>'),
    "s.xsd:2: xs:pattern: pattern '\\p{Xx}', character 7: XSD 1.0 knows no category or block 'Xx'",
  ],
  '2:4.3.5.4 an enumeration that is no value': [
    of('xs:int', '<xs:enumeration value="een"/>'),
    "s.xsd:2: xs:enumeration: 'een' is no value of the type that is restricted",
  ],
  '2:4.3.5.4 an enumeration outside of that of the base': [
    twice('xs:token', '<xs:enumeration value="a"/>', '<xs:enumeration value="b"/>'),
    "s.xsd:2: xs:enumeration: 'b' is no value of the type that is restricted",
  ],
  '2:4.3.6.4 white space treated milder': [
    of('xs:token', '<xs:whiteSpace value="preserve"/>'),
    "s.xsd:2: xs:whiteSpace: its base has 'collapse' already",
  ],
  '2:4.3.7.4 bounds that leave nothing': [
    of('xs:int', '<xs:minInclusive value="5"/><xs:maxInclusive value="4"/>'),
    's.xsd:2: xs:minInclusive: nothing is left below maxInclusive 4',
  ],
  '2:4.3.8.4 both upper bounds': [
    of('xs:int', '<xs:maxInclusive value="5"/><xs:maxExclusive value="6"/>'),
    's.xsd:2: xs:maxInclusive: xs:maxExclusive says the same otherwise',
  ],
  '2:4.3.7.4 a larger maxInclusive': [
    twice('xs:int', '<xs:maxInclusive value="5"/>', '<xs:maxInclusive value="6"/>'),
    's.xsd:2: xs:maxInclusive: 6 is not within maxInclusive 5 of its base',
  ],
  '2:4.3.10.4 a bound outside of a built-in type': [
    of('xs:byte', '<xs:maxInclusive value="200"/>'),
    's.xsd:2: xs:maxInclusive: 200 is not within maxInclusive 127 of its base',
  ],
  '2:4.3.10 a bound that is no value': [
    of('xs:date', '<xs:minInclusive value="2024"/>'),
    "s.xsd:2: xs:minInclusive: '2024' is no value of the type that is restricted",
  ],
  '2:4.3.11.4 totalDigits 0': [
    of('xs:decimal', '<xs:totalDigits value="0"/>'),
    's.xsd:2: xs:totalDigits: a number has one digit at least',
  ],
  '2:4.3.12.4 more digits behind the point than in all': [
    of('xs:decimal', '<xs:totalDigits value="2"/><xs:fractionDigits value="3"/>'),
    's.xsd:2: xs:fractionDigits: there are more digits behind the point than in all',
  ],
  '2:4.3.11.4 more totalDigits': [
    twice('xs:decimal', '<xs:totalDigits value="2"/>', '<xs:totalDigits value="3"/>'),
    's.xsd:2: xs:totalDigits: 3 is not within what its base allows',
  ],
  '2:4.3 a facet that the base fixes': [
    twice('xs:string', '<xs:maxLength value="5" fixed="true"/>', '<xs:maxLength value="4"/>'),
    's.xsd:2: xs:maxLength: its base fixes it at 5',
  ],
  '2:3.2.19 NOTATION without an enumeration': [
    '\n<xs:element name="r" type="xs:NOTATION"/>',
    's.xsd:2: xs:NOTATION: it must be restricted by an enumeration of notations',
  ],
  '2:3.2.19 a notation that is not there': [
    of('xs:NOTATION', '<xs:enumeration value="gif"/>'),
    "s.xsd:2: xs:enumeration: there is no notation 'gif'",
  ],
});
