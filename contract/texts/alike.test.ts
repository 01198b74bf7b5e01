import { expect, test } from 'vitest';
import { alike, unlikeness } from './alike.ts';

test.each([
  ['Woerden\u00a0', 'Woerden', 'it holds a no-break space (U+00A0)'],
  ['\u200bWoerden', 'Woerden', 'it holds a character that is not seen (U+200B)'],
  ['De\u2009Bilt', 'De Bilt', 'it holds another kind of space (U+2009)'],
  ['Frysla\u0302n', 'Fryslân', 'a letter with an accent is written as two characters (NFD in place of NFC)'],
  [' Woerden', 'Woerden', 'spaces or line ends differ'],
])('%j looks like %j: %s', (text, other, why) => {
  expect(alike(text)).toBe(alike(other));
  expect(unlikeness(text, other).en).toBe(why);
});

test('another letter looks otherwise', () => {
  expect(alike('woerden')).not.toBe(alike('Woerden'));
  expect(alike('Fryslan')).not.toBe(alike('Fryslân'));
});
