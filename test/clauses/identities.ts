import { clauses, type Sketch } from './clause.ts';

/** An element `r` with the declarations inside it and the identity constraints on it. */
const r = (content: string, constraints: string, more = ''): Sketch => `
    <xs:element name="r"><xs:complexType>${content}</xs:complexType>${constraints}</xs:element>${more}`;

const items = (attributes: string, most = 'unbounded'): string =>
  `<xs:sequence><xs:element name="i" minOccurs="0" maxOccurs="${most}"><xs:complexType>${attributes}</xs:complexType></xs:element></xs:sequence>`;

const two = (constraints: string, key = 'xs:int', reference = 'xs:int'): Sketch =>
  r(
    `<xs:sequence><xs:element name="k" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="${key}" use="required"/></xs:complexType></xs:element>
    <xs:element name="f" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="to" type="${reference}"/></xs:complexType></xs:element></xs:sequence>`,
    constraints,
  );

const keyed = '<xs:key name="k"><xs:selector xpath="t:k"/><xs:field xpath="@id"/></xs:key>';
const referring = '<xs:keyref name="f" refer="t:k"><xs:selector xpath="t:f"/><xs:field xpath="@to"/></xs:keyref>';

/** The default schema has no prefix for its namespace, and a path has no default namespace. */
const prefixed = (sketches: Readonly<Record<string, Sketch>>): typeof sketches =>
  Object.fromEntries(
    Object.entries(sketches).map(([title, sketch]) => [
      title,
      typeof sketch === 'string' && !sketch.includes('<xs:schema')
        ? `<xs:schema targetNamespace="urn:t" xmlns="urn:t" xmlns:t="urn:t" elementFormDefault="qualified">${sketch}</xs:schema>`
        : sketch,
    ]),
  );

/** Part 1, 3.11: identity constraints. */
const enumerated = (base: string, some: string): string =>
  `<xs:simpleType><xs:restriction base="${base}">${some
    .split(' ')
    .map((one) => `<xs:enumeration value="${one}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`;

