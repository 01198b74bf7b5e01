import { describe, expect, test } from 'vitest';
import { causeDigest } from '#evidence/cause';
import { aFailure, aNight } from '../test/samples/night.ts';
import { failing, nights, toldOf } from '../test/samples/told-nights.ts';
import type { Night } from './night.ts';

const fixedCase = (day: number): Night =>
  aNight(day, { replays: [{ check: aFailure().check, cause: causeDigest('d', aFailure().cause), outcome: 'fixed' }] });

describe('what one seed alone shows', () => {
  const told = (all: readonly Night[]): readonly string[] => toldOf(all).filter((one) => one !== 'unchanged');

  test('is no alarm where it was there on the first night, and comes and goes', () => {
    const rarely = nights(1, 120, (day) => (day % 20 === 0 ? failing(day) : aNight(day)));

    expect(told([failing(0), ...rarely])).toEqual(['first', 'changed unseen', 'changed varying']);
    expect(told([failing(0), ...rarely.slice(0, 29), ...nights(30, 40, failing)])).toEqual([
      ...['first', 'changed unseen', 'changed varying', 'worse steady'],
    ]);
    expect(told([failing(0), ...nights(1, 130), ...nights(130, 140, failing)])).toEqual([
      ...['first', 'changed unseen', 'changed varying', 'worse steady'],
    ]);
  });

  test('is one alarm where its own counterexample passed after the first night, and silent from then on', () => {
    const rarely = nights(1, 120, (day) => (day % 20 === 0 ? failing(day) : fixedCase(day)));

    expect(told([failing(0), ...rarely])).toEqual(['first', 'changed ended', 'worse back', 'changed varying']);
  });

  test('is one alarm of what an endpoint lets through by chance, whichever messages these are', () => {
    const accepting = (day: number, ...constraints: readonly number[]): Night => {
      const keys = Array.from(
        { length: 60 },
        (_, index) => `rejection.refuses-rule-violation/Melding/r${String(index)}`,
      );
      const failed = constraints.map((index) => {
        const [check, constraint] = [keys[index] ?? '', `r${String(index)}`];
        return aFailure({
          check,
          cause: { requirement: 'rejection.refuses-rule-violation', constraint, kind: 'accepted' },
        });
      });
      return aNight(day, { failed, passed: keys.filter((_, index) => !constraints.includes(index)) });
    };
    const year = nights(1, 40, (day) => accepting(day, (day * 7) % 60, (day * 11) % 60));
    const alarms = (all: readonly Night[]) => toldOf([accepting(0), ...all]).filter((one) => one.startsWith('worse'));
    const allDay = (day: number): Night => accepting(day, ...Array.from({ length: 60 }, (_, index) => index));

    expect(alarms(year)).toEqual(['worse new new']);
    expect(alarms([...year.slice(0, 20), ...nights(21, 26, (day) => accepting(day, 59, (day * 7) % 60))])).toEqual([
      ...['worse new new', 'worse steady alike'],
    ]);
    expect(toldOf([accepting(0), ...year.slice(0, 5), allDay(6)]).at(-1)).toMatch(/^worse new new/);
    expect(toldOf([accepting(0), accepting(1, 8), ...nights(2, 40, accepting), accepting(40, 9)]).at(-1)).toBe(
      'worse new',
    );
  });

  test('is told once as intermittent, and later silent', () => {
    expect(
      toldOf([...nights(0, 40), failing(40), aNight(41), ...nights(42, 80), failing(80), ...nights(81, 90)]).filter(
        (told) => told !== 'unchanged',
      ),
    ).toEqual(['first', 'worse new', 'changed varying']);
  });

  test.each([
    { nightly: '.x......x.xxxxxxxxxxxxxx', alarms: [2, 13] },
    { nightly: `.x.........x.........${'x'.repeat(16)}`, alarms: [2, 24] },
    { nightly: `.x.x.x.x.x.x.${'x'.repeat(20)}`, alarms: [2, 16] },
  ])('is one alarm on the third night on which it stays: $nightly', ({ nightly, alarms }) => {
    const all = toldOf(Array.from(nightly, (one, day) => (one === 'x' ? failing(day) : aNight(day))));

    expect(all.flatMap((one, day) => (one.startsWith('worse') ? [day + 1] : []))).toEqual(alarms);
  });

  test('is an alarm once chance does not explain any more that it is there every night', () => {
    const later = nights(60, 70, failing);

    expect(
      toldOf([...nights(0, 40), failing(40), ...nights(41, 60), ...later]).filter((told) => told !== 'unchanged'),
    ).toEqual(['first', 'worse new', 'changed varying', 'worse steady']);
  });
});
