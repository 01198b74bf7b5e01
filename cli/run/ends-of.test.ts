import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { findProfile } from '#profiles/find';
import { readProfile } from '#profiles/reader';
import { aRunConfig } from '../../test/samples/run-config.ts';
import { endsOf } from './ends-of.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const profile = readProfile(findProfile('mock-poc'), {});
const config = aRunConfig({ today: '2027-03-01' });

test('a calendar holds until the last year that was looked up', () => {
  expect(endsOf({ contract, profile, config })).toEqual([{ kind: 'calendar', name: '2020-01', until: '2028-12-31' }]);
});

test('a permission, the values of a list that end next, and a list that is a year old', () => {
  const permission = { by: 'KOOP', date: '2026-11-01', until: '2027-03-20', scope: [] };
  const entry = { value: 'x', code: undefined, kind: undefined, begin: undefined };
  const entries = ['2026-12-31', '2027-12-31', '2027-05-01'].map((end) => ({ ...entry, end }));
  const table = {
    entries,
    of: '2026-03-15',
    ground: 'assumed' as const,
    source: 'a list',
    place: { file: 'gemeenten.csv', line: 1 },
  };
  const tables = new Map([['gemeenten.csv', table]]);

  expect(
    endsOf({ contract: { ...contract, tables, decreeDays: {} }, profile: { ...profile, permission }, config }),
  ).toEqual([
    { kind: 'permission', name: 'KOOP', until: '2027-03-20' },
    { kind: 'values', name: 'gemeenten.csv', until: '2027-05-01' },
    { kind: 'list', name: 'gemeenten.csv', until: '2027-03-15' },
  ]);
});
