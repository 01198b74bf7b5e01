import { calendarTypes, dateOf, parseMoment, type CalendarType } from './calendar.ts';
import { integerTypes } from './parse-value.ts';

/** Digits that every processor takes in a number (part 2, 3.2.3). */
export const minimalDigits = 18;

/** The years that every processor takes (part 2, 3.2.7). */
export const minimalYears = { first: 1, last: 9999 } as const;

/** Tells whether a value of a built-in type has more digits, another year or smaller parts of a second than every processor must take. */
export const isBeyondMinimal = (builtin: string, text: string): boolean => measures[builtin]?.(text) ?? false;

/** Why nothing is made where only values that go further are allowed. */
export const onlyBeyond =
  'no value is allowed that every validator must take (18 digits, the years 0001 to 9999, milliseconds: part 2, 3.2.3 and 3.2.7); ' +
  'ask for those that go further with --beyond-minimal';

const hasMoreDigits = (text: string): boolean => text.replace(/^[+-]?0*|\./g, '').length > minimalDigits;

const hasFinerSeconds = (text: string): boolean => /\.\d{4}/.test(text);

/** A time zone can take a moment into another year. */
const isOutsideEra =
  (type: CalendarType) =>
  (text: string): boolean => {
    if (hasFinerSeconds(text)) return true;
    if (/^(?!0001|9999)\d{4}(?!\d)/.test(text) || type === 'time') return false;
    const moment = parseMoment(type, text);
    if (moment === undefined) return false;
    const { local, zone = 0 } = moment;
    const seconds = Number(local.unscaled / 10n ** BigInt(local.scale));
    return [yearAt(seconds), yearAt(seconds - zone * 60)].some(
      (year) => year < minimalYears.first || year > minimalYears.last,
    );
  };

const yearAt = (seconds: number): bigint => dateOf(BigInt(Math.floor(seconds / 86_400)))[0];

const measures: Readonly<Record<string, (text: string) => boolean>> = {
  ...Object.fromEntries(['decimal', ...integerTypes].map((name) => [name, hasMoreDigits])),
  ...Object.fromEntries(calendarTypes.map((type) => [type, isOutsideEra(type)])),
  duration: (text) => hasFinerSeconds(text),
};