export const identities = clauses(
  prefixed({
    '1:3.11.4 (4.1) unique, an attribute': r(
      items('<xs:attribute name="n" type="xs:int"/>'),
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:unique>',
    ),
    '1:3.11.4 (4.1) unique, an attribute of elements that may be nil': r(
      `<xs:sequence><xs:element name="i" nillable="true" minOccurs="0" maxOccurs="4"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:attribute name="n" type="xs:boolean"/></xs:complexType></xs:element></xs:sequence>`,
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:unique>',
    ),
    '1:3.11.4 (3) unique, a field that leads to an element without simple type, which is never there': r(
      `<xs:sequence><xs:element name="i" minOccurs="0" maxOccurs="4"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType></xs:element><xs:element name="b" type="xs:int"/></xs:sequence>`,
      '<xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="."/></xs:unique>',
    ),
    '1:3.11.4 (4.1) unique, a list and a name that are equal in text only': r(
      `<xs:sequence><xs:element name="a"><xs:simpleType><xs:list itemType="xs:NMTOKEN"/></xs:simpleType></xs:element><xs:element name="b" type="xs:NCName"/><xs:element name="c" type="xs:token" minOccurs="0"/></xs:sequence>`,
      '<xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="."/></xs:unique>',
    ),
    '1:3.11.4 (4.1) unique, few values': r(
      items('<xs:attribute name="n" type="xs:boolean"/>', '4'),
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:unique>',
    ),
    '1:3.11.4 (4.2) key, a required attribute': r(
      items('<xs:attribute name="n" type="xs:token" use="required"/>'),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 (4.2.1) key, an optional attribute must be there': r(
      items('<xs:attribute name="n" type="xs:int"/>'),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 (4.2.2) key, over two fields': r(
      items(
        '<xs:attribute name="m" type="xs:boolean" use="required"/><xs:attribute name="n" type="xs:byte" use="required"/>',
      ),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@m"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 key, values equal though spelt otherwise': r(
      items(
        '<xs:attribute name="n" use="required"><xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:maxInclusive value="30"/><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType></xs:attribute>',
      ),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 (3) key, the element itself': r(
      '<xs:sequence><xs:element name="i" type="xs:int" maxOccurs="unbounded"/></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="."/></xs:key>',
    ),
    '1:3.11.4 (3) unique, a field that leads to one element at most though there could be more': r(
      '<xs:sequence><xs:element name="i" maxOccurs="3"><xs:complexType><xs:sequence><xs:element name="c" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:sequence>',
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="t:c"/></xs:unique>',
    ),
    '1:3.11.4 (3) unique, a field that leads to elements that nothing declares': r(
      '<xs:sequence><xs:element name="i" type="xs:int" maxOccurs="3"/><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="2"/></xs:sequence>',
      '<xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="."/></xs:unique>',
    ),
    '1:3.11.4 (3) key, a field of paths that lead to one attribute': r(
      '<xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:attribute name="n" type="xs:int" use="required"/></xs:complexType></xs:element></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="t:i|.//t:i"/><xs:field xpath="@n|@n|./@n"/></xs:key>',
    ),
    '1:3.11.4 (3) key, a child element': r(
      '<xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="c" type="xs:string"/><xs:element name="d" type="xs:date" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="t:c"/></xs:key><xs:unique name="v"><xs:selector xpath="t:i"/><xs:field xpath="t:d"/></xs:unique>',
    ),
    '1:3.11.4 (4.2.1) key, an optional child must be there': r(
      '<xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="t:c"/></xs:key>',
    ),
    '1:3.11.4 (4.2.3) key, a field is not nillable': r(
      '<xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="c" type="xs:int" nillable="true"/></xs:sequence></xs:complexType></xs:element></xs:sequence>',
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="t:c"/></xs:unique>',
    ),
    '1:3.11.4 (4.3) keyref': two(keyed + referring),
    '1:3.11.4 (4.3) keyref before its key': two(referring + keyed),
    '1:3.11.4 (4.3) keyref of another type': two(keyed + referring, 'xs:integer', 'xs:byte'),
    '1:3.11.4 (4.3) keyref to unique': two(
      keyed.replaceAll('xs:key', 'xs:unique') + referring,
      'xs:NCName',
      'xs:token',
    ),
    '1:3.11.4 (4.3) keyref over two fields': r(
      `<xs:sequence><xs:element name="k" maxOccurs="3"><xs:complexType><xs:attribute name="a" type="xs:int" use="required"/><xs:attribute name="b" type="xs:int" use="required"/></xs:complexType></xs:element>
      <xs:element name="f" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="c" type="xs:int"/><xs:attribute name="d" type="xs:int"/></xs:complexType></xs:element></xs:sequence>`,
      '<xs:key name="k"><xs:selector xpath="t:k"/><xs:field xpath="@a"/><xs:field xpath="@b"/></xs:key><xs:keyref name="f" refer="t:k"><xs:selector xpath="t:f"/><xs:field xpath="@c"/><xs:field xpath="@d"/></xs:keyref>',
    ),
    '1:3.11.4 (4.3) keyref that is required, to a key that is not': r(
      `<xs:sequence><xs:element name="k" minOccurs="0" maxOccurs="2"><xs:complexType><xs:attribute name="id" type="xs:int" use="required"/></xs:complexType></xs:element><xs:element name="f"><xs:complexType><xs:attribute name="to" type="xs:int" use="required"/></xs:complexType></xs:element></xs:sequence>`,
      keyed + referring,
    ),
    '1:3.11.5 keyref to a key of an element below': r(
      `<xs:sequence><xs:element name="s" maxOccurs="2"><xs:complexType><xs:sequence><xs:element name="k" maxOccurs="2"><xs:complexType><xs:attribute name="id" type="xs:int" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType>${keyed}</xs:element><xs:element name="f" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="to" type="xs:int"/></xs:complexType></xs:element></xs:sequence>`,
      referring,
    ),
    '1:3.11.5 keyref to a key of an element below, where several have the same': r(
      `<xs:sequence><xs:element name="s" minOccurs="2" maxOccurs="3"><xs:complexType><xs:sequence><xs:element name="k" maxOccurs="2"><xs:complexType><xs:attribute name="id" type="K" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType>${keyed}</xs:element><xs:element name="f" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="to" type="K"/></xs:complexType></xs:element></xs:sequence>`,
      referring,
      '<xs:simpleType name="K"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="4"/></xs:restriction></xs:simpleType>',
    ),
    '1:3.11.4 keys within each of several elements': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="s" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="s"><xs:complexType><xs:sequence><xs:element name="k" type="xs:int" maxOccurs="3"/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="t:k"/><xs:field xpath="."/></xs:key></xs:element>`,
    '1:3.11.6 selector with .//': r(
      '<xs:sequence><xs:element name="s" type="S" maxOccurs="2"/></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath=".//t:s"/><xs:field xpath="@n"/></xs:key>',
      '<xs:complexType name="S"><xs:sequence><xs:element name="s" type="S" minOccurs="0" maxOccurs="2"/></xs:sequence><xs:attribute name="n" type="xs:int" use="required"/></xs:complexType>',
    ),
    '1:3.11.6 selector with a union': r(
      '<xs:sequence><xs:element name="a" type="xs:int" maxOccurs="2"/><xs:element name="b" type="xs:int" maxOccurs="2"/></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="t:a | t:b"/><xs:field xpath="."/></xs:key>',
    ),
    '1:3.11.6 selector with names of any kind': r(
      '<xs:sequence><xs:element name="a" type="xs:int" maxOccurs="2"/><xs:element name="b" type="xs:int" maxOccurs="2"/></xs:sequence>',
      '<xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="."/></xs:unique><xs:unique name="v"><xs:selector xpath="t:*"/><xs:field xpath="."/></xs:unique>',
    ),
    '1:3.11.6 a path of several steps, and explicit axes': r(
      '<xs:sequence><xs:element name="l"><xs:complexType><xs:sequence><xs:element name="i" maxOccurs="3"><xs:complexType><xs:sequence><xs:element name="c"><xs:complexType><xs:attribute name="n" type="xs:int" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:sequence>',
      '<xs:key name="u"><xs:selector xpath="./child::t:l/t:i"/><xs:field xpath="t:c/attribute::n"/></xs:key>',
    ),
    '1:3.11.6 a field with a union': r(
      items('<xs:attribute name="m" type="xs:int" use="required"/>'),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@m | @n"/></xs:key>',
    ),
    '1:3.11.4 (4.1) unique over two fields, one optional': r(
      items('<xs:attribute name="m" type="xs:boolean" use="required"/><xs:attribute name="n" type="xs:boolean"/>', '6'),
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="@m"/><xs:field xpath="@n"/></xs:unique>',
    ),
    '1:3.11.4 key with values of a list': r(
      items(
        '<xs:attribute name="n" use="required"><xs:simpleType><xs:list itemType="xs:boolean"/></xs:simpleType></xs:attribute>',
      ),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 key with values of an enumeration': r(
      items(
        '<xs:attribute name="n" use="required"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/><xs:enumeration value="c"/></xs:restriction></xs:simpleType></xs:attribute>',
      ),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.11.4 a key whose rows have fewer and fewer values to choose from': r(
      `<xs:sequence>${['a b c d', 'a b c', 'a b', 'a'].map((some, index) => `<xs:element name="e${String(index)}">${enumerated('xs:token', some)}</xs:element>`).join('')}</xs:sequence>`,
      '<xs:key name="u"><xs:selector xpath="*"/><xs:field xpath="."/></xs:key>',
    ),
    '1:3.11.4 two keys over fields that have as many values as there are rows': r(
      `<xs:sequence><xs:element name="i" minOccurs="4" maxOccurs="4"><xs:complexType>${['m', 'n'].map((name) => `<xs:attribute name="${name}" use="required">${enumerated('xs:token', 'a b c d')}</xs:attribute>`).join('')}</xs:complexType></xs:element></xs:sequence>`,
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@m"/></xs:key><xs:key name="v"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:key>',
    ),
    '1:3.15.4 references of an enumeration that differ': r(
      `<xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="2"><xs:complexType><xs:attribute name="i" type="xs:ID" use="required"/></xs:complexType></xs:element><xs:element name="b" minOccurs="2" maxOccurs="2"><xs:complexType><xs:attribute name="j" use="required">${enumerated('xs:IDREF', 'p q')}</xs:attribute></xs:complexType></xs:element></xs:sequence>`,
      '<xs:unique name="u"><xs:selector xpath="t:b"/><xs:field xpath="@j"/></xs:unique>',
    ),
    '1:3.11.4 a key without a target namespace': `
    <xs:schema><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" type="xs:int" maxOccurs="4"/></xs:sequence></xs:complexType><xs:key name="u"><xs:selector xpath="i"/><xs:field xpath="."/></xs:key></xs:element></xs:schema>`,
    '1:3.11.4 a key in a recursive type': `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" type="xs:int" maxOccurs="3"/><xs:element ref="r" minOccurs="0"/></xs:sequence></xs:complexType><xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="."/></xs:key></xs:element>`,
    '1:3.11.4 (3) a field of either of two attributes': r(
      items('<xs:attribute name="n" type="xs:int"/><xs:attribute name="m" type="xs:int"/>'),
      '<xs:key name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n|@m"/></xs:key>',
    ),
    '1:3.11.4 a field with a default value': r(
      items('<xs:attribute name="n" type="xs:int" default="1"/>'),
      '<xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="@n"/></xs:unique>',
    ),
  }),
);
