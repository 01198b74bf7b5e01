import { describe, expect, test } from 'vitest';
import { aNight } from '../test/samples/night.ts';
import { nights, toldOf } from '../test/samples/told-nights.ts';
import { compareNight } from './compare-night.ts';
import type { Night } from './night.ts';

const cutShort = { checks: 3, requests: 12, perDay: 90 } as const;

describe('circumstances', () => {
  const withTimes = (day: number, median: number, exchanges = 20): Night =>
    aNight(day, { times: [{ documentType: 'Melding', median, exchanges }] });

  test.each([
    { before: 200, now: 400, exchanges: 20, told: 'changed slow' },
    { before: 200, now: 399, exchanges: 20, told: 'unchanged' },
    { before: 100, now: 299, exchanges: 20, told: 'unchanged' },
    { before: 200, now: 400, exchanges: 19, told: 'unchanged' },
  ])('a median of $now ms after $before over $exchanges exchanges: $told', ({ before, now, exchanges, told }) => {
    expect(toldOf([withTimes(0, before), withTimes(1, now, exchanges)]).at(-1)).toBe(told);
  });

  test('a median that creeps is told once beside the best of the last nights', () => {
    const creeping = nights(0, 26, (day) => withTimes(day, Math.round(150 * 1.1 ** day)));
    const crept = toldOf(creeping).flatMap((one, day) => (one === 'changed slow' ? [day] : []));

    expect(crept).toEqual([9]);
    expect(
      toldOf([withTimes(0, 200), withTimes(1, 400), ...nights(2, 9, (day) => withTimes(day, 410))]).slice(1),
    ).toEqual(['changed slow', ...Array<string>(7).fill('unchanged')]);
  });

  test('a night that others left too few requests for is told each time', () => {
    expect(toldOf([aNight(0), aNight(1, { cutShort }), aNight(2, { cutShort }), aNight(3)]).slice(1)).toEqual([
      ...['changed cut', 'changed cut', 'unchanged'],
    ]);
  });

  test('a permission that lapses is an alarm once', () => {
    const under = (day: number, permitted: readonly string[]): Night => aNight(day, { permitted });

    expect(
      toldOf([under(0, ['violations', 'variants']), under(1, []), under(2, []), under(3, ['violations'])]),
    ).toEqual(['first', 'worse less', 'unchanged', 'changed more']);
  });

  test.each([
    { begin: 'of summer time', at: ['2027-03-27T22:30:00.000Z', '2027-03-28T22:30:00.000Z'] },
    { begin: 'of winter time', at: ['2027-10-30T22:30:00.000Z', '2027-10-31T22:30:00.000Z'] },
  ])('no night is missed at the begin $begin', ({ at }) => {
    expect(toldOf(at.map((moment, day) => aNight(day, { at: moment }))).at(-1)).toBe('unchanged');
  });

  test('a night that is missed is told', () => {
    expect(toldOf([aNight(0), aNight(1), aNight(3), aNight(7)])).toEqual([
      'first',
      'unchanged',
      'changed missed',
      'changed missed',
    ]);
  });
});

test('what ends within thirty days is told every night', () => {
  const ends = [{ kind: 'permission' as const, name: 'KOOP', until: '2027-02-10' }];
  const endsOn = (day: number) => compareNight(compareNight(undefined, aNight(0)).memory, aNight(day, { ends })).ends;

  expect([9, 11, 12, 60].map((day) => endsOn(day).length)).toEqual([0, 1, 1, 1]);
});
