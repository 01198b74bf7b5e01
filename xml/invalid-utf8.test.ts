import { expect, test } from 'vitest';
import { invalidUtf8 } from './invalid-utf8.ts';

test.each([
  ['caf\xe9 x', { byte: 0xe9, line: 1, column: 4, offset: 3 }],
  ['a\nb\r\n\x80', { byte: 0x80, line: 3, column: 1, offset: 5 }],
  ['\xc3\xa9\xc3', { byte: 0xc3, line: 1, column: 2, offset: 2 }],
  ['\xe2\x82', { byte: 0xe2, line: 1, column: 1, offset: 0 }],
  ['x\xc0\xafy', { byte: 0xc0, line: 1, column: 2, offset: 1 }],
  ['\xed\xa0\x80', { byte: 0xed, line: 1, column: 1, offset: 0 }],
  ['\xf0\x9f\x98\x80\xff', { byte: 0xff, line: 1, column: 2, offset: 4 }],
])('finds the first byte in %j that is no UTF-8', (latin, expected) => {
  expect(invalidUtf8(Buffer.from(latin, 'latin1'))).toEqual(expected);
});

test('finds none in UTF-8', () => {
  expect(invalidUtf8(Buffer.from('é € 😀'))).toBeUndefined();
});
