import type { DecreeDays } from '#contract/contract';

/** A day of the Gregorian calendar; year 1 and later. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether public offices work on a day; unknown when its year was not looked up in the table of decrees. */
export type Working = 'ja' | 'nee' | 'onbekend';

const dateForm = /^(\d{4}|[1-9]\d{4,6})-(\d\d)-(\d\d)(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/;

/** Reads an xs:date, its zone left aside; undefined when it names no day of the calendar, or one before year 1. */
export const parseDay = (text: string): Day | undefined => {
  const match = dateForm.exec(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? { year, month, day } : undefined;
};

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0));

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day as a number that sorts: 20261123. */
export const sortable = ({ year, month, day }: Day): number => year * 10_000 + month * 100 + day;

/** Days since 1970-01-01. */
export const dayNumber = ({ year, month, day }: Day): number => {
  const years = year - (month <= 2 ? 1 : 0);
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const sinceMarch = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return years * 365 + leaps + sinceMarch + day - 719_469;
};

/** The day of the week, from 1 (Monday) to 7 (Sunday). */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Whether a day is a working day; `decree` holds the days named under Algemene termijnenwet art. 3(3). */
export const workingDay = (day: Day, decree: DecreeDays): Working => {
  const decreed = decree[day.year];
  if (weekday(day) > 5 || isHoliday(day) || decreed?.includes(written(day)) === true) return 'nee';
  return decreed === undefined ? 'onbekend' : 'ja';
};

/**
 * A day as YYYY-MM-DD.
 *
 * @internal
 */
export const written = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** New Year, Liberation Day and both days of Christmas: Algemene termijnenwet art. 3(1). */
const fixedHolidays = new Set([101, 505, 1225, 1226]);
/** Good Friday (art. 3(2)), Easter Monday, Ascension, Whit Monday, in days after Easter. */
const movingHolidays = new Set([-2, 1, 39, 50]);

/**
 * Whether a day is a holiday by Algemene termijnenwet art. 3(1) and 3(2); Sundays are none.
 *
 * @internal
 */
export const isHoliday = (day: Day): boolean => {
  const inYear = day.month * 100 + day.day;
  if (fixedHolidays.has(inYear) || inYear === royalBirthday(day.year)) return true;
  return movingHolidays.has(dayNumber(day) - dayNumber(easter(day.year)));
};

/** The day on which the monarch's birthday is celebrated: 27 April, before 2014 30 April; a Sunday gives way to the Saturday before. */
const royalBirthday = (year: number): number => {
  const day = year >= 2014 ? 27 : 30;
  return 400 + (weekday({ year, month: 4, day }) === 7 ? day - 1 : day);
};

/**
 * Easter Sunday: the Gregorian computus in the form of Oudin.
 *
 * @internal
 */
export const easter = (year: number): Day => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (skipped + 19 * golden + 15) % 30;
  const correction =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekdayGap = (year + Math.floor(year / 4) + correction + 2 - century + Math.floor(century / 4)) % 7;
  const offset = correction - weekdayGap;
  const month = 3 + Math.floor((offset + 40) / 44);
  return { year, month, day: offset + 28 - 31 * Math.floor(month / 4) };
};
