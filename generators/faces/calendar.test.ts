import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const calendar = calendarOf({ 2026: ['2026-05-15'], 2028: [] });

test('days are added over ends of months, years and leap days', () => {
  expect(calendar.addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(calendar.addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(calendar.daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test('working days leave out weekends, holidays and days named by decree', () => {
  expect(calendar.addWorkingDays('2026-05-13', 1)).toBe('2026-05-18');
  expect(calendar.addWorkingDays('2026-12-23', 2)).toBe('2026-12-28');
});

test('in a year that was not looked up only what is known to be free is left out', () => {
  expect(calendar.working('2027-05-07')).toBe('onbekend');
  expect(calendar.addWorkingDays('2027-05-05', 2)).toBe('2027-05-10');
});

test('what is no date is an error', () => {
  expect(() => calendar.addDays('2026-02-30', 1)).toThrow("'2026-02-30' is no date");
});
