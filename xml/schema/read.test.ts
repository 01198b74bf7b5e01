import { describe, expect, test } from 'vitest';
import { elementsOf } from '../tree.ts';
import type { ComplexType, Particle, SchemaModel } from './model.ts';
import { readSchema } from './read.ts';

const files = (documents: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(documents).map(([name, text]) => [name, new TextEncoder().encode(text)]));

const schema = (
  body: string,
  attributes = 'targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified"',
): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>\n${body}\n</xs:schema>`;

const read = (body: string, attributes?: string): SchemaModel =>
  readSchema(files({ 's.xsd': schema(body, attributes) }), 's.xsd');

const complex = (model: SchemaModel, name: string): ComplexType => {
  const type = model.elements.get(name)?.type ?? model.types.get(name);
  if (type?.kind !== 'complex') throw new Error(`${name} has no complex type`);
  return type;
};

/** A content model in one line: `(a b? (c | d)*)`. */
const shape = (particle: Particle | undefined): string => {
  if (particle === undefined) return '';
  const { term, min, max } = particle;
  const marks: Readonly<Record<string, string>> = { '1 1': '', '0 1': '?', '0 Infinity': '*', '1 Infinity': '+' };
  const count = `${String(min)} ${String(max)}`;
  const mark = marks[count] ?? `{${count}}`;
  if (term.kind === 'element') return term.name.name + mark;
  if (term.kind === 'any') return `any${mark}`;
  const inner = term.particles.map(shape).join(term.kind === 'choice' ? ' | ' : term.kind === 'all' ? ' & ' : ' ');
  return `(${inner})${mark}`;
};

describe('names', () => {
  test('local elements are qualified where the schema says so', () => {
    const model = read(
      '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a"/><xs:element name="b" form="unqualified"/></xs:sequence></xs:complexType></xs:element>',
    );
    const { particle } = complex(model, '{urn:t}r');
    const terms = particle?.term.kind === 'sequence' ? particle.term.particles.map(({ term }) => term) : [];

    expect(terms.map((term) => (term.kind === 'element' ? term.name : undefined))).toEqual([
      { namespace: 'urn:t', name: 'a' },
      { namespace: '', name: 'b' },
    ]);
  });

  test('a component is called by the named components around it', () => {
    const model = read(
      '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/><xs:choice><xs:element name="a" type="xs:int"/></xs:choice></xs:sequence><xs:attribute name="x"/></xs:complexType></xs:element>',
    );
    const { particle, attributes } = complex(model, '{urn:t}r');
    const group = particle?.term.kind === 'sequence' ? particle.term : undefined;
    const [first, second] = group?.particles ?? [];
    const inner = second?.term.kind === 'choice' ? second.term.particles[0] : undefined;

    expect([first?.term.id, second?.term.id, inner?.term.id, group?.id, attributes[0]?.id]).toEqual([
      's.xsd#r/a',
      's.xsd#r/choice',
      's.xsd#r/a[2]',
      's.xsd#r/order',
      's.xsd#r/@x',
    ]);
  });
});

describe('content models', () => {
  test.each([
    ['<xs:sequence><xs:element name="a"/><xs:element name="b" minOccurs="0"/></xs:sequence>', '(a b?)'],
    ['<xs:choice maxOccurs="unbounded"><xs:element name="a"/><xs:element name="b"/></xs:choice>', '(a | b)+'],
    ['<xs:all><xs:element name="a"/><xs:element name="b" minOccurs="0"/></xs:all>', '(a & b?)'],
    [
      '<xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="5"/><xs:any minOccurs="0"/></xs:sequence>',
      '(a{2 5} any?)',
    ],
    ['<xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="0"/><xs:element name="b"/></xs:sequence>', '(b)'],
    ['<xs:sequence/>', ''],
  ])('%s', (content, expected) => {
    const model = read(`<xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`);

    expect(shape(complex(model, '{urn:t}r').particle)).toBe(expected);
  });

  test('an extension is the base, then its own', () => {
    const model = read(
      '<xs:complexType name="B"><xs:sequence><xs:element name="a"/></xs:sequence><xs:attribute name="x"/></xs:complexType>' +
        '<xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:choice><xs:element name="b"/><xs:element name="c"/></xs:choice><xs:attribute name="y"/></xs:extension></xs:complexContent></xs:complexType>',
    );
    const type = complex(model, '{urn:t}T');

    expect(shape(type.particle)).toBe('((a) (b | c))');
    expect(type.attributes.map(({ declaration }) => declaration.name.name)).toEqual(['x', 'y']);
  });

  test('a restriction replaces the content and takes prohibited attributes away', () => {
    const model = read(
      '<xs:complexType name="B"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence><xs:attribute name="x"/><xs:attribute name="y"/></xs:complexType>' +
        '<xs:complexType name="T"><xs:complexContent><xs:restriction base="B"><xs:sequence><xs:element name="a"/></xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>',
    );
    const type = complex(model, '{urn:t}T');

    expect(shape(type.particle)).toBe('(a)');
    expect(type.attributes.map(({ declaration }) => declaration.name.name)).toEqual(['y']);
    expect(type.prohibited.map(({ name }) => name.name)).toEqual(['x']);
  });

  test('a substitution group knows its members, direct and indirect', () => {
    const model = read(
      '<xs:element name="h" abstract="true"/><xs:element name="m" substitutionGroup="h"/><xs:element name="n" substitutionGroup="m"/>',
    );

    expect(model.substitutes.get('{urn:t}h')?.map(({ name }) => name.name)).toEqual(['m', 'n']);
  });
});

describe('documents', () => {
  test('an include without a namespace takes that of its includer', () => {
    const model = readSchema(
      files({
        's.xsd': schema('<xs:include schemaLocation="t.xsd"/>'),
        't.xsd': schema(
          '<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType><xs:element name="e" type="S"/>',
          '',
        ),
      }),
      's.xsd',
    );

    expect([...model.elements.keys(), ...model.types.keys()]).toEqual(['{urn:t}e', '{urn:t}S']);
  });

  test('a redefinition stands in the place of what it redefines, which is its base', () => {
    const model = readSchema(
      files({
        's.xsd': schema(
          '<xs:redefine schemaLocation="t.xsd"><xs:simpleType name="S"><xs:restriction base="S"><xs:minLength value="2"/></xs:restriction></xs:simpleType></xs:redefine>',
        ),
        't.xsd': schema(
          '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>',
        ),
      }),
      's.xsd',
    );
    const type = model.types.get('{urn:t}S');
    const base = type?.kind === 'simple' ? type.base : undefined;

    expect([type?.id, base?.id]).toEqual(['s.xsd#S', 't.xsd#S']);
  });

  test('documents that include each other are each read once', () => {
    const model = readSchema(
      files({
        's.xsd': schema('<xs:include schemaLocation="t.xsd"/><xs:element name="a"/>'),
        't.xsd': schema('<xs:include schemaLocation="s.xsd"/><xs:element name="b"/>'),
      }),
      's.xsd',
    );

    expect([...model.elements.keys()].sort()).toEqual(['{urn:t}a', '{urn:t}b']);
  });
});

test('annotations come innermost first, up to the schema', () => {
  const note = (text: string): string => `<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>`;
  const model = read(
    `${note('schema')}<xs:element name="e">${note('element')}<xs:simpleType>${note('type')}<xs:restriction base="xs:string"><xs:maxLength value="3">${note('facet')}</xs:maxLength></xs:restriction></xs:simpleType></xs:element>`,
  );
  const type = model.elements.get('{urn:t}e')?.type;
  const facet = type?.kind === 'simple' ? type.facets[0] : undefined;

  const texts = facet?.annotations.map((one) => elementsOf(one)[0]?.children[0]);

  expect(texts).toEqual(['facet', 'type', 'element', 'schema']);
});

test('a document type that nothing relies on is passed over, and lines stay as they are', () => {
  const doctype = `<!-- > -->\n<!DOCTYPE xs:schema PUBLIC "-//W3C//DTD XMLSCHEMA 200102//EN" "XMLSchema.dtd" [
    <!-- ]> --><!ATTLIST xs:schema xmlns:u CDATA #FIXED 'urn:u' id ID #IMPLIED><!ENTITY u 'urn:u'><!ENTITY % p ''>\n]>\n`;
  const body = '<xs:element name="e" default="&lt;&#65;"/><!-- &u; --><xs:element name="é"/>';

  const model = readSchema(files({ 's.xsd': doctype + schema(body, 'xmlns:u="urn:u"') }), 's.xsd');

  expect([...model.elements.keys()]).toEqual(['e', 'é']);
  expect(model.elements.get('e')?.place).toEqual({ file: 's.xsd', line: 6 });
});

