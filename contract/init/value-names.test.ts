import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { codeNames } from './value-names.ts';

const namesOf = (notes: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const values = Object.entries(notes).map(
    ([value, note]) =>
      `<xs:enumeration value="${value}"><xs:annotation><xs:documentation>${note}</xs:documentation></xs:annotation></xs:enumeration>`,
  );
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="e"><xs:simpleType><xs:restriction base="xs:string">${values.join('')}</xs:restriction></xs:simpleType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const [element] = model.elements.values();
  return element === undefined ? {} : Object.fromEntries(codeNames(element.type, Object.keys(notes)));
};

test('a name that begins with the letters of its code is whole', () => {
  expect(namesOf({ A: 'Aanvraag', B: 'Besluit', '1': '10 Besluiten' })).toEqual({
    Aanvraag: 'A',
    Besluit: 'B',
    '10 Besluiten': '1',
  });
});

test.each(['A = Aanvraag', 'A: Aanvraag', 'A - Aanvraag', 'A. Aanvraag', 'A) Aanvraag', 'A Aanvraag. Voor ieder.'])(
  'a code with a separator behind it is no part of the name: %s',
  (note) => {
    expect(namesOf({ A: note })).toEqual({ Aanvraag: 'A' });
  },
);
