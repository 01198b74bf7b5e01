import { expect, test } from 'vitest';
import { oldTablesIn } from './old-tables.ts';

const entry = { value: 'a', code: undefined, kind: undefined, begin: undefined, end: '2027-12-31' };
const place = { file: 'contract.yaml', line: 3 };

const said = (of: string | undefined, today: string): readonly string[] =>
  oldTablesIn(
    { tables: new Map([['a.csv', { entries: [entry], of, place, ground: 'assumed', source: '' }]]) },
    today,
  ).map(({ sentence }) => sentence);

test('a table is old after six months', () => {
  expect(said('2026-01-31', '2026-07-31')).toEqual([]);
  expect(said('2026-01-30', '2026-07-31')).toEqual([
    'a.csv is of 2026-01-30, more than six months ago; look whether it is still so',
  ]);
});

test('a table says of which day it is, and has values that hold', () => {
  expect(said(undefined, '2026-07-31')).toEqual(['a.csv does not say of which day it is; add of: YYYY-MM-DD']);
  expect(said('2027-12-01', '2028-01-01')).toEqual(['a.csv has no value that holds on 2028-01-01']);
});
