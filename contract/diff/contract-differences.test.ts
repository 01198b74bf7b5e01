import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContract } from '../reader.ts';
import { contractDifferences } from './contract-differences.ts';

const shipped = resolve(import.meta.dirname, '../2020-01');
const before = readContract(shipped);

type Edit = readonly [file: string, from: string | RegExp, to: string];

/** The shipped contract with texts replaced in its files. */
const changed = (...edits: readonly Edit[]) => {
  const folder = mkdtempSync(join(tmpdir(), '3pas-diff-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(shipped, folder, { recursive: true });
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return readContract(folder);
};

test('a contract does not differ from itself', () => {
  expect(contractDifferences(before, before)).toEqual([]);
});

const ground = '<xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation>';
const summary = /<xs:element name="Samenvatting" minOccurs="0">/;

test.each([
  {
    what: 'a length',
    edit: ['dossier.xsd', '<xs:maxLength value="255">', '<xs:maxLength value="250">'],
    difference: { topic: 'elements', at: 'request/Dossier/Titel', fact: 'maxLength', before: '255', after: '250' },
  },
  {
    what: 'how often',
    edit: ['dossier.xsd', summary, '<xs:element name="Samenvatting" minOccurs="0" maxOccurs="3">'],
    difference: { at: 'request/Dossier/Samenvatting', fact: 'occurs', before: '0..1', after: '0..3' },
  },
  {
    what: 'a nil',
    edit: ['dossier.xsd', summary, '<xs:element name="Samenvatting" minOccurs="0" nillable="true">'],
    difference: { at: 'request/Dossier/Samenvatting', fact: 'nillable', before: undefined, after: 'true' },
  },
  {
    what: 'a new element, and with it no other order',
    edit: ['dossier.xsd', summary, `<xs:element name="Extra" type="xs:string" minOccurs="0">${ground}</xs:element>$&`],
    difference: { topic: 'elements', at: 'request/Dossier/Extra', change: 'added' },
  },
  {
    what: 'values of a list',
    edit: ['codelists.xsd', 'value="Blad gemeenschappelijke regeling"', 'value="Blad van de regeling"'],
    difference: {
      ...{ topic: 'lists', at: 'Medium', fact: 'values' },
      values: { added: ['Blad van de regeling'], gone: ['Blad gemeenschappelijke regeling'], changed: [] },
    },
  },
  {
    what: 'the weight of a rule',
    edit: ['rules.sch', 'id="inhoud-leesbaar" role="error"', 'id="inhoud-leesbaar" role="warning"'],
    difference: { topic: 'rules', at: 'inhoud-leesbaar', fact: 'severity', before: 'error', after: 'warning' },
  },
  {
    what: 'a document type',
    edit: ['contract.yaml', 'label: Melding', 'label: Een melding'],
    difference: { topic: 'document-types', at: 'Melding', fact: 'label', after: 'Een melding' },
  },
  {
    what: 'an error code',
    edit: ['contract.yaml', 'code: bericht-ongeldig', 'code: E1'],
    difference: { topic: 'errors', at: 'schema', fact: 'code', after: 'E1' },
  },
] as const)('$what is the one difference', ({ edit, difference }) => {
  expect(contractDifferences(before, changed(edit))).toMatchObject([difference]);
});

test('a variable is one difference, with the rules that use it', () => {
  const after = changed(['rules.sch', "v:lijst = 'korte-termijn'", "v:lijst = 'aanvraag'"]);
  const value = (kind: string): string => `/v:beeld/v:levering/v:documenttype[1]/v:lijst = '${kind}'`;

  expect(contractDifferences(before, after)).toEqual([
    {
      ...{ topic: 'rules', at: '$korteTermijn', change: 'changed', fact: 'test' },
      ...{ before: value('korte-termijn'), after: value('aanvraag'), users: ['reactietermijn-zes-weken'] },
    },
  ]);
});

test('an element that is called otherwise has moved, as its role says, and is compared where it stands now', () => {
  const after = changed(
    ['contract.yaml', 'drp:DatumVerzending', 'drp:Verzonden'],
    ['dossier.xsd', 'name="DatumVerzending"', 'name="Verzonden" maxOccurs="2"'],
    ['examples/BeschikkingAfhandeling.xml', /DatumVerzending/g, 'Verzonden'],
    ['examples/OmgevingsvergunningAfhandeling.xml', /DatumVerzending/g, 'Verzonden'],
  );

  expect(contractDifferences(before, after)).toEqual([
    {
      topic: 'elements',
      at: 'request/Dossier/Verzonden',
      change: 'moved',
      before: 'request/Dossier/DatumVerzending',
      after: 'request/Dossier/Verzonden',
    },
    {
      topic: 'elements',
      at: 'request/Dossier/Verzonden',
      change: 'changed',
      fact: 'occurs',
      before: '0..1',
      after: '0..2',
    },
  ]);
});

test('what is around elements that moved has moved with all in it', () => {
  const after = changed(
    ['contract.yaml', /drp:Dossier\//g, 'drp:Zaak/'],
    ['dossier.xsd', '<xs:element name="Dossier" ', '<xs:element name="Zaak" '],
    ...before.documentTypes.map(({ example }): Edit => [example, /(<\/?drp:)Dossier(?=[\s>])/g, '$1Zaak']),
  );

  expect(contractDifferences(before, after).filter(({ topic }) => topic === 'elements')).toEqual([
    {
      topic: 'elements',
      at: 'request/Zaak',
      change: 'moved',
      before: 'request/Dossier',
      after: 'request/Zaak',
    },
  ]);
});

test('what is told of a type that xsi:type names is what it holds beside its base', () => {
  const extended = (length: number): Edit => [
    'dossier.xsd',
    '</xs:schema>',
    `<xs:complexType name="Ruimer">${ground}<xs:complexContent><xs:extension base="drp:Dossier"><xs:sequence>
       <xs:element name="Extra">${ground}<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${String(length)}">${ground}</xs:maxLength></xs:restriction></xs:simpleType></xs:element>
     </xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:schema>`,
  ];
  const [short, long] = [changed(extended(10)), changed(extended(20))];

  expect(contractDifferences(before, short)).toMatchObject([
    { at: 'request/Dossier', fact: 'types', before: undefined, after: 'Ruimer' },
    { at: 'request/Dossier[Ruimer]/Extra', change: 'added' },
  ]);
  expect(contractDifferences(short, long)).toMatchObject([
    { at: 'request/Dossier[Ruimer]/Extra', fact: 'maxLength', before: '10', after: '20' },
  ]);
});

test('a plain string is not of the types that restrict it', () => {
  const after = changed([
    'dossier.xsd',
    summary,
    `<xs:element name="Vrij" type="xs:string" minOccurs="0">${ground}</xs:element>$&`,
  ]);
  const other = changed([
    'dossier.xsd',
    summary,
    `<xs:element name="Vrij" type="xs:token" minOccurs="0">${ground}</xs:element>$&`,
  ]);

  expect(contractDifferences(after, other).map(({ fact }) => fact)).toEqual(['type']);
});

test('elements that come to stand in any order are told', () => {
  const range = /(complexType name="Reactietermijn"[^]*?<xs:)sequence(>[^]*?<\/xs:)sequence>/;
  const after = changed(['dossier.xsd', range, '$1all$2all>']);

  expect(contractDifferences(before, after)).toMatchObject([
    { at: 'request/Dossier/Reactietermijn', fact: 'order', after: 'Begindatum & Einddatum' },
  ]);
});

test('a refusal in the answer is compared by what its flag says', () => {
  const saying = (failed: string) => {
    const flag = { at: 'drp:Gelukt', failed: [failed], succeeded: ['true', '1'] };
    const failure = { code: 'drp:Code', text: 'drp:Tekst', element: undefined, flag };
    return { ...before, service: { ...before.service, answer: { ...before.service.answer, failure } } };
  };

  expect(contractDifferences(saying('false'), saying('0'))).toMatchObject([
    { topic: 'answers', at: 'failure.failed', fact: 'value', before: 'false', after: '0' },
  ]);
});

test('a list in a file is compared with the days on which its values hold', () => {
  const row = { code: undefined, kind: undefined, begin: '2026-01-01' };
  const table = (end: string | undefined) => ({
    ...before,
    tables: new Map([
      [
        'lijsten/gemeenten.csv',
        {
          entries: [
            { ...row, value: 'Woerden', end },
            { ...row, value: 'Woerden', begin: '2028-01-01', end: undefined },
          ],
          of: '2026-11-01',
          ground: 'assumed' as const,
          source: 'CBS',
          place: { file: 'lijsten/gemeenten.csv', line: 1 },
        },
      ],
    ]),
  });

  expect(contractDifferences(table(undefined), table('2026-12-31'))).toEqual([
    {
      ...{ topic: 'lists', at: 'gemeenten', change: 'changed', fact: 'values' },
      values: { added: [], gone: [], changed: ['Woerden'] },
    },
  ]);
});
