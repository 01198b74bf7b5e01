import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadSchema } from './load-schema.ts';
import { createSubject } from '../subject.ts';

const schema = (body: string, attributes = ''): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>${body}</xs:schema>`;

const part = schema(
  '<xs:include schemaLocation="../elsewhere/code.xsd"/><xs:element name="part" type="code"/>',
  'targetNamespace="urn:p" xmlns="urn:p"',
);
const code = schema(
  '<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction></xs:simpleType>',
);
const whole = (importing: string): string =>
  schema(
    `<xs:import namespace="urn:p" ${importing}/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="p:part"/></xs:sequence></xs:complexType></xs:element>`,
    'xmlns:p="urn:p"',
  );

const made: string[] = [];

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Names of the files; both readers must take them. */
const read = (folder: string, catalog?: string): readonly string[] => {
  const loaded = loadSchema(join(folder, 'main/r.xsd'), catalog === undefined ? undefined : join(folder, catalog));
  const { judge, model } = createSubject(loaded);
  expect(judge.refusal).toBeUndefined();
  judge.dispose();
  return model.files;
};

describe('a schema on disk', () => {
  test('is read with what stands beside it and above it', () => {
    const folder = folderWith({
      'main/r.xsd': whole('schemaLocation="../parts/part.xsd"'),
      'parts/part.xsd': part,
      'elsewhere/code.xsd': code,
    });

    expect(read(folder)).toEqual(['elsewhere/code.xsd', 'parts/part.xsd', 'main/r.xsd']);
  });

  test.each([
    ['a location on the web', 'schemaLocation="http://example.org/x/part.xsd"'],
    ['a relative location that is not there', 'schemaLocation="gone/part.xsd"'],
  ])('finds %s by the end of its name in a folder', (_, importing) => {
    const folder = folderWith({ 'main/r.xsd': whole(importing), 'cat/part.xsd': part, 'cat/code.xsd': code });

    expect(read(folder, 'cat')).toEqual(['catalog/code.xsd', 'catalog/part.xsd', 'r.xsd']);
  });

  test('finds locations and namespaces by an OASIS catalogue', () => {
    const catalog = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="urn:p" uri="deep/part.xsd"/></catalog>`;
    const folder = folderWith({
      'main/r.xsd': whole(''),
      'cat/catalog.xml': catalog,
      'cat/deep/part.xsd': part,
      'cat/elsewhere/code.xsd': code,
    });

    expect(read(folder, 'cat')).toEqual(['catalog/elsewhere/code.xsd', 'catalog/deep/part.xsd', 'r.xsd']);
  });

  test('may refer to itself around a ring', () => {
    const folder = folderWith({
      'main/r.xsd': schema('<xs:include schemaLocation="s.xsd"/><xs:element name="r" type="xs:string"/>'),
      'main/s.xsd': schema('<xs:include schemaLocation="r.xsd"/>'),
    });

    expect(read(folder)).toEqual(['s.xsd', 'r.xsd']);
  });

  test('that is missing, or lacks a document, is told by name and line', () => {
    const folder = folderWith({ 'main/r.xsd': schema('\n<xs:include schemaLocation="gone.xsd"/>') });

    expect(() => loadSchema(join(folder, 'none.xsd'))).toThrow(/there is no schema .*none\.xsd; give the path/);
    expect(() => loadSchema(join(folder, 'main/r.xsd'), join(folder, 'cat'))).toThrow(/there is no catalogue/);
    expect(() => read(folder)).toThrow("r.xsd:2: xs:include: no such file: 'gone.xsd'");
  });
});
