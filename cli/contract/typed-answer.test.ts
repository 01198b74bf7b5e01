import { expect, test } from 'vitest';
import { typedAnswer } from './typed-answer.ts';

test('a number of the list is a choice, Enter is none, and anything else is no choice', () => {
  expect(typedAnswer(' 2 ', 2)).toBe(1);
  expect(typedAnswer('', 2)).toBe('nothing');
  for (const line of ['pdf', '99', '0', '1.5', '-1']) expect(typedAnswer(line, 2)).toBe('no-choice');
});
