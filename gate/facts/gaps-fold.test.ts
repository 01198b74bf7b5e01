import { expect, test } from 'vitest';
import { anExchange } from '../../test/samples/run.ts';
import { gapsFold } from './gaps-fold.ts';

const gapsIn = (numbers: readonly number[]): readonly string[] => {
  const fold = gapsFold();
  for (const number of numbers) fold.add(anExchange({ id: `1-${String(number)}`, check: 'a', case: number }));
  return fold.result();
};

test('a hundred thousand messages and more are counted', () => {
  const numbers = Array.from({ length: 200_000 }, (_, index) => index + 1);

  expect(gapsIn(numbers)).toEqual([]);
  expect(gapsIn(numbers.toSpliced(77, 1))).toEqual(['a', '1']);
});
