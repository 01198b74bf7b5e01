import { describe, expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { parseTree } from '#xml/parse';
import { isUnseenEntity } from './unseen-entities.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
<xs:element name="e" type="xs:ENTITIES"/><xs:element name="n" type="xs:NCName"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
const tree = parseTree(Buffer.from('<r><e> a\n b</e><n>c</n></r>'));
const said = (message: string): boolean =>
  isUnseenEntity(model, tree, { message, line: 1, file: undefined, xpath: undefined });

describe('what libxml2 holds against a document', () => {
  test.each([
    "Element 'e': 'a' is not a valid value of the atomic type 'xs:ENTITY'.",
    "Element 'e': 'a b' is not a valid value of the list type 'xs:ENTITIES'.",
    "Element 'e': 'b' is not a valid value of the local atomic type.",
  ])('is that it does not see an entity: %s', (message) => {
    expect(said(message)).toBe(true);
  });

  test.each([
    "Element 'n': 'c' is not a valid value of the atomic type 'xs:ENTITY'.",
    "Element 'e': [facet 'maxLength'] The value 'a b' has a length of '2'; this exceeds the allowed maximum length of '1'.",
    "Element 'e': This element is not expected.",
  ])('is something else: %s', (message) => {
    expect(said(message)).toBe(false);
  });
});
