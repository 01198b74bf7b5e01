import { clause, root, type Clause } from './clause.ts';

const seq = (...parts: readonly string[]): string => `<xs:sequence>${parts.join('')}</xs:sequence>`;
const noForm = 'targetNamespace="urn:t" xmlns="urn:t"';

/** Element declarations: part 1, 3.3. */
export const elements: readonly Clause[] = [
  clause(
    '1, 3.3.2: unqualified local elements',
    root(seq('<xs:element name="a" type="xs:int"/>', '<xs:element name="b" type="xs:int" minOccurs="0"/>')),
    noForm,
  ),
  clause(
    '1, 3.3.2: form of one element',
    root(seq('<xs:element name="a" type="xs:int" form="qualified"/>', '<xs:element name="b" type="xs:int"/>')),
    noForm,
  ),
  clause('1, 3.3.2: no target namespace', root(seq('<xs:element name="a" type="xs:int"/>')), ''),
  clause('1, 3.3.4: nillable', root(seq('<xs:element name="a" type="xs:int" nillable="true"/>'))),
  clause(
    '1, 3.3.4: nillable with attributes',
    root(
      seq(
        '<xs:element name="a" nillable="true"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="x" use="required" type="xs:int"/></xs:complexType></xs:element>',
      ),
    ),
  ),
  clause(
    '1, 3.3.4: a fixed value',
    root(
      seq(
        '<xs:element name="a" type="xs:string" fixed="vast"/>',
        '<xs:element name="b" type="xs:decimal" fixed="1.5"/>',
      ),
    ),
  ),
  clause('1, 3.3.4: a default value', root(seq('<xs:element name="a" type="xs:int" default="5"/>'))),
  clause(
    '1, 3.3.4: a fixed value in mixed content',
    root(
      seq(
        '<xs:element name="a" fixed="vast"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>',
      ),
    ),
  ),
  clause(
    '1, 3.3.6: a substitution group',
    `<xs:element name="h" type="xs:string"/><xs:element name="m" type="xs:token" substitutionGroup="h"/>${root(seq('<xs:element ref="h" maxOccurs="3"/>'))}`,
  ),
  clause(
    '1, 3.3.6: an abstract head',
    `<xs:element name="h" abstract="true" type="xs:string"/><xs:element name="m" type="xs:token" substitutionGroup="h"/><xs:element name="n" substitutionGroup="h"/>${root(seq('<xs:element ref="h" maxOccurs="3"/>'))}`,
  ),
  clause(
    '1, 3.3.6: a substitution group of several levels',
    `<xs:element name="h" abstract="true" type="xs:decimal"/><xs:element name="m" abstract="true" type="xs:integer" substitutionGroup="h"/><xs:element name="n" type="xs:int" substitutionGroup="m"/>${root(seq('<xs:element ref="h"/>'))}`,
  ),
  clause(
    '1, 3.3.6: substitution that is blocked',
    `<xs:element name="h" type="xs:string" block="substitution"/><xs:element name="m" type="xs:token" substitutionGroup="h"/>${root(seq('<xs:element ref="h"/>'))}`,
  ),
  clause(
    '1, 3.3.6: substitution in a choice',
    `<xs:element name="h" abstract="true" type="xs:string"/><xs:element name="m" substitutionGroup="h"/>${root('<xs:choice maxOccurs="2"><xs:element ref="h"/><xs:element name="a" type="xs:int"/></xs:choice>')}`,
  ),
];

const use = (attribute: string): string => `<xs:sequence/>${attribute}`;

