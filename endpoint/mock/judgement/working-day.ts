import type { DecreeDays } from '#contract/contract';
import { dayNumber, parseDay, weekday, type CalendarDay } from './calendar-day.ts';
import { holidays } from './holidays.ts';

/** Whether a day is a working day; unknown where nobody looked up the decrees of its year. */
export type WorkingDay = 'ja' | 'nee' | 'onbekend';

/** Judges days by weekend, law, and the decrees of the contract. */
export const workingDays = (decrees: DecreeDays): ((day: CalendarDay) => WorkingDay) => {
  const named = new Set(Object.values(decrees).flatMap((days) => days.map(numberOf)));
  return (day) => {
    const number = dayNumber(day);
    if (weekday(number) > 5 || named.has(number) || holidays(day.year).has(number)) return 'nee';
    return decrees[day.year] === undefined ? 'onbekend' : 'ja';
  };
};

const numberOf = (text: string): number => {
  const day = parseDay(text);
  return day === undefined ? NaN : dayNumber(day);
};
