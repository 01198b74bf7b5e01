import { expect, test } from 'vitest';
import { joined } from './joined.ts';

test.each([
  ['a<!-- b -->c', 'ac'],
  ['a<?b c?>d', 'ad'],
  ['a]]><![CDATA[b', 'ab'],
  ['<x>a<![CDATA[b]]>c</x>', '<x>abc</x>'],
  ['a<!-- <?b?> -->c<?d <!-- ?>e', 'ace'],
  ['a<!-- b', 'a'],
  ['a<!--', 'a'],
  ['<!---->', ''],
])('%s is read as %s', (text, read) => {
  expect(joined(text)).toBe(read);
});

test('what nothing parts is left alone', () => {
  expect(joined('<x>a</x>')).toBeUndefined();
});

test('a text of openings without ends is looked through once', () => {
  expect(joined('<!--'.repeat(1_000_000))).toBe('');
  expect(joined(']]>'.repeat(100_000))).toBe('');
});
