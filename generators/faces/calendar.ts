import type { DecreeDays } from '#contract/contract';
import { dayNumber, parseDay, workingDay, type Working } from '#judgement/calendar';

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; throws for what is no date. */
const toDays = (date: string): number => {
  const day = parseDay(date);
  if (day === undefined) throw new Error(`'${date}' is no date: write it as YYYY-MM-DD`);
  return dayNumber(day);
};

/** The date a number of days later, or earlier for a negative number. */
const addDays = (date: string, days: number): string =>
  new Date((toDays(date) + days) * millisecondsADay).toISOString().slice(0, 10);

/** Counting with dates as the judged view does, for the days that a contract names by decree. */
export interface Calendar {
  readonly addDays: (date: string, days: number) => string;
  /** Days from one date to another. */
  readonly daysBetween: (from: string, to: string) => number;
  readonly working: (date: string) => Working;
  /** The date that lies this many working days later; a day of a year that was not looked up counts unless it is known to be free. */
  readonly addWorkingDays: (date: string, days: number) => string;
}

/** The calendar of a contract. */
export const calendarOf = (decree: DecreeDays): Calendar => {
  const known = new Map<string, Working>();
  const working = (date: string): Working => {
    const found = known.get(date) ?? judged(date);
    known.set(date, found);
    return found;
  };
  const judged = (date: string): Working => {
    const day = parseDay(date);
    if (day === undefined) throw new Error(`'${date}' is no date: write it as YYYY-MM-DD`);
    return workingDay(day, decree);
  };
  const addWorkingDays = (date: string, days: number): string => {
    let reached = date;
    for (let left = days; left > 0;) {
      reached = addDays(reached, 1);
      if (working(reached) !== 'nee') left -= 1;
    }
    return reached;
  };
  return { addDays, daysBetween: (from, to) => toDays(to) - toDays(from), working, addWorkingDays };
};
