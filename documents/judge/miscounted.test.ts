import { expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { readSchema } from '#xml/schema/read';
import { isMiscounted } from './miscounted.ts';

const modelOf = (content: string) =>
  readSchema(
    new Map([
      [
        'r.xsd',
        Buffer.from(
          `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element></xs:schema>`,
        ),
      ],
    ]),
    'r.xsd',
  );

const a = '<xs:element name="a" type="xs:string" maxOccurs="2"/>';
const said = { message: "Element 'a': This element is not expected.", line: 1, file: undefined, xpath: '/r/a[3]' };
const tree = (count: number) => parseTree(Buffer.from(`<r>${'<a/>'.repeat(count)}</r>`));

test('a miscount is one where a repeating group holds what repeats, and the children are right', () => {
  const nested = modelOf(`<xs:sequence maxOccurs="2">${a}</xs:sequence>`);
  const flat = modelOf(`<xs:sequence>${a}</xs:sequence>`);

  expect(isMiscounted(nested, tree(4), said)).toBe(true);
  expect(isMiscounted(nested, tree(5), said)).toBe(false);
  expect(isMiscounted(flat, tree(2), said)).toBe(false);
  expect(isMiscounted(nested, tree(4), { ...said, message: "Element 'a': [facet 'length'] no" })).toBe(false);
});
