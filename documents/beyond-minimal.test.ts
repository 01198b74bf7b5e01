import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { XmlElement } from '#xml/tree';
import { fromSchema } from './schema/from-schema.ts';
import { readValidSchema } from './schema/read-valid.ts';

/** Amounts, areas, numbers, dates, times and years as Dutch schemas have them, in lists and unions too; numbers are named n…, moments m…. */
const schemas: Readonly<Record<string, string>> = {
  'a decision with its days': `<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="mDatumBesluit" type="xs:date"/><xs:element name="mTijdstipRegistratie" type="xs:dateTime" maxOccurs="3"/>
    <xs:element name="mTermijn" type="xs:duration" minOccurs="0"/></xs:sequence><xs:attribute name="mSluiting" type="xs:time"/></xs:complexType></xs:element>`,
  amounts: `<xs:simpleType name="Bedrag"><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Oppervlakte"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Bedragen"><xs:list itemType="Bedrag"/></xs:simpleType>
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="nBedrag" type="Bedragen" maxOccurs="5"/>
    <xs:element name="nOppervlakte" type="Oppervlakte"/><xs:element name="nVolgnummer" type="xs:positiveInteger"/></xs:sequence></xs:complexType></xs:element>`,
  'years of building': `<xs:simpleType name="JaarOfMaand"><xs:union memberTypes="xs:gYearMonth xs:gYear xs:date"/></xs:simpleType>
    <xs:simpleType name="Jaren"><xs:list itemType="xs:gYear"/></xs:simpleType>
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="mBouwjaar" type="JaarOfMaand" maxOccurs="4"/></xs:sequence>
    <xs:attribute name="mJaren" type="Jaren" use="required"/></xs:complexType></xs:element>`,
  'numbers of a registration': `<xs:simpleType name="Nummer"><xs:restriction base="xs:integer"><xs:pattern value="[1-9][0-9]*"/></xs:restriction></xs:simpleType>
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="nNummer" type="Nummer" maxOccurs="3"/></xs:sequence>
    <xs:attribute name="nVersie" type="xs:unsignedLong" use="required"/><xs:attribute name="nFactor" type="xs:decimal"/></xs:complexType></xs:element>`,
};

const treesOf = (body: string, beyondMinimal: boolean): fc.Arbitrary<XmlElement> => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${body}</xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  return fromSchema(model, { namespace: '', name: 'r' }, { beyondMinimal });
};

/** More than 18 digits, a year that is none of 0001 to 9999, or less than a millisecond (part 2, 3.2.3 and 3.2.7). */
const goesBeyond = ({ name, attributes, children }: XmlElement): boolean =>
  attributes.some((one) => isWide(one.name, one.value)) ||
  children.some((child) => (typeof child === 'string' ? isWide(name, child) : goesBeyond(child)));

const isWide = (name: string, text: string): boolean =>
  text
    .split(/\s+/)
    .some((word) =>
      name.startsWith('n') ? word.replace(/^[+-]?0*|\./g, '').length > 18 : /^-?\d{5}|^-\d{4}|^0000|\.\d{4}/.test(word),
    );

describe.each(Object.entries(schemas))('documents of %s', (_, body) => {
  test('stay within what every validator must take', () => {
    const within = fc.property(treesOf(body, false), (tree) => !goesBeyond(tree));

    fc.assert(within, { seed: 18, numRuns: 300 });
  });

  test('go beyond it where that is asked for', () => {
    const trees = fc.sample(treesOf(body, true), { seed: 18, numRuns: 300 });

    expect(trees.filter(goesBeyond).length).toBeGreaterThan(10);
  });
});
