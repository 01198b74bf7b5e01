import { describe, expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { compileSchema } from '#xml/validator';
import { withDocument } from '#xml/document';
import { gather } from '../folder/attempt.ts';
import { narrowedFiles } from './narrowed-files.ts';
import { readRows } from './rows.ts';

const namespace = 'urn:dienst';
const note = `<xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation>`;
/** As a service of WCF has it: all may be absent and nil, members stand in alphabetical order, types are shared. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" xmlns:g="urn:3pas:ground"
  targetNamespace="${namespace}" elementFormDefault="qualified">
  ${note}
  <xs:element name="Lever"><xs:complexType><xs:sequence>
    <xs:element name="Bericht" type="t:Bericht" minOccurs="0" nillable="true"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Bericht" type="t:Bericht"/>
  <xs:complexType name="Basis"><xs:sequence>
    <xs:element name="Kenmerk" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Bericht"><xs:complexContent><xs:extension base="t:Basis"><xs:sequence>
    <xs:element name="Aanvrager" type="t:Persoon" minOccurs="0"/>
    <xs:element name="Besluit" type="xs:string" minOccurs="0"/>
    <xs:element name="Gemachtigde" type="t:Persoon" minOccurs="0"/>
    <xs:element name="Regels" minOccurs="0" maxOccurs="unbounded"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:maxLength value="80"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="Soort" type="t:Soort"/>
    <xs:choice><xs:element name="Een" type="xs:int"/><xs:element name="Ander" type="xs:date"/></xs:choice>
  </xs:sequence><xs:attribute name="versie" type="xs:string"/></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Persoon"><xs:sequence>
    <xs:element name="Naam" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:simpleType name="Soort"><xs:restriction base="xs:string">
    <xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
</xs:schema>`;

const files = new Map([['dienst.xsd', Buffer.from(schema)]]);
const narrowedBy = (...rows: readonly string[]): ReadonlyMap<string, Uint8Array> =>
  narrowedFiles(
    files,
    { file: 'dienst.xsd', requests: [{ namespace, name: 'Lever' }], place: { file: 'contract.yaml', line: 1 } },
    {
      rows: readRows(
        'description.csv',
        ['pad;verplicht;herhaling;type;lengte;patroon;waarden;paragraaf', ...rows].join('\n'),
      ),
      grounding: { ground: 'taken-over', source: 'het papier' },
      place: { file: 'contract.yaml', line: 2 },
    },
  );

/** What the schema says of a message; empty for a valid one. */
const problems = (narrowed: ReadonlyMap<string, Uint8Array>, members: string): readonly string[] => {
  const validator = compileSchema(narrowed, 'dienst.xsd');
  try {
    const text = `<t:Lever xmlns:t="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${members}</t:Lever>`;
    return withDocument(Buffer.from(text), ({ root }) => validator.validateElement(root).map(({ message }) => message));
  } finally {
    validator.dispose();
  }
};
const isValid = (narrowed: ReadonlyMap<string, Uint8Array>, members: string): boolean =>
  problems(narrowed, members).length === 0;
const bericht = (members: string, attributes = ''): string =>
  `<t:Bericht${attributes}>${members.replaceAll(/<(\/?)(\w)/g, '<$1t:$2')}</t:Bericht>`;
const end = '<Soort>A</Soort><Een>1</Een>';

describe('a row narrows the place that it is of', () => {
  test('what is required is there and filled', () => {
    const narrowed = narrowedBy('Bericht;ja');

    expect([isValid(files, ''), isValid(narrowed, ''), isValid(narrowed, bericht(end))]).toEqual([true, false, true]);
    expect(isValid(narrowed, '<t:Bericht xsi:nil="true"/>')).toBe(false);
  });

  test('and no other place of the same type', () => {
    const narrowed = narrowedBy('Bericht/Aanvrager/Naam;ja');

    expect(isValid(narrowed, bericht(`<Aanvrager/>${end}`))).toBe(false);
    expect(isValid(narrowed, bericht(`<Gemachtigde/>${end}`))).toBe(true);
  });

  test('what a type inherits is narrowed too', () => {
    const narrowed = narrowedBy('Bericht/Kenmerk;ja;;;1-5');

    expect(isValid(narrowed, bericht(end))).toBe(false);
    expect(isValid(narrowed, bericht(`<Kenmerk>123456</Kenmerk>${end}`))).toBe(false);
    expect(isValid(narrowed, bericht(`<Kenmerk>12345</Kenmerk>${end}`))).toBe(true);
  });

  test.each([
    ['Bericht/Besluit;;;datum', '<Besluit>2026-11-24</Besluit>', '<Besluit>morgen</Besluit>'],
    ['Bericht/Besluit;;;;;[A-Z]{2}', '<Besluit>AB</Besluit>', '<Besluit>ab</Besluit>'],
    ['Bericht/Besluit;;;;;;ja | nee', '<Besluit>nee</Besluit>', '<Besluit>soms</Besluit>'],
    ['Bericht/Regels;;1-2;;10', '<Regels>een</Regels>', '<Regels>meer dan tien</Regels>'],
    ['Bericht/Regels;;1-2;;10', '<Regels/><Regels/>', '<Regels/><Regels/><Regels/>'],
    ['Bericht/Gemachtigde;nooit', '', '<Gemachtigde/>'],
  ])('%s', (row, good, bad) => {
    const narrowed = narrowedBy(row);

    expect([good, bad].map((one) => isValid(narrowed, bericht(one + end)))).toEqual([true, false]);
    expect(isValid(files, bericht(bad + end))).toBe(true);
  });

  test('values of a list, and an attribute', () => {
    const narrowed = narrowedBy('Bericht/Soort;;;;;;A', 'Bericht/@versie;ja;;;3');

    expect(isValid(narrowed, bericht(end, ' versie="1.0"'))).toBe(true);
    expect(isValid(narrowed, bericht(end))).toBe(false);
    expect(isValid(narrowed, bericht('<Soort>B</Soort><Een>1</Een>', ' versie="1.0"'))).toBe(false);
  });
});

test('lines of the schema stay, and what is added rests on the papers', () => {
  const narrowed = narrowedBy('Bericht/Besluit;ja;;;100;;;§ 3');
  const text = Buffer.from(narrowed.get('dienst.xsd') ?? []).toString();
  const lineOf = (sought: string, within: string): number => within.slice(0, within.indexOf(sought)).split('\n').length;

  expect(lineOf('name="Persoon"', text)).toBe(lineOf('name="Persoon"', schema));
  expect(text).toContain('standing="taken-over" source="het papier, § 3"');
  expect(readSchema(narrowed, 'dienst.xsd').files).toEqual(['dienst.xsd']);
});

const contradicted = (...rows: readonly string[]): string => {
  try {
    narrowedBy(...rows);
    return 'narrowed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test.each([
  ['Bericht/Soort;nee'],
  ['Bericht/Soort;nooit'],
  ['Bericht/Een;ja'],
  ['Bericht/Soort;;;;;;A|C'],
  ['Bericht/Een;;;datum'],
  ['Bericht/Soort;;2'],
  ['Bericht/Regels;;;;200'],
  ['Bericht/Kleur;ja'],
  ['Bericht/Besluit/Datum;ja'],
  ['Bericht/Aanvrager;;;tekst'],
  ['Bericht/Besluit;;;kleur'],
  ['Bericht/Besluit;misschien'],
  ['Bericht/Besluit;;veel'],
  ['Bericht//Besluit;ja'],
  ['Bericht/Besluit;;;;;[A-'],
])('%s is contradicted, with both places', (row) => {
  expect(contradicted(row)).toMatchSnapshot();
});

test('all that is wrong with all rows is told at once', () => {
  const told = gather(() =>
    narrowedBy(
      'Bericht/Soort;nooit;2;;;;C',
      'Bericht/Kleur;ja',
      'Bericht/Kleur/Tint;ja',
      'Bericht/Besluit/Datum;ja',
      'Bericht/Besluit/Tijd;ja',
      'Bericht/Kenmerk;;4',
      'Bericht/Regels;;;;200',
    ),
  ).errors.map(({ line, message }) => [line, message.replace(/^\S+ |;.*/g, '')]);

  expect(told).toMatchSnapshot();
});

test.each([
  'Bericht/Een;;;;;;1,5',
  'Bericht/Ander;;;;;;1-3-2026',
  'Bericht/Besluit;;;datum;;;1-3-2026',
  'Bericht/Besluit;;;;;[A-Z]{2};AB|abc',
  'Bericht/Besluit;;;;2;;AB|abc',
])('%s lists what it may not be', (row) => {
  expect(contradicted(row)).toMatchSnapshot();
});

test('a row by which the schema would be none is told by its own line', () => {
  expect(contradicted('Bericht/Kenmerk;ja', 'Bericht/Regels;;;;;;kort|' + 'x'.repeat(81))).toMatch(
    /^description.csv:3: what the description adds to dienst.xsd:\d+ makes no schema: /,
  );
});
