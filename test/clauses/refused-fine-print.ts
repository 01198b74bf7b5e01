import { broken } from './clause.ts';

const all = '<xs:group name="g"><xs:all><xs:element name="b"/><xs:element name="c"/></xs:all></xs:group>';
const alone = (line: number): string =>
  `s.xsd:${String(line)}: xs:group 'g': a group of kind xs:all stands alone in a content model (part 1, 3.8.6, All Group Limited)`;
const r = (content: string): string =>
  `\n<xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;
const step = (name: string, base: string, facet: string): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facet}</xs:restriction></xs:simpleType>`;

/** What is easily taken: what a reference brings, what is said twice, and names that only another document knows. */
export const refusedFinePrint = broken({
  '1:3.8.6 (1.2) a group of kind all by reference in a sequence': [
    all + r('<xs:sequence><xs:element name="a"/><xs:group ref="g"/></xs:sequence>'),
    alone(2),
  ],
  '1:3.8.6 (1.2) a group of kind all by reference in a choice': [
    all + r('<xs:choice><xs:group ref="g"/><xs:element name="a"/></xs:choice>'),
    alone(2),
  ],
  '1:3.8.6 (1.2) a group of kind all by reference that comes twice': [
    all + r('<xs:group ref="g" maxOccurs="2"/>'),
    "s.xsd:2: xs:group 'g': a group of kind xs:all occurs once at most (part 1, 3.8.6, All Group Limited)",
  ],
  ...Object.fromEntries(
    (
      [
        ['attributeGroup', '<xs:attributeGroup name="g"><xs:attribute name="a" type="xs:int"/></xs:attributeGroup>'],
        ['group', '<xs:group name="g"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>'],
        ['simpleType', '<xs:simpleType name="g"><xs:restriction base="g"/></xs:simpleType>'],
      ] as const
    ).map(([tag, own]) => [
      `1:3.15.6 (2) ${tag} redefined twice`,
      [
        {
          's.xsd': `<xs:schema><xs:redefine schemaLocation="u.xsd">${own}\n${own}</xs:redefine><xs:element name="r"/></xs:schema>`,
          'u.xsd': `<xs:schema>${own.replace('base="g"', 'base="xs:int"').replace('type="xs:int"', '')}</xs:schema>`,
        },
        `s.xsd:2: xs:${tag} 'g': it is redefined already (part 1, 3.15.6 clause 2)`,
      ] as const,
    ]),
  ),
  '1:3.15.3 (4) a keyref to a key of a namespace that is not imported': [
    {
      's.xsd': `<xs:schema><xs:import namespace="urn:t" schemaLocation="u.xsd"/><xs:element name="r"><xs:complexType><xs:attribute name="v"/></xs:complexType><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@v"/></xs:key></xs:element></xs:schema>`,
      'u.xsd': `<xs:schema targetNamespace="urn:t"><xs:element name="q"><xs:complexType><xs:attribute name="v"/></xs:complexType>\n<xs:keyref name="f" refer="k"><xs:selector xpath="."/><xs:field xpath="@v"/></xs:keyref></xs:element></xs:schema>`,
    },
    "u.xsd:2: xs:keyref 'f': what has no namespace is not imported here; add an xs:import of it",
  ],
  '1:3.9.6 (5) a restriction whose element states a key that its base lacks': [
    `<xs:complexType name="C"><xs:sequence><xs:element name="i" maxOccurs="9" type="xs:int"/></xs:sequence></xs:complexType><xs:complexType name="A"><xs:sequence><xs:element name="q" type="C"/></xs:sequence></xs:complexType>\n<xs:complexType name="B"><xs:complexContent><xs:restriction base="A"><xs:sequence><xs:element name="q" type="C"><xs:key name="u"><xs:selector xpath="i"/><xs:field xpath="."/></xs:key></xs:element></xs:sequence></xs:restriction></xs:complexContent></xs:complexType><xs:element name="r" type="B"/>`,
    "s.xsd:2: xs:restriction: element 'q' states the key 'u', and not in its base (part 1, 3.9.6)",
  ],
  '2:4.3.8 a bound that an earlier step had and a later one excludes': [
    `${step('A', 'xs:int', '<xs:maxExclusive value="10"/>')}${step('B', 'A', '<xs:maxInclusive value="8"/>')}\n${step('C', 'B', '<xs:maxExclusive value="10"/>')}<xs:element name="r" type="C"/>`,
    's.xsd:2: xs:maxExclusive: 10 is not within maxInclusive 8 of its base',
  ],
});
