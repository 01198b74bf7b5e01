import { expect, test } from 'vitest';
import { type DayUse, usedByOthers, withRun } from './day-use.ts';

const run = (change: object = {}) => ({ account: 'a', day: '2027-03-28', run: 'r1', requests: 500, ...change });

test('the requests of a day are those of all runs of an account', () => {
  const use = [run(), run({ run: 'r2', requests: 20 }), run({ account: 'b', run: 'r3' })].reduce<DayUse | undefined>(
    withRun,
    undefined,
  );

  expect(usedByOthers(use, run({ run: 'r4' }))).toBe(520);
  expect(usedByOthers(use, run({ run: 'r4', day: '2027-03-29' }))).toBe(0);
});

test('a run that ended counts what it made, in place of what it took, and not for itself', () => {
  const use = withRun(withRun(undefined, run()), run({ requests: 65 }));

  expect(usedByOthers(use, run({ run: 'r2' }))).toBe(65);
  expect(usedByOthers(use, run())).toBe(0);
});

test('days that are over are not kept', () => {
  expect(withRun(withRun(undefined, run()), run({ day: '2027-03-29', run: 'r2' })).runs).toHaveLength(1);
});
