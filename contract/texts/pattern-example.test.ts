import { expect, test } from 'vitest';
import { patternExample } from './pattern-example.ts';

test.each([
  [String.raw`NL\.IMRO\.[0-9]{4}\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*`, 'NL.IMRO.1234.ABCD'],
  ['[1-9][0-9]{3}[A-Z]{2}', '1123AB'],
  [String.raw`\d{4}-\d{2}`, '1234-12'],
  ['[a-z]{2,5}x?', 'ab'],
  ['a|b', undefined],
  [String.raw`(POINT|LINE) ?\(.*\)`, undefined],
  [String.raw`[\i-[:]][\c-[:]]*`, undefined],
  ['[^x]+', undefined],
])('%s is kept by %s', (pattern, example) => {
  expect(patternExample(pattern)).toBe(example);
});
