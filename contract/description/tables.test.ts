import { describe, expect, test } from 'vitest';
import { complaint } from '../../test/samples/broken-copy.ts';
import { readContract } from '../reader.ts';
import { listOn } from '../roles/listed.ts';
import { csvText, readCsv } from './csv.ts';
import { holdsOn } from './tables.ts';

describe('CSV is read', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a,b\n"x, ""y""\nz",2',
      [
        ['a', 'b'],
        ['x, "y"\nz', '2'],
      ],
    ],
    ['a\n\n b \n', [['a'], ['b']]],
    ['a,\n,', [['a', '']]],
    ['sep=;\r\na;b,c', [['a', 'b,c']]],
    ['\uFEFFsep=,\na,b;c', [['a', 'b;c']]],
  ])('%j', (text, rows) => {
    expect(readCsv(text).map(({ fields }) => fields)).toEqual(rows);
  });

  test('with the line of each row', () => {
    expect(readCsv('a\n"b\nc"\n\nd').map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(readCsv('sep=;\na;b\nc;d').map(({ line }) => line)).toEqual([2, 3]);
  });
});

test('a file as Excel saves it is read, and UTF-16 is not', () => {
  expect(csvText(Buffer.from('§ 2;Fryslân'))).toBe('§ 2;Fryslân');
  expect(csvText(Buffer.from('§ 2;Fryslân', 'latin1'))).toBe('§ 2;Fryslân');
  expect(csvText(Buffer.from('\uFEFF§ 2', 'utf16le'))).toBeUndefined();
});

test('an entry holds from its first day to its last', () => {
  const entry = { value: 'a', code: undefined, kind: undefined, begin: '2026-01-01', end: '2026-12-31' };
  const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
  expect(days.map((day) => holdsOn(entry, day))).toEqual([false, true, true, false]);
  expect(holdsOn({ ...entry, begin: undefined, end: undefined }, '1900-01-01')).toBe(true);
});

test('each kind of a table is a list, with the days of its rows', () => {
  const contract = readContract('contract/2020-01');
  const row = { value: 'nieuw', code: undefined, kind: 'gemeente', begin: '2027-01-01', end: undefined };
  const table = contract.tables.get('bladen.csv');
  if (table === undefined) throw new Error('the contract has no bladen.csv');
  const tables = new Map([['bladen.csv', { ...table, entries: [...table.entries, row] }]]);
  const on = (day: string) => listOn({ ...contract, tables }, 'bladen.csv#gemeente', day);

  expect(contract.codeLists.get('bladen.csv#provincie')).toEqual(['Provinciaal blad', 'Staatscourant']);
  expect([on('2026-12-31'), on('2027-01-01')]).toEqual([
    ['Gemeenteblad', 'Staatscourant'],
    ['Gemeenteblad', 'Staatscourant', 'nieuw'],
  ]);
});

describe('a table that can not be used is refused', () => {
  const withTable = (table: string, of = "'2026-01-01'"): string =>
    complaint('test/contracts/bouwmelding', ({ write, append }) => {
      write('soorten.csv', table);
      append('contract.yaml', `\ntables:\n  soorten.csv: { of: ${of}, ground: assumed }\n`);
    });

  test.each([
    ['value\n', 'soorten.csv:1: the table is empty; add its values'],
    [
      'soort\na\n',
      'soorten.csv:1: the table has no column "value"; begin with a row that names the columns: value, and as far as there are any code, begin and end',
    ],
    ['value,begin\na,2026-02-30\n', 'soorten.csv:2: "2026-02-30" is no date; write it as YYYY-MM-DD'],
    ['value,code\na,1\n,2\n', 'soorten.csv:3: the row has no value; add it'],
    ['value\na\n', 'no complaint'],
  ])('%j', (table, sentence) => {
    expect(withTable(table)).toBe(sentence);
  });

  test('when its own day is none', () => {
    expect(withTable('value\na\n', 'gisteren')).toMatch(/"gisteren" is no date; write it as YYYY-MM-DD$/);
  });

  test('and so is one without kinds where a role looks its value up in those', () => {
    const said = complaint('test/contracts/bouwmelding', ({ write, append, replace }) => {
      write('soorten.csv', 'value\nsloop\n');
      append('contract.yaml', '\ntables:\n  soorten.csv: { ground: assumed }\n');
      replace('contract.yaml', 'documenttype: soort', 'documenttype: { at: soort, lists: soorten.csv }');
    });
    expect(said).toMatch(
      /roles.documenttype.lists is the table "soorten.csv", which has no kinds; add a column kind, or name its list$/,
    );
  });

  test('and so is a role with a table that is not there', () => {
    const said = complaint('test/contracts/bouwmelding', ({ replace }) =>
      replace('contract.yaml', 'documenttype: soort', 'documenttype: { at: soort, values: soorten.csv }'),
    );
    expect(said).toMatch(/there is no table "soorten.csv"; name it under tables$/);
  });
});
