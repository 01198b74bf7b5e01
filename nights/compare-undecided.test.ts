import { describe, expect, test } from 'vitest';
import { aNight, blockedNight } from '../test/samples/night.ts';
import { failing, nights, toldOf } from '../test/samples/told-nights.ts';
import type { Night } from './night.ts';

const valid = 'delivery.accepts-valid/Melding';

describe('what is undecided', () => {
  const partly = (day: number): Night => ({ ...blockedNight(day), outcome: 'in-part' });

  test.each([6, 11])('is an alarm in the third night of runs %i hours apart too', (hours) => {
    const runs = Array.from({ length: Math.floor(60 / hours) }, (_, index) => ({
      ...blockedNight(1),
      at: new Date(Date.UTC(2027, 0, 2, 1 + index * hours)).toISOString(),
    }));
    const told = toldOf([aNight(0), ...runs]);

    expect(told.filter((one) => one.startsWith('worse'))).toHaveLength(1);
    const at = told.findIndex((one) => one.startsWith('worse'));
    expect((at - 1) * hours).toBeGreaterThanOrEqual(24);
    expect((at - 1) * hours).toBeLessThan(48);
  });

  test('is told on the first night, is an alarm on the third in a row, once, and told when it is decided again', () => {
    expect(toldOf([aNight(0), ...nights(1, 6, blockedNight), aNight(6)])).toEqual([
      'first',
      'changed undecided',
      'unchanged',
      'worse stuck',
      'unchanged',
      'unchanged',
      'changed decided',
    ]);
  });

  test('counts nights, not runs of one night', () => {
    const again = { ...blockedNight(1), at: '2027-01-02T09:00:00.000Z', runId: 'later' };

    expect(toldOf([aNight(0), blockedNight(1), again, blockedNight(2), blockedNight(3)])).toEqual([
      'first',
      'changed undecided',
      'unchanged',
      'unchanged',
      'worse stuck',
    ]);
  });

  test('is no alarm where valid deliveries of its document type are refused, which is told by itself', () => {
    const blocked = { nl: 'niets wordt aangenomen', en: 'nothing is accepted' };
    const after =
      (documentType: string) =>
      (day: number): Night => ({
        ...failing(day, { documentType, check: `delivery.accepts-valid/${documentType}` }),
        undecided: [{ as: 'blocked' as const, reason: blocked, checks: ['variants.accepts-cdata/Melding'] }],
      });
    const before = aNight(0, { passed: ['variants.accepts-cdata/Melding', valid] });

    expect(toldOf([before, ...nights(1, 6, after('Melding'))]).filter((one) => one.startsWith('worse'))).toHaveLength(
      1,
    );
    expect(
      toldOf([before, ...nights(1, 6, after('Kennisgeving'))]).filter((one) => one.startsWith('worse')),
    ).toHaveLength(2);
  });

  test('a permission that has lapsed is told by itself, and is no silence', () => {
    const lapsed = (day: number): Night => aNight(day, { outcome: 'unpermitted' });

    expect(toldOf([aNight(0), ...nights(1, 6, lapsed)]).filter((one) => one.startsWith('worse'))).toEqual([]);
  });

  test('leaves findings as they are', () => {
    expect(toldOf([aNight(0), failing(1), blockedNight(2), failing(3)])).toEqual([
      'first',
      'worse new',
      'changed undecided',
      'changed decided',
    ]);
  });

  test('what never passed is no alarm, where other things are decided', () => {
    expect(toldOf(nights(0, 5, partly)).slice(1)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  test('from the first night on is an alarm on the third, once, and told when there is a verdict', () => {
    expect(toldOf([...nights(0, 9, blockedNight), aNight(9)])).toEqual([
      ...['first', 'unchanged', 'worse silent', 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged'],
      ...['unchanged', 'changed decided'],
    ]);
  });

  test.each([
    { before: nights(0, 3, blockedNight) },
    { before: nights(0, 3, partly) },
    { before: [{ ...failing(0), passed: [] }, partly(1), partly(2)] },
  ])('before it first passed does not count after it: alarm on the third night, once', ({ before }) => {
    expect(toldOf([...before, aNight(3), ...nights(4, 9, blockedNight)]).slice(4)).toEqual([
      ...['changed undecided', 'unchanged', 'worse stuck', 'unchanged', 'unchanged'],
    ]);
  });

  const pattern = (nightly: string): readonly string[] =>
    toldOf([aNight(0), ...[...nightly].map((one, index) => (one === 'x' ? blockedNight : aNight)(index + 1))]).slice(1);

  test.each([
    { nightly: 'x.x.x.x.x.', alarms: [5] },
    { nightly: 'x..x..x..x', alarms: [7] },
    { nightly: 'x...x...x...x', alarms: [] },
    { nightly: 'xxxxx..xxxx', alarms: [3, 10] },
    { nightly: 'xxx.......x.x.x', alarms: [3, 15] },
  ])('of nights $nightly the alarms are on $alarms', ({ nightly, alarms }) => {
    const days = pattern(nightly).flatMap((told, index) => (told.startsWith('worse') ? [index + 1] : []));

    expect(days).toEqual(alarms);
  });

  test('and comes and goes is silent after its alarm until it does that no longer', () => {
    expect(pattern('x.x.x.x.......')).toEqual([
      ...['changed undecided', 'changed decided', 'changed undecided', 'unchanged', 'worse stuck'],
      ...['unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'changed decided'],
      ...['unchanged', 'unchanged'],
    ]);
  });
});
