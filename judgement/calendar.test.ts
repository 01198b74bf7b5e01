import { describe, expect, test } from 'vitest';
import { dayNumber, easter, isHoliday, parseDay, sortable, weekday, workingDay, written } from './calendar.ts';

const day = (text: string): { year: number; month: number; day: number } =>
  parseDay(text) ?? { year: 0, month: 0, day: 0 };

describe('easter', () => {
  test.each([
    ['1818-03-22', 1818],
    ['1943-04-25', 1943],
    ['1954-04-18', 1954],
    ['1981-04-19', 1981],
    ['2000-04-23', 2000],
    ['2008-03-23', 2008],
    ['2011-04-24', 2011],
    ['2024-03-31', 2024],
    ['2025-04-20', 2025],
    ['2026-04-05', 2026],
    ['2027-03-28', 2027],
    ['2038-04-25', 2038],
    ['2049-04-18', 2049],
    ['2076-04-19', 2076],
  ])('is on %s', (expected, year) => {
    expect(written(easter(year))).toBe(expected);
  });
});

describe('isHoliday', () => {
  test.each([
    ['New Year', '2026-01-01'],
    ['Good Friday', '2026-04-03'],
    ['Easter Monday', '2026-04-06'],
    ["King's Day", '2026-04-27'],
    ["King's Day before a Sunday", '2025-04-26'],
    ["Queen's Day", '2013-04-30'],
    ["Queen's Day before a Sunday", '2006-04-29'],
    ['Liberation Day', '2026-05-05'],
    ['Ascension', '2026-05-14'],
    ['Whit Monday', '2026-05-25'],
    ['Ascension in a leap year', '2024-05-09'],
    ['Christmas', '2026-12-25'],
    ['Boxing Day', '2026-12-26'],
  ])('knows %s, %s', (_, text) => {
    expect(isHoliday(day(text))).toBe(true);
  });

  test.each(['2025-04-27', '2026-04-04', '2026-05-15', '2026-12-31', '2026-12-24', '2014-04-30', '2026-10-03'])(
    'knows that %s is none',
    (text) => {
      expect(isHoliday(day(text))).toBe(false);
    },
  );
});

describe('workingDay', () => {
  const decree = { 2026: ['2026-05-15'], 2027: [] };

  test.each([
    ['2026-11-23', 'ja'],
    ['2026-11-21', 'nee'],
    ['2026-11-22', 'nee'],
    ['2026-12-25', 'nee'],
    ['2026-05-15', 'nee'],
    ['2027-05-07', 'ja'],
    ['2028-05-26', 'onbekend'],
    ['2028-05-27', 'nee'],
    ['2028-12-25', 'nee'],
  ])('says of %s: %s', (text, expected) => {
    expect(workingDay(day(text), decree)).toBe(expected);
  });
});

describe('parseDay', () => {
  test.each([
    ['2026-11-23', { year: 2026, month: 11, day: 23 }],
    [' \n2026-11-23\t', { year: 2026, month: 11, day: 23 }],
    ['2026-11-23Z', { year: 2026, month: 11, day: 23 }],
    ['2026-11-23+14:00', { year: 2026, month: 11, day: 23 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['12026-01-01', { year: 12026, month: 1, day: 1 }],
    ['0001-01-01', { year: 1, month: 1, day: 1 }],
  ])('reads %j', (text, expected) => {
    expect(parseDay(text)).toEqual(expected);
  });

  test.each([
    ...['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-04-00', '26-11-23', '2026-1-3'],
    ...[
      '2026-11-23T00:00:00',
      '2026-11-23+15:00',
      '0000-01-01',
      '-0044-03-15',
      '02026-01-01',
      '',
      'vandaag',
      '23-11-2026',
    ],
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

test('days count and sort as the platform counts them', () => {
  for (let offset = -800_000; offset < 800_000; offset += 1237) {
    const date = new Date(offset * 86_400_000);
    if (date.getUTCFullYear() < 1) continue;
    const one = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };

    expect(dayNumber(one)).toBe(offset);
    expect(weekday(one)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
  }
  expect(sortable(day('2026-11-23'))).toBe(20_261_123);
});
