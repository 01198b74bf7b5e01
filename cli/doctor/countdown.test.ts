import { expect, test } from 'vitest';
import { countdown } from './countdown.ts';

/** What each look gets where all of them take as long as they may, and begin after this. */
const given = (all: number, shares: readonly number[], begun = 0): readonly number[] => {
  let time = 1000;
  const left = countdown(all, () => time);
  time += begun;
  return shares.map((share) => {
    const own = left(share);
    time += own;
    return own;
  });
};

test('looks that hang get their own share, and all together no more than there is but a moment each', () => {
  expect(given(3500, [1500, 1500, 1800, 1800, 2500])).toEqual([1500, 1500, 500, 1, 1]);
});

test('a look that ends early leaves its time to the next', () => {
  expect(given(3500, [2500], 900)).toEqual([2500]);
  expect(given(3500, [2500], 1200.5)).toEqual([2300]);
});
