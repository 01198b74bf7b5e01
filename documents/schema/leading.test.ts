import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '#xml/qname';
import { rootsOf } from '../subject.ts';
import { createViolators } from '../violation/violator.ts';
import { fromSchema } from './from-schema.ts';
import { createLeading } from './leading.ts';
import { readValidSchema } from './read-valid.ts';
import { createShared } from './shared.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:attribute name="kleur" type="xs:token"/>
  <xs:element name="kop" type="Basis"/>
  <xs:element name="lid" type="Afgeleid" substitutionGroup="kop"/>
  <xs:element name="los" type="Los"/>
  <xs:complexType name="Basis"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:complexType name="Afgeleid"><xs:complexContent><xs:extension base="Basis">
    <xs:sequence><xs:element name="diep" type="Los" minOccurs="0"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Los"><xs:choice>
    <xs:element name="x" type="xs:date"/><xs:element name="y" type="xs:boolean" minOccurs="0" maxOccurs="3"/>
  </xs:choice><xs:attribute name="n" type="xs:int"/></xs:complexType>
  <xs:complexType name="Vrij"><xs:sequence><xs:any minOccurs="0" processContents="lax"/></xs:sequence><xs:anyAttribute/></xs:complexType>
  <xs:complexType name="Boom"><xs:sequence><xs:element name="tak" type="Boom" minOccurs="0" maxOccurs="2"/><xs:element name="blad" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element ref="kop" minOccurs="0" maxOccurs="2"/>
    <xs:element name="vrij" type="Vrij" minOccurs="0"/>
    <xs:element name="los" type="Los" minOccurs="0" nillable="true"/>
    <xs:element name="boom" type="Boom" minOccurs="0"/>
    <xs:element name="iets" minOccurs="0"/>
    <xs:element name="getal" type="xs:int" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');

test.each([
  ['x of a choice', 's.xsd#Los/x', 'boom getal'],
  ['an attribute', 's.xsd#Los/@n', 'boom getal'],
  ['what an extension adds', 's.xsd#Afgeleid/diep', 'boom getal los'],
  ['a member of a substitution group, which a wildcard takes', 's.xsd#lid', 'boom getal los'],
  ['a global attribute, which a wildcard takes', 's.xsd#@kleur', 'boom getal kop los'],
  ['a leaf of what holds itself', 's.xsd#Boom/blad', 'getal kop los'],
])('%s is led to from all but what can not have it', (_, id, others) => {
  const found = createLeading(model)([id]);
  const root = model.elements.get(keyOf({ namespace: '', name: 'r' }));
  const type = root?.type.kind === 'complex' ? root.type : undefined;
  const sequence = type?.particle?.term;
  const children = sequence?.kind === 'sequence' ? sequence.particles.map(({ term }) => term) : [];
  const names = children.flatMap((one) => (one.kind === 'element' && found?.has(one) === false ? [one.name.name] : []));

  expect(names.sort().join(' ')).toBe(others);
});

test('an id that the schema does not have is led to from nowhere that is known', () => {
  expect(createLeading(model)(['s.xsd#niets'])).toBeUndefined();
});

test('documents are the same whether what is not asked for is shared or made anew', () => {
  const shared = createShared();
  for (const root of rootsOf(model)) {
    const violators = createViolators(model, root, { shared });
    for (const { id } of violators.constraints) {
      const present = new Set(violators.of(id)?.present ?? []);
      const draw = (options: Parameters<typeof fromSchema>[2]): unknown =>
        fc.sample(fromSchema(model, root, { ...options, present }), { seed: 7, numRuns: 2 });
      expect(draw({ shared })).toEqual(draw({}));
    }
  }
});
