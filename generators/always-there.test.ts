import { expect, test } from 'vitest';
import { leavesOf } from '#xml/schema/leaves';
import { readSchema } from '#xml/schema/read';
import { isAlwaysThere } from './always-there.ts';

const isDemandedIn = (group: string): boolean => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever"><xs:complexType>${group}</xs:complexType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const [root] = model.elements.values();
  if (root?.type.kind !== 'complex' || root.type.particle === undefined) throw new Error('no group');
  const found = leavesOf(root.type.particle).flatMap(({ term }) =>
    term.kind === 'element' && term.name.name === 'Medium' ? [{ declaration: term, trail: [root] }] : [],
  );
  return isAlwaysThere({ declarations: () => found }, 'medium');
};

const medium = '<xs:element name="Medium" type="xs:string"/>';

test.each([
  [`<xs:sequence>${medium}</xs:sequence>`, true],
  [`<xs:all>${medium}</xs:all>`, true],
  ['<xs:sequence><xs:element name="Medium" type="xs:string" minOccurs="0"/></xs:sequence>', false],
  [`<xs:sequence minOccurs="0">${medium}</xs:sequence>`, false],
  [`<xs:choice>${medium}<xs:element name="Ander" type="xs:string"/></xs:choice>`, false],
])('what %s demands', (group, isDemanded) => {
  expect(isDemandedIn(group)).toBe(isDemanded);
});
