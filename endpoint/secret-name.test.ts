import { expect, test } from 'vitest';
import { isSecretName, withoutSecretParameters } from './secret-name.ts';

test.each([
  ['/dienst?token=a&x=1', '/dienst?token=***&x=1'],
  ['/dienst?API%5Fkey=a;wachtwoord=b', '/dienst?API%5Fkey=***;wachtwoord=***'],
  ['/dienst?code=a&sig=b&pwd=c&x=d', '/dienst?code=***&sig=***&pwd=***&x=d'],
  ['/dienst?postcode=3447GR&%zz=1', '/dienst?postcode=3447GR&%zz=1'],
])('of %s the secret parameters go', (target, clean) => {
  expect(withoutSecretParameters(target)).toBe(clean);
});

test('a header with the name of a login is secret, and one that is like it is not', () => {
  expect(['X-Pass', 'Ww', 'Login', 'Passage', 'User-Agent', 'Compass'].filter(isSecretName)).toEqual([
    ...['X-Pass', 'Ww', 'Login'],
  ]);
});
