import { expect, test } from 'vitest';
import { standingOf } from './permission.ts';

const permission = { by: 'KOOP', date: '2026-11-01', until: '2026-12-31', scope: ['violations', 'bopa'] } as const;

test.each([
  ['on its first day', ['2026-11-01'], undefined],
  ['on its last', ['2026-12-31', '2026-11-01'], undefined],
  ['the day before', ['2026-10-31'], 'is not valid yet (datum 2026-11-01)'],
  ['the day after', ['2027-01-01'], 'has lapsed (tot 2026-12-31)'],
  ['on a clock that was set back', ['2026-11-15', '2027-01-01'], 'has lapsed (tot 2026-12-31)'],
  ['on a clock that was set forward', ['2026-11-15', '2026-10-01'], 'is not valid yet (datum 2026-11-01)'],
])('a permission %s', (_, days, said) => {
  const { permitted, lapsed } = standingOf(permission, days);

  expect(permitted).toEqual(said === undefined ? permission.scope : []);
  expect(lapsed?.en).toEqual(said === undefined ? undefined : expect.stringContaining(said));
});

test('no permission covers nothing, and can not lapse', () => {
  expect(standingOf(undefined, ['2026-11-01'])).toEqual({ permitted: [], lapsed: undefined });
});
