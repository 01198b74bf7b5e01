import { dayNumber, weekday } from './calendar-day.ts';

/**
 * Day number of Easter Sunday, by Gauss's rule in the form that Lichtenberg gave it.
 *
 * @internal
 */
export const easter = (year: number): number => {
  const century = Math.floor(year / 100);
  const lunarShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const solarShift = 2 - Math.floor((3 * century + 3) / 4);
  const moon = year % 19;
  const seed = (19 * moon + lunarShift) % 30;
  const correction = Math.floor((seed + Math.floor(moon / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - mod(year + Math.floor(year / 4) + solarShift, 7);
  const easterInMarch = fullMoon + 7 - mod(fullMoon - firstSunday, 7);
  return dayNumber({ year, month: 3, day: 1 }) + easterInMarch - 1;
};

const mod = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** Day numbers of the recognised holidays of a year: Algemene termijnenwet art. 3(1), and Good Friday of art. 3(2). */
export const holidays = (year: number): ReadonlySet<number> => {
  const sunday = easter(year);
  const fixed = (month: number, day: number): number => dayNumber({ year, month, day });
  return new Set([
    fixed(1, 1),
    sunday - 2,
    sunday + 1,
    sunday + 39,
    sunday + 50,
    fixed(5, 5),
    fixed(12, 25),
    fixed(12, 26),
    birthday(year),
  ]);
};

/** King's Day is 27 April, Queen's Day was 30 April until 2013; on a Sunday it is the day before. */
const birthday = (year: number): number => {
  const day = dayNumber({ year, month: 4, day: year < 2014 ? 30 : 27 });
  return weekday(day) === 7 ? day - 1 : day;
};
