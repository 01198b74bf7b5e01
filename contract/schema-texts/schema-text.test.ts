import { expect, test } from 'vitest';
import { withDocument } from '#xml/document';
import { toTree } from '#xml/parse';
import { nameMessages } from '#xml/schema/naming';
import { readSchema } from '#xml/schema/read';
import { compileSchema } from '#xml/validator';
import { aspectOf } from './schema-fault.ts';
import { schemaText } from './schema-text.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:simpleType name="Plaats"><xs:restriction base="xs:string"><xs:enumeration value="'s-Gravenhage"/><xs:enumeration value="Woerden"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Blad"><xs:restriction base="xs:string"><xs:enumeration value="Gemeenteblad"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Naam"><xs:union memberTypes="Plaats Blad"/></xs:simpleType>
  <xs:simpleType name="Veel"><xs:restriction base="xs:string">${Array.from({ length: 13 }, (_, index) => `<xs:enumeration value="waarde-${String(index)}-lang"/>`).join('')}</xs:restriction></xs:simpleType>
  <xs:simpleType name="Datum"><xs:restriction base="xs:date"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/></xs:restriction></xs:simpleType>
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="titel" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="5"/><xs:pattern value="[^\\n\\r]*"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="plaats" type="Naam" minOccurs="0" maxOccurs="2"/>
    <xs:element name="blad" type="Blad" minOccurs="0"/>
    <xs:element name="veel" type="Veel" minOccurs="0"/>
    <xs:element name="dag" type="Datum" minOccurs="0"/>
    <xs:element name="moment" type="xs:dateTime" minOccurs="0"/>
    <xs:element name="nummer" minOccurs="0"><xs:simpleType><xs:restriction base="xs:positiveInteger"><xs:maxInclusive value="99"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="maat" minOccurs="0"><xs:simpleType><xs:restriction base="xs:decimal"><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="lijn" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="LINESTRING ?\\([0-9. ,]+\\)|MULTILINESTRING ?\\(\\([0-9. ,]+\\)\\)"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="code" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[1-9][0-9]{3}[A-Z]{2}"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="bytes" type="xs:base64Binary" minOccurs="0"/>
    <xs:element name="leeg" minOccurs="0"><xs:complexType><xs:attribute name="soort" type="Blad" use="required"/></xs:complexType></xs:element>
    <xs:element name="eind" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const files = new Map([['s.xsd', Buffer.from(schema)]]);
const model = readSchema(files, 's.xsd');
const validator = compileSchema(files, 's.xsd');

/** What is said of a document with this content. */
const said = (content: string, language: 'nl' | 'en') =>
  withDocument(Buffer.from(`<a xmlns="urn:a">${content}</a>`), ({ root }) =>
    nameMessages(model, { tree: toTree(root) }, validator.validateElement(root)).map(
      (named) => schemaText(named)[language],
    ),
  );

test.each([
  ['dossier.xsd#Dossier/Titel/maxLength', 'maxLength'],
  ['dossier.xsd#Dossier/Titel/pattern[2]', 'pattern'],
  ['dossier.xsd#Organisatie/@soort/use', 'use'],
  ['dossier.xsd#root', 'root'],
])('%s is about %s', (constraint, aspect) => {
  expect(aspectOf(constraint)).toBe(aspect);
});

const end = '<eind>x</eind>';

test.each([
  `<titel>zes-lang</titel>${end}`,
  `<titel/>${end}`,
  `<titel>a\nb</titel>${end}`,
  `<plaats>Den Haag</plaats>${end}`,
  `<plaats>Xyzzy</plaats>${end}`,
  `<veel>iets heel anders</veel>${end}`,
  `<dag>2026-03-01T00:00:00</dag>${end}`,
  `<dag>2026-03-01+01:00</dag>${end}`,
  `<dag>01-03-2026</dag>${end}`,
  `<dag>2026-02-30</dag>${end}`,
  `<moment>2026-03-01</moment>${end}`,
  `<nummer>100</nummer>${end}`,
  `<nummer>14a</nummer>${end}`,
  `<maat>1.25</maat>${end}`,
  `<lijn>POLYGON((1 2, 3 4))</lijn>${end}`,
  `<code>4401 bt</code>${end}`,
  `<bytes>%%%</bytes>${end}`,
  `<leeg/>${end}`,
  `<leeg soort="Gemeenteblad">x</leeg>${end}`,
  `<leeg soort="gemeenteblad" meer="1"/>${end}`,
  `<titel>ab</titel>`,
  `<titel>ab</titel><titel>ab</titel>${end}`,
  `<titell>ab</titell>${end}`,
  `<titel xmlns="">ab</titel>${end}`,
  `${end}${end}`,
  `<titel xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">ab</titel>${end}`,
  `los${end}`,
  `<eind><b/></eind>`,
])('says what is wrong with %s and what to do', (content) => {
  expect({ nl: said(content, 'nl'), en: said(content, 'en') }).toMatchSnapshot();
});
