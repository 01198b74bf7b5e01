import { expect, test } from 'vitest';
import { mustKnowCompared } from './compared-values.ts';
import type { Need } from './needed-roles.ts';
import { readRows } from './rows.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="Lever"><xs:complexType><xs:sequence>
    <xs:element name="Soort" type="Soort"/>
    <xs:element name="Titel" type="xs:string"/>
  </xs:sequence><xs:attribute name="versie" type="Soort"/></xs:complexType></xs:element>
  <xs:simpleType name="Soort"><xs:restriction base="xs:string">
    <xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
</xs:schema>`;
const name = { namespace: '', name: 'Lever' };
const operations = [
  { name: 'Lever', action: '', request: name, response: name, ground: 'assumed', source: '' },
] as const;

const told = (path: string, value: string): string => {
  const [row] = readRows('description.csv', `pad;verplicht\nTitel;als ${path} = ${value}`);
  if (row === undefined) throw new Error('no row');
  const place = row.place;
  const condition = { path, values: [value], isNot: false };
  const need: Need = {
    rule: { id: 'r', test: '', text: { nl: '', en: '' }, grounding: { ground: 'assumed', source: '' } },
    needed: { path: 'titel', rule: 'r', condition, place },
    compared: { row, path: path.split('/'), values: [value] },
  };
  try {
    mustKnowCompared(new Map([['s.xsd', Buffer.from(schema)]]), { file: 's.xsd', operations }, [need]);
    return '';
  } catch (error) {
    return String(error);
  }
};

test('a condition that waits for a value which the list has not is told with both places', () => {
  expect(told('Soort', 'C')).toContain(
    'description.csv:2: the description says that Titel depends on Soort being C, and the list of the schema has no such value (s.xsd:3); correct one of them',
  );
  expect(told('@versie', 'C')).toContain('(s.xsd:5)');
});

test('a value of the list, and any value of a place that takes any text, will do', () => {
  expect([told('Soort', 'B'), told('@versie', 'A'), told('Titel', 'C')]).toEqual(['', '', '']);
});
