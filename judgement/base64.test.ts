import { expect, test } from 'vitest';
import { decodeBase64 } from './base64.ts';

const decoded = (text: string): string | undefined => {
  const bytes = decodeBase64(text);
  return bytes && Buffer.from(bytes).toString('latin1');
};

test.each([
  ['QUJD', 'ABC'],
  ['QUI=', 'AB'],
  ['QQ==', 'A'],
  ['', ''],
  [' Q\r\nQ = =\t', 'A'],
  ['/+8=', '\u00ff\u00ef'],
])('decodes %j', (text, expected) => {
  expect(decoded(text)).toBe(expected);
});

test.each(['QQ', 'QQ=', 'Q===', '====', 'QR==', 'QUF=', 'QQ==QQ==', 'Q-_=', 'QQ\u00a0==', 'Q!==', '=QQ='])(
  'refuses %j',
  (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  },
);

test('twelve megabytes are decoded', () => {
  expect(decodeBase64('QUJD'.repeat(3_000_000))?.length).toBe(9_000_000);
});
