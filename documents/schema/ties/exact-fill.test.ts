import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementsOf, textOf } from '#xml/tree';
import { readValidSchema } from '../read-valid.ts';
import { fromSchema } from '../from-schema.ts';

/** The texts of the rows of a key that asks for as many as its type has values. */
const drawn = (rows: number, restriction: string): readonly string[] => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
<xs:element name="a" minOccurs="${String(rows)}" maxOccurs="${String(rows)}"><xs:simpleType>${restriction}</xs:simpleType></xs:element></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:key></xs:element></xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const [tree] = fc.sample(fromSchema(model, { namespace: '', name: 'r' }), { seed: 1, numRuns: 1 });
  return tree === undefined ? [] : elementsOf(tree).map(textOf);
};

const restriction = (base: string, facets: string): string =>
  `<xs:restriction base="${base}">${facets}</xs:restriction>`;
const listed = Array.from({ length: 700 }, (_, index) => `<xs:enumeration value="v${String(index)}"/>`).join('');

test.each([
  [700, restriction('xs:short', '<xs:minInclusive value="1"/><xs:maxInclusive value="700"/>')],
  [700, restriction('xs:token', listed)],
  [
    101,
    restriction('xs:decimal', '<xs:minInclusive value="1"/><xs:maxInclusive value="2"/><xs:fractionDigits value="2"/>'),
  ],
  [366, restriction('xs:gMonthDay', '<xs:pattern value="--..-.."/>')],
  [256, restriction('xs:hexBinary', '<xs:length value="1"/>')],
])('a key of %i rows over a type of as many values has them all', (rows, type) => {
  expect(new Set(drawn(rows, type)).size).toBe(rows);
});
