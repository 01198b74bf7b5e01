import { describe, expect, test } from 'vitest';
import { aFailure, aNight } from '../test/samples/night.ts';
import { later, nights, toldOf } from '../test/samples/told-nights.ts';
import type { Failure, Night } from './night.ts';

describe('a known cause in other document types', () => {
  const [melding, other, third] = ['Melding', 'BeschikkingAanvraag', 'Kennisgeving'].map((documentType) => ({
    documentType,
    check: `delivery.accepts-valid/${documentType}`,
  }));
  const inPlaces =
    (...places: readonly (Partial<Failure> | undefined)[]) =>
    (day: number): Night =>
      aNight(day, {
        outcome: 'failed',
        failed: places.map(aFailure),
        passed: [melding, other, third].flatMap((one) =>
          one === undefined || places.includes(one) ? [] : [one.check],
        ),
      });
  const all = inPlaces();
  const known = [...nights(0, 2, all), ...nights(2, 20, inPlaces(melding))];
  const after = (...made: readonly ((day: number) => Night)[]): readonly string[] =>
    toldOf([...known, ...made.map((make, index) => make(20 + index))]).slice(20);
  const times = (count: number, make: (day: number) => Night) => Array.from({ length: count }, () => make);

  test('that passed before is an alarm, once', () => {
    expect(after(inPlaces(melding, other), inPlaces(melding, other))).toEqual(['worse spread', 'unchanged']);
  });

  test('is an alarm once, whatever runs that night has', () => {
    const spread = inPlaces(melding, other)(20);

    expect(
      toldOf([...known, spread, later(2, spread), later(4, inPlaces(melding)(20)), later(6, spread)]).slice(20),
    ).toEqual(['worse spread', ...times(3, all).map(() => 'unchanged')]);
  });

  test('is told once as intermittent while it moves about', () => {
    expect(after(inPlaces(other), inPlaces(third), inPlaces(melding), inPlaces(other), inPlaces(melding))).toEqual([
      'changed moving',
      ...times(4, aNight).map(() => 'unchanged'),
    ]);
  });

  test('is an alarm once it stays in one where it moved to', () => {
    const told = after(inPlaces(other), inPlaces(melding), ...times(6, inPlaces(melding, third)));

    expect(told).toEqual([
      'changed moving',
      ...times(3, all).map(() => 'unchanged'),
      'worse spread',
      ...times(3, all).map(() => 'unchanged'),
    ]);
  });

  test.each([
    { moves: 'after three nights elsewhere', to: [melding, melding, melding], stays: [other], alarm: 7 },
    { moves: 'after one night elsewhere', to: [melding], stays: [other], alarm: 5 },
    {
      moves: 'after four turns, to all',
      to: [melding, other, third, melding],
      stays: [melding, other, third],
      alarm: 8,
    },
  ])('is one alarm where it stays $moves, for good', ({ to, stays, alarm }) => {
    const told = toldOf(
      [all(0), ...to.map((one, index) => inPlaces(one)(index + 1))].concat(
        nights(to.length + 1, 40, (day) => inPlaces(...stays)(day)),
      ),
    );
    const worse = told.flatMap((one, index) => (one.startsWith('worse') ? [`${String(index + 1)} ${one}`] : []));

    expect(worse).toEqual(['2 worse new', `${String(alarm)} worse spread`]);
  });

  test('is an alarm where another was mended a week before, and where it is back in that one', () => {
    const mended = [inPlaces(melding, other), ...times(7, inPlaces(other))];

    expect(after(...mended, inPlaces(other, third), inPlaces(other, third), inPlaces(melding, other, third))).toEqual([
      'worse spread',
      ...times(7, all).map(() => 'unchanged'),
      'worse spread',
      'unchanged',
      'worse spread',
    ]);
  });

  test('at an endpoint that fails one of ten deliveries at random is no alarm in a year', () => {
    let state = 7;
    const chance = (): boolean => (state = (state * 48_271) % 2_147_483_647) % 10 === 0;
    const year = nights(0, 365, (day) => inPlaces(...[melding, other, third].filter(chance))(day));

    expect(toldOf(year).filter((told) => told.startsWith('worse'))).toEqual(['worse new']);
  });
});
