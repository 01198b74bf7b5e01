import { describe, expect, test } from 'vitest';
import { readSchema } from './read.ts';
import { SchemaError } from './schema-error.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const schema = (body: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t">\n${body}\n</xs:schema>`;

const refusal = (documents: Readonly<Record<string, string>>): string => {
  const files = new Map(Object.entries(documents).map(([name, text]) => [name, encode(text)]));
  try {
    readSchema(files, 's.xsd');
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  return 'read';
};

const typed = (content: string): string => schema(`<xs:complexType name="T">${content}</xs:complexType>`);

describe('a construct that is not understood is named with its file and line', () => {
  test.each([
    [
      'XSD 1.1',
      schema('<xs:complexType name="T"><xs:assert test="true()"/></xs:complexType>'),
      's.xsd:2: xs:assert: not a construct of XSD 1.0; remove it or put it in xs:appinfo',
    ],
    [
      'foreign elements',
      schema('<x xmlns="urn:x"/>'),
      's.xsd:2: {urn:x}x: not a construct of XSD 1.0; remove it or put it in xs:appinfo',
    ],
    [
      'an unknown type',
      schema('<xs:element name="e" type="Titel"/>'),
      "s.xsd:2: xs:element 'e': there is no type '{urn:t}Titel'; mend the name, or add the import that brings it",
    ],
    [
      'an unknown built-in type',
      schema('<xs:element name="e" type="xs:strin"/>'),
      "s.xsd:2: xs:element 'e': XSD 1.0 has no type '{http://www.w3.org/2001/XMLSchema}strin'",
    ],
    [
      'an unknown prefix',
      schema('<xs:element name="e" type="x:Titel"/>'),
      "s.xsd:2: 'x:Titel': its prefix is not declared; declare it with xmlns",
    ],
    [
      'an unknown element',
      typed('<xs:sequence><xs:element ref="e"/></xs:sequence>'),
      "s.xsd:2: xs:element 'e': there is no element '{urn:t}e'; mend the name, or add the import that brings it",
    ],
    [
      'two of one name',
      schema('<xs:element name="e"/>\n<xs:element name="e"/>'),
      "s.xsd:3: xs:element 'e': it is defined already, s.xsd:2",
    ],
    [
      'counting down',
      typed('<xs:sequence><xs:element name="e" minOccurs="3" maxOccurs="2"/></xs:sequence>'),
      "s.xsd:2: xs:element 'e': its maxOccurs is less than its minOccurs",
    ],
    [
      'a count that is no number',
      typed('<xs:sequence><xs:element name="e" minOccurs="veel"/></xs:sequence>'),
      "s.xsd:2: xs:element 'e': its minOccurs is 'veel'",
    ],
    [
      'a notation of nothing',
      schema('<xs:notation name="n"/>'),
      "s.xsd:2: xs:notation 'n': it has neither public nor system (part 1, 3.12.1)",
    ],
    [
      'a note from what is no URI',
      schema('<xs:annotation><xs:documentation source="%%%" xml:lang="nl"/></xs:annotation>'),
      "s.xsd:2: xs:documentation: its source is '%%%'",
    ],
    [
      'a note in what is no language',
      schema('<xs:annotation><xs:documentation xml:lang="nl_NL">x</xs:documentation></xs:annotation>'),
      "s.xsd:2: xs:documentation: its xml:lang is 'nl_NL'",
    ],
    [
      'a namespace that is no URI',
      schema('<xs:import namespace="urn:x%"/>'),
      "s.xsd:2: xs:import: its namespace is 'urn:x%'",
    ],
    [
      'a facet twice',
      schema(
        '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="3"/><xs:maxLength value="4"/></xs:restriction></xs:simpleType>',
      ),
      's.xsd:2: xs:maxLength: it stands twice in one restriction',
    ],
    [
      'an attribute twice',
      typed('<xs:attribute name="x"/><xs:attribute name="x"/>'),
      "s.xsd:2: xs:complexType 'T': attribute 'x' stands in it twice",
    ],
    [
      'a type of itself',
      schema('<xs:simpleType name="S"><xs:restriction base="S"/></xs:simpleType>'),
      "s.xsd:2: xs:simpleType 'S': it is defined by itself",
    ],
    [
      'a group of itself',
      schema('<xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence></xs:group>'),
      "s.xsd:2: xs:group 'g': it is defined by itself",
    ],
    [
      'a substitution group of itself',
      schema(
        '<xs:element name="a" type="xs:int" substitutionGroup="b"/><xs:element name="b" type="xs:int" substitutionGroup="a"/>',
      ),
      's.xsd:2: substitutionGroup: it is defined by itself',
    ],
    [
      'a substitution group of itself, whose elements name no type',
      schema('<xs:element name="a" substitutionGroup="b"/><xs:element name="b" substitutionGroup="a"/>'),
      's.xsd:2: substitutionGroup: it is defined by itself',
    ],
    [
      'an element that heads its own substitution group',
      schema('<xs:element name="a" substitutionGroup="a"/>'),
      's.xsd:2: substitutionGroup: it is defined by itself',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal({ 's.xsd': text })).toBe(message);
  });

  test('a file that is not there', () => {
    expect(refusal({ 's.xsd': schema('<xs:include schemaLocation="t.xsd"/>') })).toBe(
      "s.xsd:2: xs:include: no such file: 't.xsd'; put it beside the schema or mend the name",
    );
  });

  test('an include of another namespace', () => {
    expect(
      refusal({
        's.xsd': schema('<xs:include schemaLocation="t.xsd"/>'),
        't.xsd': schema('').replaceAll('urn:t', 'urn:u'),
      }),
    ).toBe("s.xsd:2: xs:include: 't.xsd' has another target namespace; import it");
  });

  test('a file that is no schema', () => {
    expect(refusal({ 's.xsd': '<r/>' })).toBe('s.xsd:1: r: not an XML Schema; its root must be xs:schema');
  });

  test('a file that is no XML', () => {
    expect(refusal({ 's.xsd': '<r' })).toMatch(/^s\.xsd:1: XML: /);
  });
});

describe('a hostile schema is refused in little time', () => {
  const bomb = Array.from(
    { length: 60 },
    (_, index) => `<!ENTITY e${String(index + 1)} "${`&e${String(index)};`.repeat(2)}">`,
  ).join('');
  const chain = (length: number, link: (index: number) => string): string =>
    schema(Array.from({ length }, (_, index) => link(index)).join('\n'));

  test.each([
    [
      'a document type that an entity of another file comes from',
      `<!-- x -->\n<!DOCTYPE xs:schema [<!ENTITY a SYSTEM "b">]>\n${schema('<xs:element name="&a;"/>')}`,
      's.xsd:2: DOCTYPE: a schema that relies on its document type is not read: it uses the entity &a;, which it gives no value of its own; remove it',
    ],
    [
      'a document type that an attribute comes from',
      `<!DOCTYPE xs:schema SYSTEM "x.dtd" [<!ATTLIST xs:element name CDATA #FIXED 'a'>]>${schema('<xs:element/>')}`,
      's.xsd:1: DOCTYPE: a schema that relies on its document type is not read: it gives xs:element the attribute name; remove it',
    ],
    [
      'a document type that comes from elsewhere',
      `<!DOCTYPE xs:schema [<!ENTITY % p SYSTEM "x.dtd"> %p;]>${schema('')}`,
      's.xsd:1: DOCTYPE: a schema that relies on its document type is not read: its declarations come from %p;; remove it',
    ],
    [
      'a document type that never ends',
      `<!DOCTYPE xs:schema [<!--${'<!--'.repeat(50_000)}`,
      's.xsd:1: DOCTYPE: a schema that relies on its document type is not read: it can not be read; remove it',
    ],
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY e0 "">${bomb}]>${schema('<xs:element name="e" default="&e60;"/>')}`,
      's.xsd:1: DOCTYPE: a schema that relies on its document type is not read: its entities grow to more than 1000000 characters; remove it',
    ],
    [
      'an entity made of itself',
      `<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${schema('<xs:element name="e" default="&b;"/>')}`,
      's.xsd:1: DOCTYPE: a schema that relies on its document type is not read: its entity &b; is made of itself, or of too many others; remove it',
    ],
    [
      'elements nested 10,000 deep',
      typed('<xs:sequence>'.repeat(10_000) + '</xs:sequence>'.repeat(10_000)),
      's.xsd:2: XML: line 2: Excessive depth in document: 256, use XML_PARSE_HUGE option',
    ],
    [
      'groups that refer 10,000 deep',
      chain(
        10_000,
        (n) =>
          `<xs:group name="g${String(n)}"><xs:sequence><xs:group ref="g${String(n + 1)}"/></xs:sequence></xs:group>`,
      ),
      /lean on one another too deep/,
    ],
    [
      'types derived 10,000 times',
      chain(
        10_000,
        (n) =>
          `<xs:simpleType name="t${String(n)}"><xs:restriction base="${n === 9999 ? 'xs:string' : `t${String(n + 1)}`}"/></xs:simpleType>`,
      ),
      /lean on one another too deep/,
    ],
    [
      'groups that double 40 times',
      `${chain(40, (n) => `<xs:group name="g${String(n)}"><xs:sequence><xs:group ref="g${String(n + 1)}"/><xs:group ref="g${String(n + 1)}"/></xs:sequence></xs:group>`).replace('</xs:schema>', '')}<xs:group name="g40"><xs:sequence><xs:element name="e"/></xs:sequence></xs:group><xs:complexType name="T"><xs:group ref="g0"/></xs:complexType></xs:schema>`,
      /it has more than 100000 particles/,
    ],
  ])('%s', { timeout: 5000 }, (_, text, message) => {
    expect(refusal({ 's.xsd': text })).toMatch(message);
  });

  test('a ring of imports is read', () => {
    const ring = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [
        n === 0 ? 's.xsd' : `s${String(n)}.xsd`,
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:${String(n)}"><xs:import namespace="urn:${String((n + 1) % 50)}" schemaLocation="${n === 49 ? 's.xsd' : `s${String(n + 1)}.xsd`}"/></xs:schema>`,
      ]),
    );

    expect(refusal(ring)).toBe('read');
  });

  test('a maxOccurs of a million is read', () => {
    expect(refusal({ 's.xsd': typed('<xs:sequence><xs:element name="e" maxOccurs="1000000"/></xs:sequence>') })).toBe(
      'read',
    );
  });
});
