import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { element } from '#xml/tree';
import { asMessage } from '../check/as-message.ts';
import { kindsOf } from '../check/kind.ts';
import { outgoingFile } from './outgoing-file.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const right = readFileSync(resolve(contract.directory, 'examples/Melding.xml'), 'utf8');
const plain = right.replace(/^<\?xml[^>]*\?>\s*/, '');
const dossier = (/<drp:Dossier>[^]*<\/drp:Dossier>/.exec(right)?.[0] ?? '').replace(
  '<drp:Dossier>',
  '<drp:Dossier xmlns:drp="http://schemas.koopwrp.nl/2020/01/drp/api/">',
);
const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const security = element('urn:s', 'Security', ['x']);

const sent = (bytes: Uint8Array, blocks = [security]) => {
  const file = asMessage(contract, kindsOf(contract)(bytes) ?? 'mime', bytes);
  if (file === undefined) throw new Error('this is none of a delivery');
  return outgoingFile(contract, file, blocks);
};

test('a message leaves byte for byte where it needs no credentials', () => {
  for (const bytes of [Buffer.from(right), wide(plain)]) expect(sent(bytes, []).body).toBe(bytes);
});

test.each<[string, Uint8Array, 'utf-8' | 'utf-16']>([
  ['a message', Buffer.from(right), 'utf-8'],
  ['a message in UTF-16', wide(plain), 'utf-16'],
  ['a dossier', Buffer.from(dossier), 'utf-8'],
  ['a dossier in UTF-16', wide(dossier), 'utf-8'],
  [
    'a message with a Header',
    Buffer.from(right.replace('<soap:Body>', '<soap:Header><a/></soap:Header><soap:Body>')),
    'utf-8',
  ],
  ['a message with an empty Header', Buffer.from(right.replace('<soap:Body>', '<soap:Header/><soap:Body>')), 'utf-8'],
])('%s bears the header blocks of the credentials, once, in its own encoding', (_, bytes, charset) => {
  const { body, contentType } = sent(bytes);
  const text = Buffer.from(body).toString(charset === 'utf-16' ? 'utf16le' : 'utf8');

  expect(contentType).toBe(`text/xml; charset=${charset}`);
  expect(text.match(/Header(?: [^>]*)?>/g)).toHaveLength(2);
  expect(text).toMatch(/Header[^>]*><(\w+):Security xmlns:\1="urn:s">x<\/\1:Security>/);
});

test('a token of the message itself is left as it is', () => {
  const bytes = Buffer.from(right.replace('<soap:Body>', '<soap:Header><UsernameToken/></soap:Header><soap:Body>'));

  expect(sent(bytes)).toMatchObject({ body: bytes, credentials: 'none' });
});
