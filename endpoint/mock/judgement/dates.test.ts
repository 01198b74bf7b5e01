import { describe, expect, test } from 'vitest';
import { dayNumber, parseDay, weekday } from './calendar-day.ts';
import { easter, holidays } from './holidays.ts';
import { workingDays } from './working-day.ts';

const numberOf = (text: string): number => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return dayNumber(day);
};

describe('parseDay', () => {
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '0000-01-01',
    '',
    '2026-04-01T00:00:00',
    'x',
  ])('finds no day in %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each([
    '2024-02-29',
    '2000-02-29',
    '0001-01-01',
    '12026-11-23',
    '2026-11-23Z',
    '2026-11-23+01:00',
    ' 2026-11-23\n',
  ])('finds one in %j', (text) => {
    expect(parseDay(text)).toBeDefined();
  });
});

test('days are counted and named as the platform does, over eight centuries', () => {
  for (let number = -200_000; number < 100_000; number += 37) {
    const date = new Date(number * 86_400_000);
    const text = date.toISOString().slice(0, 10);

    expect([text, numberOf(text), weekday(number)]).toEqual([text, number, ((date.getUTCDay() + 6) % 7) + 1]);
  }
});

test.each([
  ['1818-03-22', 1818],
  ['1943-04-25', 1943],
  ['1954-04-18', 1954],
  ['1981-04-19', 1981],
  ['2000-04-23', 2000],
  ['2008-03-23', 2008],
  ['2019-04-21', 2019],
  ['2024-03-31', 2024],
  ['2025-04-20', 2025],
  ['2026-04-05', 2026],
  ['2027-03-28', 2027],
  ['2038-04-25', 2038],
  ['2049-04-18', 2049],
  ['2076-04-19', 2076],
  ['2285-03-22', 2285],
])('Easter is on %s', (text, year) => {
  expect(easter(year)).toBe(numberOf(text));
});

test('the holidays of 2026 are those of the law', () => {
  const days = ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26'];

  expect([...holidays(2026)].toSorted((one, other) => one - other)).toEqual(days.map((day) => numberOf(`2026-${day}`)));
});

test('King’s Day moves to the Saturday, Queen’s Day stood on 30 April', () => {
  expect(holidays(2025).has(numberOf('2025-04-26'))).toBe(true);
  expect(holidays(2025).has(numberOf('2025-04-27'))).toBe(false);
  expect(holidays(2013).has(numberOf('2013-04-30'))).toBe(true);
  expect(holidays(2006).has(numberOf('2006-04-29'))).toBe(true);
});

describe('workingDays', () => {
  const working = workingDays({ 2026: ['2026-05-15'], 2025: [] });
  const of = (text: string): string => {
    const day = parseDay(text);
    return day === undefined ? '' : working(day);
  };

  test.each([
    ['2026-11-23', 'ja'],
    ['2026-11-22', 'nee'],
    ['2026-11-21', 'nee'],
    ['2026-05-14', 'nee'],
    ['2026-05-15', 'nee'],
    ['2025-05-30', 'ja'],
    ['2031-11-24', 'onbekend'],
    ['2031-11-23', 'nee'],
    ['2031-12-25', 'nee'],
  ])('%s: %s', (text, expected) => {
    expect(of(text)).toBe(expected);
  });
});
