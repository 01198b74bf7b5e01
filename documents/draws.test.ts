import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draws, first } from './draws.ts';

test('the first value of a portion is drawn without the others, which are what they are with it', () => {
  let drawn = 0;
  const counted = fc.nat().map((value) => {
    drawn += 1;
    return value;
  });
  const [one] = first(draws(counted, 7, 4), 1);

  expect(drawn).toBe(1);
  const six = [...first(draws(fc.nat(), 7, 4), 6)];
  expect(six[0]).toEqual(one);
  expect(six.map(({ seed, path }) => `${String(seed)}:${path}`)).toEqual(['7:0', '7:1', '7:2', '7:3', '8:0', '8:1']);
  expect(six.map(({ seed, path }) => fc.sample(fc.nat(), { seed, path, numRuns: 1 })[0])).toEqual(
    six.map(({ value }) => value),
  );
});
