import { expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import { plainSchema } from './plain-schema.ts';

const schema = (body: string, more = ''): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${more}>${body}</xs:schema>`;
const plain = (text: string): string =>
  serialize(plainSchema(parseTree(Buffer.from(text)))).replace(/n1:|xmlns:n1="[^"]*"/g, '');

test('names lose their white space, and values of documents keep it', () => {
  const text = schema('<xs:element name=" r " type="xs:string" fixed=" x "/>', ' targetNamespace=" urn:one "');

  expect(plain(text)).toContain('targetNamespace="urn:one"');
  expect(plain(text)).toContain('name="r" type="xs:string" fixed=" x "');
});

test('what may come no time at all is left out, but not of an annotation', () => {
  const never = '<xs:element name="a" minOccurs="0" maxOccurs="0"/>';
  const text = schema(
    `<xs:annotation><xs:appinfo>${never}</xs:appinfo></xs:annotation><xs:complexType name="t"><xs:all>${never}<xs:element name="b"/></xs:all></xs:complexType>`,
  );

  expect(plain(text).match(/name="a"/g)).toHaveLength(1);
  expect(plain(text)).toContain('name="b"');
});

test('a schema that is plain is given as it is', () => {
  const tree = parseTree(Buffer.from(schema('<xs:element name="r"/>')));

  expect(plainSchema(tree)).toBe(tree);
});
