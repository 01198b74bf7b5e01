import { dayInAmsterdam } from '../today.ts';

/** A day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const lexical = /^[ \t\r\n]*((?!0\d{4})\d{4,7})-(\d{2})-(\d{2})(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?[ \t\r\n]*$/;

/** The day that an xs:date writes, its time zone left aside; undefined when there is no such day. */
export const parseDay = (text: string): CalendarDay | undefined => {
  const [, year, month, day] = (lexical.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return { year, month, day };
};

const lengthOfMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01, counted with years that begin on 1 March, so that a leap day is the last of its year. */
export const dayNumber = ({ year, month, day }: CalendarDay): number => {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const daysBeforeYear =
    marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return daysBeforeYear + Math.floor((monthsSinceMarch * 153 + 2) / 5) + day - 1 - daysToEpoch;
};

/** From 0000-03-01 to 1970-01-01. */
const daysToEpoch = 719_468;

/** 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

const withTime = /^[ \t\r\n]*(\d{4,9}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?[ \t\r\n]*$/;

/** The day of an xs:dateTime: as it says without a zone, and by the clock of Amsterdam with one; undefined for what is none. */
export const amsterdamDay = (text: string): string | undefined => {
  const [whole = '', day, zone] = withTime.exec(text) ?? [];
  if (day === undefined || zone === undefined) return day;
  const moment = Date.parse(whole.trim().replace(/\.\d+/, ''));
  return Number.isNaN(moment) ? day : dayInAmsterdam(moment);
};