test('the entities that a document type gives a value are written out, and lines stay as they are', () => {
  const doctype = `<!DOCTYPE xs:schema [<!ENTITY digit "[0-9]"><!ENTITY code '&digit;{4}
    "&#38;#34;">'><!ENTITY digit "x"><!ENTITY elements '<xs:element name="r" type="c"/><!-- &none; -->'>]>\n`;
  const type =
    '<xs:simpleType name="c"><xs:restriction base="xs:string"><xs:pattern value="&code;>"/></xs:restriction></xs:simpleType>';
  const model = readSchema(files({ 's.xsd': doctype + schema(`&elements;${type}<!-- &none; -->`) }), 's.xsd');

  const found = model.elements.get('{urn:t}r');
  expect(found?.place).toEqual({ file: 's.xsd', line: 4 });
  const facet = found?.type.kind === 'simple' ? found.type.facets[0] : undefined;
  expect(facet?.values.map(({ text }) => text)).toEqual(['[0-9]{4}     """>>']);
});

test('a schema behind thousands of comments is read at once', () => {
  const model = readSchema(
    files({ 's.xsd': '<!-- x --> '.repeat(20_000) + schema('<xs:element name="e"/>') }),
    's.xsd',
  );

  expect(model.elements.size).toBe(1);
});

test('the schema for schemas may declare what is built in, and what is not', () => {
  const xsd = 'http://www.w3.org/2001/XMLSchema';
  const model = read(
    '<xs:simpleType name="int"><xs:restriction base="xs:long"/></xs:simpleType><xs:simpleType name="own"><xs:restriction base="xs:anySimpleType"/></xs:simpleType><xs:element name="e" type="xs:own"/>',
    `targetNamespace="${xsd}"`,
  );

  expect([...model.types.keys()]).toEqual([`{${xsd}}own`]);
  expect(model.elements.get(`{${xsd}}e`)?.type).toBe(model.types.get(`{${xsd}}own`));
});
