import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { formerValues } from './former.ts';

const list = (name: string, now: string, former: string): string =>
  `<xs:simpleType name="${name}"><xs:annotation><xs:appinfo><former value="${former}"/></xs:appinfo></xs:annotation>
  <xs:restriction base="xs:string"><xs:enumeration value="${now}"/></xs:restriction></xs:simpleType>`;

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  ${list('Gemeente', 'Eemsdelta', 'Delfzijl')}${list('Waterschap', 'Limburg', 'Roer en Overmaas')}
  <xs:simpleType name="Naam"><xs:union memberTypes="Gemeente Waterschap"/></xs:simpleType>
  <xs:element name="a" type="Naam"/></xs:schema>`;

test.each([
  ['Eemsdelta', ['Delfzijl']],
  ['Limburg', ['Roer en Overmaas']],
  ['Utrecht', []],
])('in place of %s stands what its own list had before', (own, former) => {
  const type = readSchema(new Map([['a.xsd', Buffer.from(schema)]]), 'a.xsd').elements.get('a')?.type;

  expect(type?.kind === 'simple' ? formerValues(own, type) : undefined).toEqual(former);
});
