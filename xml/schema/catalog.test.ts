import { expect, test } from 'vitest';
import { readCatalog } from './catalog.ts';
import { readSchema } from './read.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const catalog = readCatalog(
  encode(`<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
    <uri name="urn:n" uri="n/n.xsd"/>
    <group><system systemId="http://example.org/s.xsd" uri="local.xsd"/></group>
    <group xml:base="base/xsd/"><group xml:base="more/list.xml"><uri name="urn:b" uri="b.xsd"/></group>
      <rewriteSystem systemIdStartString="urn:x:" rewritePrefix="x/"/><uri name="urn:n" uri="later.xsd"/></group>
    <uri name="urn:own" uri="own.xsd" xml:base="own/"/>
    <rewriteURI uriStartString="http://example.org/" rewritePrefix="copy/"/>
    <rewriteURI uriStartString="http://example.org/deep/" rewritePrefix="deeper/"/>
  </catalog>`),
  'catalogs/catalog.xml',
);

test.each([
  ['urn:n', 'catalogs/n/n.xsd'],
  ['http://example.org/s.xsd', 'catalogs/local.xsd'],
  ['urn:b', 'catalogs/base/xsd/more/b.xsd'],
  ['urn:x:a.xsd', 'catalogs/base/xsd/x/a.xsd'],
  ['urn:own', 'catalogs/own/own.xsd'],
  ['http://example.org/a/b.xsd', 'catalogs/copy/a/b.xsd'],
  ['http://example.org/deep/b.xsd', 'catalogs/deeper/b.xsd'],
  ['http://example.com/', undefined],
])('a catalogue says where %s is', (location, name) => {
  expect(catalog(location)).toBe(name);
});

test('a schema is read through a catalogue, an import by its namespace alone', () => {
  const schema = (namespace: string, body: string): Uint8Array =>
    encode(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${body}</xs:schema>`);
  const model = readSchema(
    new Map([
      [
        's.xsd',
        schema('urn:t', '<xs:include schemaLocation="http://example.org/a/b.xsd"/><xs:import namespace="urn:n"/>'),
      ],
      ['catalogs/copy/a/b.xsd', schema('urn:t', '<xs:include schemaLocation="c.xsd"/>')],
      ['catalogs/copy/a/c.xsd', schema('urn:t', '<xs:element name="c"/>')],
      ['catalogs/n/n.xsd', schema('urn:n', '<xs:element name="n"/>')],
    ]),
    's.xsd',
    catalog,
  );

  expect([...model.elements.keys()].sort()).toEqual(['{urn:n}n', '{urn:t}c']);
});

test.each(['nextCatalog catalog="a.xml"', 'delegateURI uriStartString="urn:" catalog="a.xml"'])(
  'a catalogue that leads to another by %s is refused by line',
  (entry) => {
    const text = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">\n<${entry}/></catalog>`;

    expect(() => readCatalog(encode(text), 'catalog.xml')).toThrow(
      /line 2: (?:nextCatalog|delegateURI) leads to another catalogue, which is not followed; take its entries over/,
    );
  },
);
