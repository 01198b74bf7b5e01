import { expect, test } from 'vitest';
import { createShared } from '../schema/shared.ts';
import { readSchema } from '#xml/schema/read';
import { misspelled, textsNotIn, type TabledPlace } from './not-in-table.ts';

/** An element whose text has these facets, beside a table of values. */
const place = (facets: string, values: readonly string[], changed: Partial<TabledPlace> = {}): TabledPlace => {
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="gezag"><xs:simpleType>' +
    `<xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const [declaration] = [...model.elements.values()];
  const schemaValues = () => createShared().foundation(model, {}).values;
  if (declaration === undefined) throw new Error('the schema declares the element');
  const same = (text: string): string => text;
  return { reached: [{ declaration, trail: [] }], values, wire: same, meaning: same, schemaValues, ...changed };
};

const ways = { dropped: (text: string) => text.slice(0, -1), upper: (text: string) => text.toUpperCase() };

test('any text is told apart by words that no table has', () => {
  expect(textsNotIn(place('', ['0344', 'onbekend']))).toEqual(['geen waarde', '0']);
});

test('where the schema has a form the texts have it, and none is in the table', () => {
  const texts = textsNotIn(place('<xs:pattern value="gm[0-9]"/>', ['gm3', 'gm4']));

  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => !/^gm[0-9]$/.test(text) || ['gm3', 'gm4'].includes(text))).toEqual([]);
  expect(textsNotIn(place('<xs:length value="4"/>', ['0344']))[0]).toHaveLength(4);
});

test('there is none where the table has all that the schema takes, as a code or as a word', () => {
  const two = '<xs:enumeration value="1"/><xs:enumeration value="2"/>';
  const meaning = (text: string): string => ({ 1: 'Utrecht', 2: 'Woerden' })[text] ?? text;

  expect(textsNotIn(place(two, ['1', '2']))).toEqual([]);
  expect(textsNotIn(place(two, ['Utrecht', 'Woerden'], { meaning }))).toEqual([]);
  expect(textsNotIn(place(two, ['Utrecht'], { meaning }))).toEqual(['2']);
});

test('of misspellings those are left that the schema takes', () => {
  const left = (facets: string): readonly string[] => misspelled(place(facets, ['gm34']), ways).map(([way]) => way);

  expect(left('')).toEqual(['dropped', 'upper']);
  expect(left('<xs:length value="4"/>')).toEqual(['upper']);
  expect(left('<xs:pattern value="gm[0-9]+"/>')).toEqual(['dropped']);
});
