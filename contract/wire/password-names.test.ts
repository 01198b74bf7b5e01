import { expect, test } from 'vitest';
import { passwordNamesOf } from './password-names.ts';

const place = { file: 'contract.yaml', line: 1 };
const fill = (at: string, from: 'password' | 'username') => ({ at, from, text: undefined, place });

test('they are the last steps of what is filled with a password', () => {
  const element = { namespace: '', name: 'Inlog' };
  const fills = [
    fill('i:Inlog/i:Wachtwoord', 'password'),
    fill('@ww', 'password'),
    fill('a/b[1] | c/@x:d', 'password'),
    fill('i:Naam', 'username'),
  ];

  expect(passwordNamesOf({ alive: undefined, headers: [{ element, fills, place }] })).toEqual([
    'Wachtwoord',
    '@ww',
    'b',
    '@d',
  ]);
});
