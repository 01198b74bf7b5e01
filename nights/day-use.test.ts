import { expect, test } from 'vitest';
import { type DayUse, type RunUse, daysFrom, ownIn, usedBesides, withRun } from './day-use.ts';

const run = (change: object = {}) => ({ account: 'a', day: '2027-03-28', run: 'r1', requests: 500, ...change });

const useOf = (...runs: readonly RunUse[]): DayUse | undefined =>
  runs.reduce<DayUse | undefined>((use, one) => withRun(use, one), undefined);

test('the requests of a day are those of all runs of an account', () => {
  const use = useOf(run(), run({ run: 'r2', requests: 20 }), run({ account: 'b', run: 'r3' }));

  expect(usedBesides(use, run({ run: 'r4' }), undefined)).toBe(520);
  expect(usedBesides(use, run({ run: 'r4', day: '2027-03-29' }), undefined)).toBe(0);
});

test('a run that ended counts what it made, in place of what it took, and not for itself once it is resumed', () => {
  const use = withRun(useOf(run()), run({ requests: 65 }), { own: run() });

  expect(usedBesides(use, run({ run: 'r2' }), undefined)).toBe(65);
  expect(usedBesides(use, run(), ownIn(use, run()))).toBe(0);
});

test('a run that is given the id of an earlier one counts on top of it, also once it has ended', () => {
  const use = withRun(useOf(run({ requests: 9 }), run({ requests: 20 })), run({ requests: 6 }), {
    own: run({ requests: 20 }),
  });

  expect(use.runs.map(({ requests }) => requests)).toEqual([9, 6]);
  expect(usedBesides(use, run(), undefined)).toBe(15);
});

test('of several with one id, the one that used least is taken anew', () => {
  const use = useOf(run({ requests: 3 }), run({ requests: 6 }), run({ account: 'b', requests: 1 }));

  expect(usedBesides(use, run(), ownIn(use, run()))).toBe(6);
});

test('days that are over are not kept', () => {
  expect(useOf(run(), run({ day: '2027-03-29', run: 'r2' }))?.runs).toHaveLength(1);
});

test.each([
  { begins: 'well before midnight', at: '2027-01-10T22:00:00Z', minutes: 30, days: ['2027-01-10'] },
  { begins: 'just before it', at: '2027-01-10T22:45:00Z', minutes: 30, days: ['2027-01-10', '2027-01-11'] },
  { begins: 'after it in summer time', at: '2027-07-10T22:15:00Z', minutes: 30, days: ['2027-07-11'] },
  {
    begins: 'before the clock goes forward',
    at: '2027-03-27T22:45:00Z',
    minutes: 30,
    days: ['2027-03-27', '2027-03-28'],
  },
  { begins: 'on a day of 25 hours', at: '2027-10-30T22:15:00Z', minutes: 24 * 60, days: ['2027-10-31'] },
  {
    begins: 'days before its end',
    at: '2027-01-10T12:00:00Z',
    minutes: 40 * 60,
    days: ['2027-01-10', '2027-01-11', '2027-01-12'],
  },
])('a run that begins $begins has the days that it can go on in', ({ at, minutes, days }) => {
  expect(daysFrom(new Date(at), minutes * 60_000)).toEqual(days);
});
