import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Contract, Role } from '#contract/contract';
import { meantBy } from './role-values.ts';

const shipped = readContract('contract/2020-01');
const { medium } = shipped.uses;
const codes = new Map([
  ['gmb', 'Gemeenteblad'],
  ['stcrt', 'Staatscourant'],
]);
const coded = (role: Role): Role => ({ ...role, codes });
const contract: Contract = {
  ...shipped,
  uses: {
    ...shipped.uses,
    medium: medium === undefined || typeof medium === 'string' ? 'none' : { ...medium, roles: medium.roles.map(coded) },
  },
};

test.each([
  ['stcrt', 'Staatscourant'],
  [' STCRT ', 'Staatscourant'],
  ['gmb', 'Gemeenteblad'],
  ['prb', 'prb'],
  ['Staatscourant', 'Staatscourant'],
])('what is written as %j stands for %s, also to a reader who minds no case', (text, meant) => {
  expect(meantBy(contract, 'medium', text)).toBe(meant);
});
