import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf, elementsOf } from '#xml/tree';
import { readValidSchema } from '../read-valid.ts';
import { fromSchema } from '../from-schema.ts';

interface Shape {
  readonly elements: Readonly<Record<string, string>>;
  /** From the elements that refer to those that are referred to. */
  readonly references: readonly (readonly [from: string, to: string])[];
  readonly more?: string;
}

const path = (name: string): string => `<xs:selector xpath="${name}"/><xs:field xpath="."/>`;

/** The texts of documents with these elements, each three times. */
const drawn = ({ elements, references, more = '' }: Shape): readonly Readonly<Record<string, readonly string[]>>[] => {
  const named = Object.entries(elements);
  const declared = named.map(
    ([name, type]) => `<xs:element name="${name}" type="${type}" minOccurs="3" maxOccurs="3"/>`,
  );
  const keys = [...new Set(references.map(([, to]) => to))].map((to) => `<xs:key name="k-${to}">${path(to)}</xs:key>`);
  const keyrefs = references.map(
    ([from, to]) => `<xs:keyref name="${from}-${to}" refer="k-${to}">${path(from)}</xs:keyref>`,
  );
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="low"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
<xs:simpleType name="high"><xs:restriction base="xs:int"><xs:minInclusive value="3"/><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
<xs:element name="r"><xs:complexType><xs:sequence>${declared.join('')}</xs:sequence></xs:complexType>${keys.join('')}${keyrefs.join('')}${more}</xs:element></xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const trees = fc.sample(fromSchema(model, { namespace: '', name: 'r' }), { seed: 1, numRuns: 8 });
  return trees.map((tree) =>
    Object.fromEntries(
      named.map(([name]) => [
        name,
        elementsOf(tree).flatMap((one) => (one.name === name ? [String(Number(textOf(one)))] : [])),
      ]),
    ),
  );
};

test('what refers to two keys at once has a value that both have', () => {
  const documents = drawn({
    elements: { a: 'xs:byte', b: 'xs:short', c: 'xs:int' },
    references: [
      ['c', 'a'],
      ['c', 'b'],
    ],
  });
  expect(documents).toHaveLength(8);
  for (const { a, b, c } of documents) {
    expect(a).toEqual(expect.arrayContaining([...(c ?? [])]));
    expect(b).toEqual(expect.arrayContaining([...(c ?? [])]));
  }
});

test('what refers to two keys and comes once only has as many values in both as it comes', () => {
  const documents = drawn({
    elements: { a: 'low', b: 'high', c: 'xs:int' },
    references: [
      ['c', 'a'],
      ['c', 'b'],
    ],
    more: `<xs:unique name="u">${path('c')}</xs:unique>`,
  });
  expect(documents).toHaveLength(8);
  // Low and high have three in common.
  for (const { c } of documents) expect([...(c ?? [])].sort()).toEqual(['3', '4', '5']);
});

test('keys that refer to each other in a circle have the same values', () => {
  const documents = drawn({
    elements: { a: 'xs:byte', b: 'xs:short', c: 'xs:int' },
    references: [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ],
  });
  expect(documents).toHaveLength(8);
  for (const { a, b, c } of documents) {
    expect(new Set(a)).toEqual(new Set(b));
    expect(new Set(b)).toEqual(new Set(c));
  }
});
