import { expect, test } from 'vitest';
import { dayOfMoment } from '#contract/roles/moment';
import { amsterdamDay } from './calendar-day.ts';

test.each([
  ['2026-01-01T00:00:00', '2026-01-01'],
  [' 2026-01-01T23:59:59.999 ', '2026-01-01'],
  ['2025-12-31T23:00:00Z', '2026-01-01'],
  ['2026-03-28T23:30:00Z', '2026-03-29'],
  ['2026-03-29T22:00:00+00:00', '2026-03-30'],
  ['2026-01-01T00:30:00+14:00', '2025-12-31'],
  ['2026-01-01', undefined],
  ['2026-01-01T00:00', undefined],
])('the day of %s is %s, to both readers', (text, day) => {
  expect([dayOfMoment(text), amsterdamDay(text)]).toEqual([day, day]);
});
