import { expect, test } from 'vitest';
import { utf8Message } from './encoding.ts';

test('a message in UTF-16 comes as UTF-8 without its declaration, and any other as it is', () => {
  const wide = Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-16"?><a>é</a>', 'utf16le');
  const plain = Buffer.from('<?xml version="1.0"?><a>é</a>');

  expect([wide, Buffer.from(wide).swap16()].map((one) => Buffer.from(utf8Message(one)).toString())).toEqual([
    ...['<a>é</a>', '<a>é</a>'],
  ]);
  expect(utf8Message(plain)).toBe(plain);
});
