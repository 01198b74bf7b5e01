import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { element } from '#xml/tree';
import { withOwnCredentials } from './own-credentials.ts';

const contract = readContract(resolve(import.meta.dirname, '../../../contract/2020-01'));
const token = element('urn:s', 'Security', ['x']);
const envelope = (header: string): string => `<s:Envelope xmlns:s="urn:e">${header}<s:Body><é/></s:Body></s:Envelope>`;
const put = (text: string, own = [token], encoding: BufferEncoding = 'latin1'): string =>
  Buffer.from(withOwnCredentials(contract, Buffer.from(text, encoding), own)).toString(encoding);

const security = '<w:Security><w:UsernameToken a="b">geheim</w:UsernameToken></w:Security>';

test.each([
  ['nothing to take out', envelope(''), envelope('')],
  ['a token', envelope(`<s:Header>${security}<a/></s:Header>`), envelope('<s:Header><a/></s:Header>')],
  [
    'a token beside a time stamp',
    envelope('<s:Header><Security><UsernameToken/><T/></Security></s:Header>'),
    envelope('<s:Header><Security><T/></Security></s:Header>'),
  ],
  ['a token that is not closed', '<s:Envelope><w:UsernameToken>geheim', '<s:Envelope>'],
  [
    'a word in the Body',
    envelope('').replace('<é/>', '<UsernameToken/>'),
    envelope('').replace('<é/>', '<UsernameToken/>'),
  ],
] as const)('takes out %s', (_, text, after) => {
  expect(put(text, [])).toBe(after);
});

test('puts credentials in the place of those that were there, in any encoding, and leaves other bytes', () => {
  const after = /<s:Header>(<\w+:Security xmlns:\w+="urn:s">x<\/\w+:Security>)<a\/><\/s:Header><s:Body><é\/>/;

  for (const encoding of ['latin1', 'utf8', 'utf16le'] as const) {
    expect(put(envelope(`<s:Header>${security}<a/></s:Header>`), [token], encoding)).toMatch(after);
    expect(put(envelope(''), [token], encoding)).toContain('</s:Header><s:Body><é/>');
  }
});

test('takes no longer for many tokens that are not closed', () => {
  const many = '<a:UsernameToken>'.repeat(200_000);

  expect(put(many, [])).toBe('');
});
