import { expect, test } from 'vitest';
import { serialize } from '#xml/serialize';
import { textOf } from '#xml/tree';
import { parseTree } from '#xml/parse';
import { passwordPlaceholder, usernamePlaceholder } from '#contract/wire/placeholders';
import { fillIn, securityHeader } from './wsse.ts';

const credentials = { username: 'jan & piet', password: ']]><&"\'é' };
const header = serialize(securityHeader());

test('puts escaped credentials in the place of the placeholders', () => {
  const filled = fillIn(Buffer.from(header), credentials);

  expect(textOf(parseTree(filled))).toBe('jan & piet' + credentials.password);
});

test.each(['utf16le', 'utf16be'])('does so in %s with a byte order mark', (encoding) => {
  const written = Buffer.from(`\uFEFF${header}`, 'utf16le');

  const filled = fillIn(encoding === 'utf16le' ? written : written.swap16(), credentials);

  expect(textOf(parseTree(filled))).toBe('jan & piet' + credentials.password);
});

test('does so inside CDATA', () => {
  const message = `<a><![CDATA[${usernamePlaceholder}${passwordPlaceholder}]]></a>`;

  expect(textOf(parseTree(fillIn(Buffer.from(message), credentials)))).toBe('jan & piet' + credentials.password);
});

test('finds placeholders that are written with character references', () => {
  const written = Array.from(usernamePlaceholder, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);

  expect(textOf(parseTree(fillIn(Buffer.from(`<a>${written.join('')}</a>`), credentials)))).toBe('jan & piet');
});

test('leaves a message without placeholders alone, also one that is no text', () => {
  const bytes = Buffer.from([0xff, 0x00, 0xd8, 0x3c, 0x80]);

  expect(fillIn(bytes, credentials)).toBe(bytes);
});

test('keeps bytes that are not UTF-8 around the placeholders', () => {
  const message = Buffer.concat([Buffer.from([0x80, 0xfe]), Buffer.from(usernamePlaceholder), Buffer.from([0xc3])]);

  expect(Buffer.from(fillIn(message, { username: 'é', password: undefined })).toString('hex')).toBe('80fec3a9c3');
});

test('a header without password has none', () => {
  expect(serialize(securityHeader(false))).not.toContain('Password');
});
