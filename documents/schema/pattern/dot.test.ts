import { expect, test } from 'vitest';
import { matcher } from './matches.ts';
import { parsePattern } from './parse.ts';

test.each([
  ['a', 'yes'],
  ['\t', 'yes'],
  ['\n', 'no'],
  ['\r', 'no'],
  ['\u0085', 'maybe'],
  ['\u2028', 'maybe'],
  ['\u2029', 'maybe'],
])('the full stop of an expression takes %j: %s', (text, match) => {
  expect(matcher(parsePattern('.'))(text)).toBe(match);
});
