import { expect, test } from 'vitest';
import { withoutCredentials } from './without-credentials.ts';

const clean = (text: string, ...names: readonly string[]): string =>
  Buffer.from(withoutCredentials(Buffer.from(text), names)).toString();

test('a message without credentials stays the very same bytes', () => {
  const message = Buffer.from('<e:Envelope><e:Header/><e:Body><a>Wachtwoord</a></e:Body></e:Envelope>');

  expect(withoutCredentials(message, ['Wachtwoord', '@sleutel'])).toBe(message);
});

test.each([
  [
    'an element',
    '<i:Inlog><i:Wachtwoord>geheim</i:Wachtwoord></i:Inlog>',
    '<i:Inlog><i:Wachtwoord>***</i:Wachtwoord></i:Inlog>',
  ],
  ['CDATA in it', '<Wachtwoord a="1"><![CDATA[geh<eim]]></Wachtwoord>', '<Wachtwoord a="1">***</Wachtwoord>'],
  ['one that is broken off', '<Wachtwoord>geheim', '<Wachtwoord>***'],
  ['an attribute', "<Inlog sleutel = 'ge\"heim' naam='jan'/>", '<Inlog sleutel = "***" naam=\'jan\'/>'],
  ['an attribute that is broken off', '<Inlog sleutel="geheim', '<Inlog sleutel="***"'],
  ['both', '<Inlog sleutel="a"/><Wachtwoord>b</Wachtwoord>', '<Inlog sleutel="***"/><Wachtwoord>***</Wachtwoord>'],
])('of the header %s that bears a password does not', (_, header, expected) => {
  const around = (inside: string): string => `<e:Envelope><e:Header>${inside}`;

  expect(clean(around(header), 'Wachtwoord', '@sleutel')).toBe(around(expected));
});

test('what is called alike in the Body stays, and so does an element with a longer name', () => {
  const message =
    '<e:Header><WachtwoordHint>hond</WachtwoordHint></e:Header><e:Body><Wachtwoord sleutel="x">y</Wachtwoord></e:Body>';

  expect(clean(message, 'Wachtwoord', '@sleutel')).toBe(message);
});

test('many half elements take no time to speak of', () => {
  const many = '<Wachtwoord>'.repeat(20_000);

  expect(clean(many, 'Wachtwoord')).toBe('<Wachtwoord>***');
});