/** Attributes: part 1, 3.2, 3.5 and 3.6. */
export const attributes: readonly Clause[] = [
  clause('1, 3.5.1: an optional attribute', root(use('<xs:attribute name="x" type="xs:int"/>'))),
  clause('1, 3.5.1: a required attribute', root(use('<xs:attribute name="x" type="xs:int" use="required"/>'))),
  clause('1, 3.2.2: an attribute of any simple type', root(use('<xs:attribute name="x" use="required"/>'))),
  clause(
    '1, 3.2.2: an attribute with an anonymous type',
    root(
      use(
        '<xs:attribute name="x"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="ja"/><xs:enumeration value="nee"/></xs:restriction></xs:simpleType></xs:attribute>',
      ),
    ),
  ),
  clause('1, 3.2.2: a fixed attribute', root(use('<xs:attribute name="x" type="xs:int" fixed="7"/>'))),
  clause(
    '1, 3.2.2: a required fixed attribute',
    root(use('<xs:attribute name="x" type="xs:string" fixed="vast" use="required"/>')),
  ),
  clause('1, 3.2.2: a default attribute', root(use('<xs:attribute name="x" type="xs:int" default="7"/>'))),
  clause(
    '1, 3.2.2: a global attribute',
    `<xs:attribute name="g" type="xs:int"/>${root(use('<xs:attribute ref="g" use="required"/>'))}`,
  ),
  clause(
    '1, 3.2.2: a global attribute fixed where it is used',
    `<xs:attribute name="g" type="xs:int"/>${root(use('<xs:attribute ref="g" fixed="5"/>'))}`,
  ),
  clause(
    '1, 3.2.2: qualified attributes',
    root(
      use(
        '<xs:attribute name="x" type="xs:int" form="qualified" use="required"/><xs:attribute name="y" type="xs:int"/>',
      ),
    ),
  ),
  clause(
    '1, 3.6: an attribute group',
    `<xs:attributeGroup name="G"><xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:date" use="required"/></xs:attributeGroup>${root(use('<xs:attributeGroup ref="G"/>'))}`,
  ),
  clause(
    '1, 3.6: attribute groups within groups',
    `<xs:attributeGroup name="G"><xs:attributeGroup ref="H"/><xs:attribute name="x"/></xs:attributeGroup><xs:attributeGroup name="H"><xs:attribute name="y" use="required"/></xs:attributeGroup>${root(use('<xs:attributeGroup ref="G"/>'))}`,
  ),
];

const any = (attributesOfAny: string): string =>
  root(seq('<xs:element name="a" type="xs:int" minOccurs="0"/>', `<xs:any ${attributesOfAny}/>`));
const other = '<xs:element name="g" type="xs:int"/>';

/** Wildcards: part 1, 3.10. */
export const wildcards: readonly Clause[] = [
  clause('1, 3.10.4: any other namespace, lax', any('namespace="##other" processContents="lax"')),
  clause(
    '1, 3.10.4: any other namespace, skip, repeated',
    any('namespace="##other" processContents="skip" minOccurs="0" maxOccurs="unbounded"'),
  ),
  clause('1, 3.10.4: no namespace', any('namespace="##local" processContents="skip"')),
  clause('1, 3.10.4: listed namespaces', any('namespace="urn:x urn:y ##local" processContents="lax"')),
  clause(
    '1, 3.10.4: the target namespace, strict',
    `${other}${root('<xs:sequence><xs:any namespace="##targetNamespace" processContents="strict" maxOccurs="2"/></xs:sequence>')}`,
  ),
  clause(
    '1, 3.10.4: any namespace, lax',
    `${other}${root('<xs:sequence><xs:any processContents="lax"/></xs:sequence>')}`,
  ),
  clause(
    '1, 3.10.4: any attribute, lax',
    root(
      '<xs:sequence/><xs:attribute name="x" use="required"/><xs:anyAttribute namespace="##other" processContents="lax"/>',
    ),
  ),
  clause(
    '1, 3.10.4: any attribute without a namespace',
    root('<xs:sequence/><xs:attribute name="x"/><xs:anyAttribute namespace="##local" processContents="skip"/>'),
  ),
  clause(
    '1, 3.10.4: any attribute, strict',
    `<xs:attribute name="g" type="xs:int"/>${root('<xs:sequence/><xs:anyAttribute namespace="##targetNamespace"/>')}`,
  ),
  clause(
    '1, 3.10.6: wildcards of two groups',
    `<xs:attributeGroup name="G"><xs:anyAttribute namespace="urn:x urn:y" processContents="skip"/></xs:attributeGroup>${root('<xs:sequence/><xs:attributeGroup ref="G"/><xs:anyAttribute namespace="urn:y urn:z" processContents="skip"/>')}`,
  ),
];
