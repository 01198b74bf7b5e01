import { describe, expect, test } from 'vitest';
import { requirements } from '#judgement/requirements/registry';
import { policyText } from './policy-text.ts';
import { policyTemplate } from './policy-template.ts';
import { readPolicy } from './read-policy.ts';

const columns = 'soort;onderwerp;waarde;aantal;documenttype;toelichting;eigenaar;laatste dag';
const head = [
  columns,
  'beleid;datum;2026-11-30',
  'beleid;opgesteld door;functioneel beheer',
  'beleid;hoogste ouderdom in dagen;60',
];
const policyOf = (...rows: readonly string[]) => readPolicy('beleid.csv', [...head, ...rows].join('\r\n'));

const digest = 'ab'.repeat(32);

test('a policy is read by its rows, with a fingerprint as people copy it', () => {
  const read = policyOf(
    `contract;2020-01;${digest}`,
    `endpoint;fase 2;TST.example.nl;;;${digest}, ${digest}`,
    `leverancier;Zaaksoft;${digest.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')};;;"OIN 00000001123456789000, broker 00000001987654321000"`,
    'aanleveringen;;;5;Melding',
    'eis;message.closes-rings;telt als waarschuwing;2',
    'afwijking;message.is-unicode;;;Melding;oude koppeling;A. de Vries;2026-12-31',
    'beleid;roots;roots.pem',
  );

  expect(read).toEqual({
    ...{ date: '2026-11-30', keeper: 'functioneel beheer', age: 60, roots: 'roots.pem', contracts: [digest] },
    targets: [{ phase: 2, host: 'tst.example.nl', certificates: [digest, digest] }],
    vendors: [{ name: 'Zaaksoft', fingerprint: digest, oin: '00000001123456789000', broker: '00000001987654321000' }],
    requirements: { 'message.closes-rings': { weight: 'warns', deliveries: 2 } },
    accepted: { Melding: 5 },
    waivers: [
      {
        ...{ requirement: 'message.is-unicode', documentType: 'Melding', reason: 'oude koppeling' },
        ...{ owner: 'A. de Vries', lastDay: '2026-12-31' },
      },
    ],
  });
});

test('the template is a policy that says of each requirement of recordings what holds without it', () => {
  const read = readPolicy('beleid.csv', policyTemplate('2026-11-30'));

  expect(read.requirements['message.is-unicode']).toEqual({ weight: 'counts', deliveries: 1 });
  expect(read.requirements['message.keeps-inferred-rules']?.weight).toBe('warns');
  expect(read.requirements['message.keeps-what-is-assumed']?.weight).toBe('ignored');
  expect(read.requirements['behaviour.mends-after-refusal']?.deliveries).toBe(0);
  expect(Object.keys(read.requirements)).toEqual(
    [...requirements].flatMap(([id, { seenAt }]) => (seenAt.some((one) => one === 'receiver') ? [id] : [])),
  );
});

test('a spreadsheet may save it in Windows-1252, with days its own way and words with a capital', () => {
  const rows = [
    ...[columns, 'Beleid;Datum;30-11-2026;;;;;', 'beleid;opgesteld door;Zoë', 'beleid;hoogste ouderdom in dagen;60'],
    'Endpoint;Fase 1;eto.example.nl;;;;;',
    'Eis;message.is-unicode;Telt mee;2',
    `Leverancier;"Zaak""soft; Zoë";${digest};;;;;`,
    'afwijking;message.is-unicode;;;Melding;oud;A;1-2-2027',
  ].join('\r\n');
  const saved = [Buffer.from(rows, 'latin1'), Buffer.from(`\uFEFF${rows}`)].map((bytes) =>
    readPolicy('beleid.csv', policyText(bytes)),
  );

  expect(saved[0]).toEqual(saved[1]);
  expect(saved[0]).toMatchObject({
    ...{ date: '2026-11-30', keeper: 'Zoë', vendors: [{ name: 'Zaak"soft; Zoë' }] },
    ...{ targets: [{ phase: 1 }], waivers: [{ lastDay: '2027-02-01' }] },
    requirements: { 'message.is-unicode': { weight: 'counts', deliveries: 2 } },
  });
});

