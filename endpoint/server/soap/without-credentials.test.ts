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
  ['CDATA in it', '<Wachtwoord a="1"><![CDATA[geh<eim]]></Wachtwoord>', '<Wachtwoord a="***">***</Wachtwoord>'],
  ['one that is broken off', '<Wachtwoord>geheim', '<Wachtwoord>***'],
  ['an attribute', "<Inlog sleutel = 'ge\"heim' naam='jan'/>", '<Inlog sleutel = "***" naam=\'jan\'/>'],
  ['an attribute that is broken off', '<Inlog sleutel="geheim', '<Inlog sleutel="***"'],
  ['both', '<Inlog sleutel="a"/><Wachtwoord>b</Wachtwoord>', '<Inlog sleutel="***"/><Wachtwoord>***</Wachtwoord>'],
])('of the header %s that bears a password does not', (_, header, expected) => {
  const around = (inside: string): string => `<e:Envelope><e:Header>${inside}`;

  expect(clean(around(header), 'Wachtwoord', '@sleutel')).toBe(around(expected));
});

test('what is called alike in the Body stays, and so does an element with a longer name', () => {
  const message = '<e:Header><PinHint>hond</PinHint></e:Header><e:Body><Pin sleutel="x">y</Pin></e:Body>';

  expect(clean(message, 'Pin', '@sleutel')).toBe(message);
});

test.each([
  [
    '<w:Security><w:BinarySecurityToken ValueType="b">geheim</w:BinarySecurityToken></w:Security>',
    'BinarySecurityToken ValueType="b">***</w',
  ],
  ['<a:Authenticatie><Naam> geheim</Naam>\n<Wachtwoord/></a:Authenticatie>', '<Naam>***</Naam>\n<Wachtwoord/>'],
  ['<x:ApiKey>a<x:ApiKey/>geheim</x:ApiKey>', '<x:ApiKey>***<x:ApiKey/>***</x:ApiKey>'],
  ['<ApiKey><ApiKey>a</ApiKey>geheim</ApiKey>', '<ApiKey><ApiKey>***</ApiKey>***</ApiKey>'],
  ['<Session>geh<!-- geheim --><![CDATA[<geheim>]]></Session>', '<Session>***</Session>'],
  ['<i:Inlog naam=">" sessionId = \'geheim\'/>', "sessionId = '***'/>"],
  ['<Token value="geheim" Id="x"/>', '<Token value="***" Id="x"/>'],
  [
    '<Login user="geheim" mustUnderstand="0"/><Key v="geheim"/>',
    '<Login user="***" mustUnderstand="0"/><Key v="***"/>',
  ],
  ['<Gebruiker>geheim</Gebruiker><Ww>geheim</Ww>', '<Gebruiker>***</Gebruiker><Ww>***</Ww>'],
  ['<t>&lt;UsernameToken&gt;geheim&lt;/UsernameToken&gt;</t>', '<t>&lt;UsernameToken***&lt;/UsernameToken&gt;</t>'],
  [
    '<Gebruikersnaam>geheim</Gebruikernaam></e:Header>',
    '<Gebruikersnaam>***</Gebruikernaam>***</e:Header>'.replace('***</e', '</e'),
  ],
  ['<Wachtwoord>geheim & <b>geheim', '<Wachtwoord>***<b>***'],
  ['<Wachtwoord geheim</Wachtwoord>', '<Wachtwoord***</Wachtwoord>'],
  ['<Wachtwoord="geheim">', '<Wachtwoord'],
  [
    '<x:Body/><saml:Assertion><saml:Attribute>geheim</saml:Attribute></saml:Assertion></e:Header>',
    'Attribute>***</saml',
  ],
])('nothing of %s in a header stays that its names call secret', (header, expected) => {
  const body = '<e:Body><Sleutel>blijft</Sleutel></e:Body></e:Envelope>';
  const before = clean(`<e:Envelope><e:Header>${header}${body}`);
  const after = clean(`<e:Envelope>${body.replace('</e:Envelope>', '')}<e:Header>${header}</e:Envelope>`);

  expect(before).toContain(expected);
  expect(after).toContain(expected);
  expect(before + after).not.toContain('geheim');
  expect(before).toContain(body);
});

test('many half elements take no time to speak of', () => {
  const many = '<Wachtwoord>'.repeat(20_000);

  expect(clean(many, 'Wachtwoord')).toBe('<Wachtwoord>***');
  expect(clean(`${many}x`)).toBe(`${many}***`);
  expect(clean('<e:Header>'.repeat(20_000) + '<a b="'.repeat(20_000) + `<a ${'b'.repeat(500_000)}`)).toContain(
    '<a b="',
  );
});
