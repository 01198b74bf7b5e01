import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSubject } from './subject.ts';
import { confirmedViolations, violatorsFor } from './violations.ts';

const prefixes = 'xmlns="urn:t" targetNamespace="urn:t" xmlns:t="urn:t" xmlns:o="urn:o"';

/** The operators that break a constraint of the root `r`, each confirmed. */
const operatorsFor = (content: string, constraint: string): ReadonlySet<string> => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${prefixes}>${content}</xs:schema>`;
  const subject = createSubject({ entry: 's.xsd', files: new Map([['s.xsd', Buffer.from(schema)]]) });
  const root = { namespace: 'urn:t', name: 'r' };
  const violator = violatorsFor(subject, root).of(`s.xsd#r${constraint}`);
  if (violator === undefined) return new Set();
  const found = fc.sample(confirmedViolations(subject, root, violator), { seed: 1, numRuns: 30 });
  subject.judge.dispose();
  return new Set(found.map(({ operator }) => operator));
};

const fixedName = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" fixed="x o:y"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:element>
<xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="f" use="required" fixed="x"><xs:simpleType><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType></xs:attribute></xs:complexType></xs:element>`;

test.each([
  ['/b/type', 'letter-added'],
  ['/a/fixed', 'fixed-changed'],
  ['/@f/fixed', 'fixed-changed'],
  ['/b/minOccurs', 'child-dropped'],
])('a fixed name in a default namespace leaves %s to be broken', (constraint, operator) => {
  expect(operatorsFor(fixedName, constraint)).toContain(operator);
});

test('a key is broken by the name of another row', () => {
  const key = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="2"><xs:simpleType>
<xs:restriction base="xs:QName"><xs:enumeration value="x"/><xs:enumeration value="o:x"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="a"/><xs:field xpath="."/></xs:key></xs:element>`;
  expect(operatorsFor(key, '/k/key')).toContain('key-repeated');
});
