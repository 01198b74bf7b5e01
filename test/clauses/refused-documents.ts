import { broken, type Sketch } from './clause.ts';

const r = (content: string): Sketch =>
  `\n    <xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;
const sequence = (content: string): Sketch => r(`<xs:sequence>${content}</xs:sequence>`);
const keyed = (selector: string, field = '@n'): Sketch =>
  `\n    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>\n<xs:key name="k"><xs:selector xpath="${selector}"/><xs:field xpath="${field}"/></xs:key></xs:element>`;

const path = (text: string, line = 3): string =>
  `s.xsd:${String(line)}: xpath: '${text}' is no path for an identity constraint`;

/** Schema documents that are not written as part 1 has it (appendix A and the Schema Representation Constraints). */
export const refusedDocuments = broken({
  '1:3.2.3 (1) default and fixed': [
    r('<xs:attribute name="a" default="x" fixed="x"/>'),
    "s.xsd:2: xs:attribute 'a': it has both 'default' and 'fixed'",
  ],
  '1:3.2.3 (2) a default of a required attribute': [
    r('<xs:attribute name="a" default="x" use="required"/>'),
    "s.xsd:2: xs:attribute 'a': an attribute with a 'default' is optional",
  ],
  '1:3.2.3 (3.1) neither name nor ref': [
    r('<xs:attribute type="xs:int"/>'),
    "s.xsd:2: xs:attribute: it needs either 'name' or 'ref'",
  ],
  '1:3.2.3 (3.2) ref and type': [
    '<xs:attribute name="a"/>\n<xs:element name="r"><xs:complexType><xs:attribute ref="a" type="xs:int"/></xs:complexType></xs:element>',
    "s.xsd:2: xs:attribute 'a': beside 'ref' it says what the declaration must say",
  ],
  '1:3.2.3 (4) type and xs:simpleType': [
    r(
      '<xs:attribute name="a" type="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:attribute>',
    ),
    "s.xsd:2: xs:attribute 'a': it has both 'type' and a type of its own",
  ],
  '1:3.2.6 an attribute called xmlns': [
    r('<xs:attribute name="xmlns" type="xs:int"/>'),
    "s.xsd:2: xs:attribute 'xmlns': no attribute is called 'xmlns' (part 1, 3.2.6)",
  ],
  '1:3.3.3 (1) default and fixed': [
    '\n<xs:element name="r" default="1" fixed="1"/>',
    "s.xsd:2: xs:element 'r': it has both 'default' and 'fixed'",
  ],
  '1:3.3.3 (2.1) name and ref': [
    sequence('<xs:element name="a" ref="r"/>'),
    "s.xsd:2: xs:element 'a': it needs either 'name' or 'ref'",
  ],
  '1:3.3.3 (2.2) ref and nillable': [
    sequence('<xs:element ref="r" nillable="true"/>'),
    "s.xsd:2: xs:element 'r': beside 'ref' it says what the declaration must say",
  ],
  '1:3.3.3 (3) type and xs:complexType': [
    '\n<xs:element name="r" type="xs:int"><xs:complexType/></xs:element>',
    "s.xsd:2: xs:element 'r': it has both 'type' and a type of its own",
  ],
  '1:3.3.2 minOccurs on a global element': [
    '\n<xs:element name="r" minOccurs="0"/>',
    "s.xsd:2: xs:element 'r': it has an attribute 'minOccurs', which may not stand there",
  ],
  '1:3.3.2 a value that is no boolean': [
    '\n<xs:element name="r" nillable="ja"/>',
    "s.xsd:2: xs:element 'r': its nillable is 'ja'",
  ],
  '1:3.3.2 a name with a colon': ['\n<xs:element name="a:r"/>', "s.xsd:2: xs:element 'a:r': its name is 'a:r'"],
  '1:3.4.2 attributes before the content': [
    r('<xs:attribute name="a"/><xs:sequence/>'),
    's.xsd:2: xs:complexType: what stands in it is not what may, or not in that order',
  ],
  '1:3.4.2 two groups': [
    r('<xs:sequence/><xs:choice/>'),
    's.xsd:2: xs:complexType: what stands in it is not what may, or not in that order',
  ],
  '1:3.4.2 a derivation without a base': [
    r('<xs:complexContent><xs:extension/></xs:complexContent>'),
    "s.xsd:2: xs:extension: it has no 'base'",
  ],
  '1:3.6.2 an attribute group within itself': [
    '\n<xs:attributeGroup name="g"><xs:attributeGroup ref="g"/></xs:attributeGroup>',
    "s.xsd:2: xs:attributeGroup 'g': it is defined by itself",
  ],
  '1:3.7.2 a named group with an occurrence inside': [
    '\n<xs:group name="g"><xs:sequence minOccurs="0"/></xs:group>',
    "s.xsd:2: xs:sequence: it has an attribute 'minOccurs', which may not stand there",
  ],
  '1:3.7.2 a named group of an element': [
    '\n<xs:group name="g"><xs:element name="a"/></xs:group>',
    "s.xsd:2: xs:group 'g': what stands in it is not what may, or not in that order",
  ],
  '1:3.8.2 all within a sequence': [
    sequence('<xs:all/>'),
    's.xsd:2: xs:sequence: what stands in it is not what may, or not in that order',
  ],
  '1:3.8.2 all with a sequence inside': [
    r('<xs:all><xs:sequence/></xs:all>'),
    's.xsd:2: xs:all: what stands in it is not what may, or not in that order',
  ],
  '1:3.8.6 (2) an element in all more than once': [
    r('<xs:all><xs:element name="a" maxOccurs="2"/></xs:all>'),
    "s.xsd:2: xs:element 'a': its maxOccurs is '2'",
  ],
  '1:3.8.2 all more than once': [
    r('<xs:all maxOccurs="2"><xs:element name="a"/></xs:all>'),
    "s.xsd:2: xs:all: its maxOccurs is '2'",
  ],
  '1:3.9.2 a count that is no number': [
    sequence('<xs:element name="a" maxOccurs="-1"/>'),
    "s.xsd:2: xs:element 'a': its maxOccurs is '-1'",
  ],
  '1:3.9.6 (2.1) more at least than at most': [
    sequence('<xs:element name="a" minOccurs="2"/>'),
    "s.xsd:2: xs:element 'a': its maxOccurs is less than its minOccurs",
  ],
  '1:3.9.6 (2.1) at most none and at least one': [
    sequence('<xs:element name="a" maxOccurs="0"/>'),
    "s.xsd:2: xs:element 'a': its maxOccurs is less than its minOccurs",
  ],
  '1:3.10.2 a word that stands for no namespace': [
    sequence('<xs:any namespace="##any urn:x"/>'),
    "s.xsd:2: xs:any: its namespace is '##any urn:x'",
  ],
  '1:3.10.2 an unknown processContents': [
    sequence('<xs:any processContents="loose"/>'),
    "s.xsd:2: xs:any: its processContents is 'loose'",
  ],
  '1:3.11.2 a key without a field': [
    '\n<xs:element name="r"><xs:key name="k"><xs:selector xpath="a"/></xs:key></xs:element>',
    "s.xsd:2: xs:key 'k': what stands in it is not what may, or not in that order",
  ],
  '1:3.11.2 two keys of one name': [
    `\n<xs:element name="r"><xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:key>\n<xs:unique name="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:unique></xs:element>`,
    "s.xsd:3: xs:unique 'k': it is defined already, s.xsd:2",
  ],
  '1:3.11.6 keyref to a key that is not there': [
    '\n<xs:element name="r"><xs:keyref name="f" refer="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:keyref></xs:element>',
    "s.xsd:2: xs:keyref 'f': there is no key or unique '{urn:t}k'",
  ],
  '1:3.11.6 keyref with another number of fields': [
    '\n<xs:element name="r"><xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="@x"/><xs:field xpath="@y"/></xs:key><xs:keyref name="f" refer="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:keyref></xs:element>',
    "s.xsd:2: xs:keyref 'f': it has another number of fields than '{urn:t}k'",
  ],
  '1:3.11.6 (2) a selector with a predicate': [keyed('a[1]'), path('a[1]')],
  '1:3.11.6 (2) a selector of an attribute': [keyed('@a'), path('@a')],
  '1:3.11.6 (2) a selector with another axis': [keyed('parent::a'), path('parent::a')],
  '1:3.11.6 (2) a selector with .. ': [keyed('../a'), path('../a')],
  '1:3.11.6 (2) a selector from the root': [keyed('/a'), path('/a')],
  '1:3.11.6 (2) a selector with // inside': [keyed('a//b'), path('a//b')],
  '1:3.11.6 (2) an empty selector': [keyed(''), path('')],
  '1:3.11.6 (3) a field with an attribute inside': [keyed('a', '@n/a'), path('@n/a')],
  '1:3.11.6 (3) a field with a function': [keyed('a', 'text()'), path('text()')],
  '1:3.11.6 a path with an unknown prefix': [
    keyed('x:a'),
    "s.xsd:3: 'x:a': its prefix is not declared; declare it with xmlns",
  ],
  '1:3.14.3 (2) base and xs:simpleType': [
    '\n<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction></xs:simpleType>',
    "s.xsd:2: xs:restriction: it needs either 'base' or an xs:simpleType",
  ],
  '1:3.14.3 (3) a list without items': [
    '\n<xs:simpleType name="S"><xs:list/></xs:simpleType>',
    "s.xsd:2: xs:list: it needs either 'itemType' or an xs:simpleType",
  ],
  '1:3.14.3 (4) a union of nothing': [
    '\n<xs:simpleType name="S"><xs:union/></xs:simpleType>',
    's.xsd:2: xs:union: it has no member types',
  ],
  '1:3.14.3 a union of itself': [
    '\n<xs:simpleType name="S"><xs:union memberTypes="xs:int S"/></xs:simpleType>',
    "s.xsd:2: xs:simpleType 'S': it is defined by itself",
  ],
  '1:3.15.2 two notations of one name': [
    '\n<xs:notation name="n" public="a"/><xs:notation name="n" public="b"/>',
    "s.xsd:2: xs:notation 'n': it is defined already",
  ],
  '1:3.15.2 an id twice': [
    '\n<xs:element name="r" id="x"/><xs:element name="q" id="x"/>',
    "s.xsd:2: xs:element 'q': the id 'x' is given twice",
  ],
  '1:3.15.2 an include behind a declaration': [
    '\n<xs:element name="r"/><xs:include schemaLocation="t.xsd"/>',
    "s.xsd:2: xs:include: no such file: 't.xsd'; put it beside the schema or mend the name",
  ],
  '1:3.15.2 text between declarations': [
    '\n<xs:element name="r">tekst</xs:element>',
    "s.xsd:2: xs:element 'r': it holds text, which belongs in xs:documentation",
  ],
  '1:3.15.3 a name without an import of its namespace': [
    {
      's.xsd':
        '<xs:schema targetNamespace="urn:t" xmlns:v="urn:v">\n<xs:import namespace="urn:u" schemaLocation="u.xsd"/><xs:element name="r" type="v:S"/></xs:schema>',
      'u.xsd': '<xs:schema targetNamespace="urn:u"><xs:import namespace="urn:v" schemaLocation="v.xsd"/></xs:schema>',
      'v.xsd':
        '<xs:schema targetNamespace="urn:v"><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>',
    },
    "s.xsd:2: xs:element 'r': 'urn:v' is not imported here; add an xs:import of it",
  ],
  '1:4.2.1 an include of another namespace': [
    { 's.xsd': '\n<xs:include schemaLocation="t.xsd"/>', 't.xsd': '<xs:schema targetNamespace="urn:u"/>' },
    "s.xsd:2: xs:include: 't.xsd' has another target namespace; import it",
  ],
  '1:4.2.2 a redefinition of what is not there': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"/></xs:simpleType></xs:redefine>',
      't.xsd': '<xs:schema targetNamespace="urn:t"/>',
    },
    "s.xsd:2: xs:simpleType 'S': it redefines something that the redefined schema does not have",
  ],
  '1:4.2.2 (5) a type redefined from another one': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:redefine>',
      't.xsd':
        '<xs:schema targetNamespace="urn:t"><xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>',
    },
    "s.xsd:2: xs:simpleType 'S': a redefined type must be derived from itself (part 1, 4.2.2)",
  ],
  '1:4.2.2 (6.2.2) a group redefined without itself as what it was not': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:group name="g"><xs:sequence><xs:element name="b"/></xs:sequence></xs:group></xs:redefine>',
      't.xsd': '<xs:group name="g"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>',
    },
    "s.xsd:2: xs:group: element 'b' stands where its base has 'a' (part 1, 4.2.2)",
  ],
  '1:4.2.2 (7.2.2) an attribute group redefined without itself with an attribute that it did not have': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd">\n<xs:attributeGroup name="g"><xs:attribute name="b"/></xs:attributeGroup></xs:redefine>',
      't.xsd': '<xs:attributeGroup name="g"><xs:attribute name="a"/></xs:attributeGroup>',
    },
    "s.xsd:3: xs:attributeGroup: its base has no attribute 'b'",
  ],
  '1:4.2.2 (7.2.2) an attribute group redefined without an attribute that it requires': [
    {
      's.xsd': '\n<xs:redefine schemaLocation="t.xsd">\n<xs:attributeGroup name="g"/></xs:redefine>',
      't.xsd': '<xs:attributeGroup name="g"><xs:attribute name="a" use="required"/></xs:attributeGroup>',
    },
    "s.xsd:3: xs:attributeGroup: its base requires the attribute 'a'",
  ],
  '1:4.2.2 (7.2.2) an attribute group redefined with another type of an attribute': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:attributeGroup name="g">\n<xs:attribute name="a" type="xs:string"/></xs:attributeGroup></xs:redefine>',
      't.xsd': '<xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int"/></xs:attributeGroup>',
    },
    "s.xsd:3: xs:restriction: the type of the attribute 'a' is not derived from the one it has in the base",
  ],
  '1:4.2.2 (7.2.2) an attribute group redefined with a wildcard that it did not have': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:attributeGroup name="g">\n<xs:anyAttribute/></xs:attributeGroup></xs:redefine>',
      't.xsd': '<xs:attributeGroup name="g"><xs:attribute name="a"/></xs:attributeGroup>',
    },
    's.xsd:3: xs:anyAttribute: it takes more than that of the base',
  ],
  '1:4.2.2 (6.1) a group redefined with itself twice': [
    {
      's.xsd':
        '\n<xs:redefine schemaLocation="t.xsd"><xs:group name="g"><xs:sequence><xs:group ref="g"/><xs:group ref="g"/></xs:sequence></xs:group></xs:redefine>',
      't.xsd': '<xs:schema targetNamespace="urn:t"><xs:group name="g"><xs:sequence/></xs:group></xs:schema>',
    },
    "s.xsd:2: xs:group 'g': a redefined group may hold itself once, and occurring once (part 1, 4.2.2)",
  ],
  '1:4.2.3 (1.1) an import of the own namespace': [
    '\n<xs:import namespace="urn:t"/>',
    "s.xsd:2: xs:import: 'urn:t' is the target namespace here; include what has it",
  ],
  '1:4.2.3 (1.2) an import of no namespace where there is none': [
    '<xs:schema>\n<xs:import schemaLocation="t.xsd"/></xs:schema>',
    's.xsd:2: xs:import: without a namespace it is for schemas that have one',
  ],
  '1:4.2.3 (3) an import of a document of another namespace': [
    {
      's.xsd': '\n<xs:import namespace="urn:u" schemaLocation="u.xsd"/>',
      'u.xsd': '<xs:schema targetNamespace="urn:v"/>',
    },
    "s.xsd:2: xs:import: 'u.xsd' has the target namespace 'urn:v', and not 'urn:u'",
  ],
});
