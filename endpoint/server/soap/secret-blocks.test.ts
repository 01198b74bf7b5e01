import { expect, test } from 'vitest';
import { withoutSecretBlocks } from './secret-blocks.ts';

const envelope = (header: string, attributes = ''): string =>
  `<s:Envelope xmlns:s="urn:e"${attributes}><s:Header>${header}</s:Header><s:Body><Token>in the body</Token></s:Body></s:Envelope>`;
const bare = (text: string): string => withoutSecretBlocks(text, (name) => name === 'Routing');

test.each([
  ['a block of one’s own', '<a:Auth><a:Naam>x</a:Naam><a:Wachtwoord>geheim</a:Wachtwoord></a:Auth><b/>', '<b/>'],
  [
    'a certificate as a token',
    '<b/><w:Security><w:BinarySecurityToken>MII</w:BinarySecurityToken></w:Security>',
    '<b/>',
  ],
  ['an attribute', '<a:Session token="abc"/><b/>', '<b/>'],
  ['two blocks of three', '<ApiKey>1</ApiKey><b>2</b><x><Password>3</Password></x>', '<b>2</b>'],
])('%s with a secret does not go on', (_, header, after) => {
  expect(bare(envelope(header))).toBe(envelope(after));
});

test('what the contract has in its header, and what is secret by no name, goes on', () => {
  const both = envelope('<Routing><Token>1</Token></Routing><w:Security><Timestamp>2</Timestamp></w:Security>');

  expect(bare(both)).toBe(both);
});

test('a secret around the blocks is masked, and one in a block that is not closed goes with it', () => {
  expect(bare(envelope('<b/>', ' password="geheim"'))).toBe(envelope('<b/>', ' password="***"'));
  expect(bare('<s:Envelope><s:Header><a><Password>geheim<s:Body><x/>')).toBe('<s:Envelope><s:Header><s:Body><x/>');
});