describe('a policy that can not be used says where', () => {
  test.each<[string, string, string]>([
    ['a kind', 'ies;x', 'line 5, column 1 (soort): “ies” is no kind of row'],
    ['a phase', 'endpoint;fase 5;host', 'line 5, column 2 (onderwerp): “fase 5” is not a phase'],
    ['a host', 'endpoint;fase 1;', 'line 5, column 3 (waarde): is empty'],
    [
      'an address',
      'endpoint;fase 1;https://eto.example.nl/drp',
      'line 5, column 3 (waarde): “https://eto.example.nl/drp” is no host',
    ],
    ['any host', 'endpoint;fase 1;*.example.nl', 'line 5, column 3 (waarde): “*.example.nl” is no host'],
    ['a value', `afwijking;message.is-unicode;;;;${'w'.repeat(10_000)}`, 'column 6 (toelichting): is longer than 1000'],
    ['a digest', 'contract;x;abc', 'line 5, column 3 (waarde): “abc” is not a SHA-256'],
    ['a certificate', 'endpoint;fase 1;host;;;0a', 'line 5, column 6 (toelichting): “0a” is not a SHA-256'],
    ['an OIN', `leverancier;Z;${digest};;;123`, 'line 5, column 6 (toelichting): “123” is not an OIN'],
    [
      'a requirement',
      'eis;message.is-unicod;telt mee;1',
      'column 2 (onderwerp): “message.is-unicod” is no requirement',
    ],
    ['a weight', 'eis;message.is-unicode;ja;1', 'line 5, column 3 (waarde): “ja” does not say how'],
    ['a count', 'eis;message.is-unicode;telt mee;veel', 'line 5, column 4 (aantal): “veel” is not a whole number'],
    ['no deliveries', 'aanleveringen;;;0;Melding', 'line 5, column 4 (aantal): “0” is not a whole number of 1'],
    ['a day', 'afwijking;message.is-unicode;;;;w;o;31-11-2026', 'column 8 (laatste dag): “31-11-2026” is not a day'],
    ['an owner', 'afwijking;message.is-unicode;;;;w;;2026-12-31', 'line 5, column 7 (eigenaar): is empty'],
    ['a head', 'beleid;versie;2', 'line 5, column 2 (onderwerp): “versie” says nothing of the policy'],
  ])('of %s', (_, row, message) => {
    expect(() => policyOf(row)).toThrow(message);
  });

  test('but not of a host with a port, which is kept as addresses have it', () => {
    const { targets } = policyOf('endpoint;fase 1;ETO.example.nl:443', 'endpoint;fase 2;localhost:8191');
    expect(targets.map(({ host }) => host)).toEqual(['eto.example.nl', 'localhost:8191']);
  });

  test('of what is there twice, or stands with two vendors', () => {
    const twice = ['eis;message.is-unicode;telt mee;1', 'eis;message.is-unicode;telt niet;0'];
    expect(() => policyOf(...twice)).toThrow('line 6, column 2 (onderwerp): “message.is-unicode” is there twice');
    expect(() => policyOf('aanleveringen;;;1;Melding', 'aanleveringen;;;2;Melding')).toThrow(
      '“Melding” is there twice',
    );
    expect(() => policyOf(`leverancier;A;${digest}`, `leverancier;B;${digest}`)).toThrow('another vendor too');
    expect(() => policyOf('beleid;datum;2026-12-01')).toThrow('“datum” is there twice');
  });

  test('of a head that is not whole, or columns that are others', () => {
    expect(() => readPolicy('b.csv', head.slice(0, 3).join('\n'))).toThrow('the row beleid;hoogste ouderdom in dagen');
    expect(() => readPolicy('b.csv', 'a;b\nc;d')).toThrow('b.csv, line 1: the columns are not soort;onderwerp');
  });
});

test.each([
  ['is not closed', 'afwijking;message.is-unicode;;;Melding;"oude koppeling;A. de Vries;2026-12-31'],
  [
    'is closed by the one of a later row',
    'afwijking;message.is-unicode;;;Melding;"oude;A;2026-12-31\r\neis;x;"telt mee";1',
  ],
  ['stands in the middle of a value', 'afwijking;message.is-unicode;;;Melding;oude "koppeling";A;2026-12-31'],
])('a row with a quote that %s is named with its line', (_, row) => {
  expect(() => policyOf(row)).toThrow(/^beleid.csv, line 5: a quote/);
});
