import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementsOf } from '#xml/tree';
import { readValidSchema } from '../read-valid.ts';
import { fromSchema } from '../from-schema.ts';

/** How many rows differ under a key that asks for as many as its fields have values. */
const drawn = (rows: number, fields: readonly string[]): number => {
  const attributes = fields.map(
    (type, index) =>
      `<xs:attribute name="f${String(index)}" use="required"><xs:simpleType>${type}</xs:simpleType></xs:attribute>`,
  );
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
<xs:element name="a" minOccurs="${String(rows)}" maxOccurs="${String(rows)}"><xs:complexType>${attributes.join('')}</xs:complexType></xs:element></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="a"/>${fields.map((_, index) => `<xs:field xpath="@f${String(index)}"/>`).join('')}</xs:key></xs:element></xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const [tree] = fc.sample(fromSchema(model, { namespace: '', name: 'r' }), { seed: 1, numRuns: 1 });
  const texts =
    tree === undefined ? [] : elementsOf(tree).map(({ attributes: found }) => found.map(({ value }) => value));
  return new Set(texts.map((one) => one.join(' '))).size;
};

const restriction = (base: string, facets: string): string =>
  `<xs:restriction base="${base}">${facets}</xs:restriction>`;
const between = (base: string, from: number, to: number): string =>
  restriction(base, `<xs:minInclusive value="${String(from)}"/><xs:maxInclusive value="${String(to)}"/>`);
const simple = (type: string): string => `<xs:simpleType>${type}</xs:simpleType>`;

test.each([
  [
    1001,
    restriction('xs:decimal', '<xs:minInclusive value="0"/><xs:maxInclusive value="1"/><xs:fractionDigits value="3"/>'),
  ],
  [1000, restriction('xs:nonNegativeInteger', '<xs:totalDigits value="3"/>')],
  [1000, `<xs:union>${simple(between('xs:int', 1, 900))}${simple(between('xs:int', 901, 1000))}</xs:union>`],
])('a key of %i rows over a type of as many values has them all', (rows, type) => {
  expect(drawn(rows, [type])).toBe(rows);
});

test.each([
  ['three fields', [5, 5, 5]],
  ['two fields', [72, 72]],
])('a key of %s has every tuple of their values where it asks for as many rows', (_, sizes) => {
  const rows = sizes.reduce((product, size) => product * size, 1);
  const fields = sizes.map((size) => between('xs:int', 1, size));
  expect(drawn(rows, fields)).toBe(rows);
});
