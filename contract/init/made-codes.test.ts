import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { codesBy } from './made-codes.ts';

const wanted = ['bericht-ongeldig', 'inhoud-ongeldig', 'dubbel'];

const made = (facets: string, codes: readonly string[] = wanted): readonly string[] | undefined => {
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="code"><xs:simpleType>' +
    `<xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType></xs:element></xs:schema>`;
  const [declaration] = [...readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd').elements.values()];
  if (declaration === undefined) throw new Error('the schema declares the element');
  return codesBy(declaration.type, codes);
};

test.each([
  ['', undefined],
  ['<xs:maxLength value="40"/>', undefined],
  ['<xs:pattern value="[a-z\\-]+"/>', undefined],
  ['<xs:pattern value="DROP[0-9]{3}"/>', ['DROP001', 'DROP002', 'DROP003']],
  ['<xs:pattern value="[A-Z]{3}"/>', ['ABA', 'ABB', 'ABC']],
  ['<xs:pattern value="E[0-9]{2}|W[0-9]{2}"/>', ['E01', 'E02', 'E03']],
  ['<xs:pattern value="DROP[0-9]+"/><xs:maxLength value="8"/>', ['DROP0001', 'DROP0002', 'DROP0003']],
  ['<xs:maxLength value="4"/>', ['F001', 'F002', 'F003']],
  ['<xs:length value="5"/>', ['F0001', 'F0002', 'F0003']],
  ['<xs:maxLength value="3"/><xs:pattern value="\\d*"/>', ['001', '002', '003']],
  ['<xs:maxLength value="1"/>', ['1', '2', '3']],
  ['<xs:pattern value="(ja|nee)"/>', ['ja', 'nee', 'ja']],
])('codes by %s', (facets, codes) => {
  expect(made(facets)).toEqual(codes);
});

test('a type of which no code can be made keeps those that are wanted', () => {
  expect(made('<xs:pattern value="(a(b|c))+d"/>')).toBeUndefined();
});

test('a pattern that doubles its ways with each letter is matched all the same', () => {
  const pattern = '<xs:pattern value="([A-Za-z]+)+\\d"/>';

  expect(made(pattern, ['OmgevingsvergunningAfhandelingPlanafwijking'])).toBeUndefined();
});
