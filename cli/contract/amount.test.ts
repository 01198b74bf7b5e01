import { expect, test } from 'vitest';
import { amount } from './amount.ts';

test('a noun stands in the singular by one alone', () => {
  expect([0, 1, 2].map((count) => amount(count, 'rule', 'rules'))).toEqual(['0 rules', '1 rule', '2 rules']);
});
