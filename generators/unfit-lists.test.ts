import { expect, test } from 'vitest';
import type { Role } from '#contract/contract';
import { readContract } from '#contract/reader';
import { unfitListsIn } from './unfit-lists.ts';
import { createWorkshop } from './workshop.ts';

const contract = readContract('contract/2020-01');
const today = '2026-11-30';
const namedBy = (list: string): readonly Role[] =>
  contract.roles.map((role) => (role.name === 'bevoegdGezag' ? { ...role, lists: { gemeente: list } } : role));

test('a list of which the schema takes no value is no list of its role', () => {
  const told = (list: string): readonly string[] =>
    unfitListsIn({ ...contract, roles: namedBy(list) }, createWorkshop(contract), today).map(
      ({ sentence }) => sentence,
    );

  expect(told('codelists.xsd#Medium')).toEqual([
    expect.stringMatching(/^role bevoegdGezag has values of codelists\.xsd#Medium, and the schema takes none/),
  ]);
  expect(told('codelists.xsd#Gemeente')).toEqual([]);
});
