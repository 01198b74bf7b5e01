import { addDecimals, compareDecimals, parseDecimal, wholeDecimal, type Decimal } from './decimal.ts';

/** A point or span on the time line, as its first moment: seconds since 1970-01-01 in its own time zone. */
export interface Moment {
  readonly local: Decimal;
  /** Minutes ahead of UTC; undefined without a time zone. */
  readonly zone: number | undefined;
}

/** The date and time types of part 2, 3.2.7 to 3.2.14. */
export const calendarTypes = [
  ...(['dateTime', 'time', 'date', 'gYearMonth', 'gYear', 'gMonthDay', 'gDay', 'gMonth'] as const),
] as const;
export type CalendarType = (typeof calendarTypes)[number];

const year = '(?<year>-?(?:[1-9]\\d{3,}|0\\d{3}))';
const month = '(?<month>\\d\\d)';
const day = '(?<day>\\d\\d)';
const time = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d(?:\\.\\d+)?)';
const zone = '(?<zone>Z|[+-]\\d\\d:\\d\\d)?';

const forms: Readonly<Record<CalendarType, RegExp>> = {
  dateTime: new RegExp(`^${year}-${month}-${day}T${time}${zone}$`),
  time: new RegExp(`^${time}${zone}$`),
  date: new RegExp(`^${year}-${month}-${day}${zone}$`),
  gYearMonth: new RegExp(`^${year}-${month}${zone}$`),
  gYear: new RegExp(`^${year}${zone}$`),
  gMonthDay: new RegExp(`^--${month}-${day}${zone}$`),
  gDay: new RegExp(`^---${day}${zone}$`),
  gMonth: new RegExp(`^--${month}${zone}$`),
};

/** Reads a value of a date or time type; undefined when it is none. */
export const parseMoment = (type: CalendarType, text: string): Moment | undefined => {
  const parts = forms[type].exec(text)?.groups;
  if (parts === undefined) return undefined;
  // The year that part 2 compares by when there is none must be a leap year, for 29 February.
  const date = [parts['year'] ?? '1972', parts['month'] ?? '01', parts['day'] ?? '01'] as const;
  const days = daysOf(BigInt(date[0]), Number(date[1]), Number(date[2]));
  const seconds = secondsOf(Number(parts['hour'] ?? 0), Number(parts['minute'] ?? 0), parts['second'] ?? '0');
  const offset = zoneOf(parts['zone']);
  if (days === undefined || seconds === undefined || offset === undefined) return undefined;
  return { local: addDecimals(wholeDecimal(days * 86_400n), seconds), zone: offset.minutes };
};

const secondsOf = (hour: number, minute: number, second: string): Decimal | undefined => {
  const endOfDay = hour === 24 && minute === 0 && Number(second) === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || Number(second) >= 60) return undefined;
  const exact = parseDecimal(second);
  return exact === undefined ? undefined : addDecimals(wholeDecimal(BigInt(hour * 3600 + minute * 60)), exact);
};

const zoneOf = (text: string | undefined): { readonly minutes: number | undefined } | undefined => {
  if (text === undefined) return { minutes: undefined };
  if (text === 'Z') return { minutes: 0 };
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (minutes > 59 || hours * 60 + minutes > 840) return undefined;
  return { minutes: (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) };
};

/** Days since 1970-01-01 in the proleptic Gregorian calendar; undefined for a day that is not in it. XSD 1.0 has no year 0. */
export const daysOf = (year: bigint, month: number, day: number): bigint | undefined => {
  if (year === 0n || month < 1 || month > 12 || day < 1) return undefined;
  const counted = year < 0n ? year + 1n : year;
  if (day > daysIn(counted, month)) return undefined;
  const shifted = month <= 2 ? counted - 1n : counted;
  const era = floorDivide(shifted, 400n);
  const yearOfEra = shifted - era * 400n;
  const dayOfYear = BigInt(Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1);
  return era * 146_097n + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear - 719_468n;
};

const daysIn = (year: bigint, month: number): number => {
  const leap = (year % 4n === 0n && year % 100n !== 0n) || year % 400n === 0n;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const floorDivide = (value: bigint, by: bigint): bigint => (value - (((value % by) + by) % by)) / by;

/** The day of a number of days since 1970-01-01, as year, month and day. */
export const dateOf = (days: bigint): readonly [year: bigint, month: number, day: number] => {
  const shifted = days + 719_468n;
  const era = floorDivide(shifted, 146_097n);
  const dayOfEra = Number(shifted - era * 146_097n);
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const counted = BigInt(yearOfEra) + era * 400n + (month <= 2 ? 1n : 0n);
  return [counted <= 0n ? counted - 1n : counted, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1];
};

/** Order of two moments; undefined where a missing time zone leaves it open (part 2, 3.2.7.4). */
export const compareMoments = (one: Moment, other: Moment): number | undefined => {
  if (one.zone !== undefined && other.zone !== undefined) return compareDecimals(universal(one), universal(other));
  if (one.zone === undefined && other.zone === undefined) return compareDecimals(one.local, other.local);
  if (one.zone === undefined) {
    const turned = compareMoments(other, one);
    return turned === undefined ? undefined : -turned;
  }
  const instant = universal(one);
  if (compareDecimals(instant, universal({ ...other, zone: 840 })) < 0) return -1;
  return compareDecimals(instant, universal({ ...other, zone: -840 })) > 0 ? 1 : undefined;
};

/** Tells whether the time zone takes a moment of a recurring type out of its day, month or year: implementations then differ on its order. */
export const leavesPeriod = (type: CalendarType, moment: Moment): boolean => {
  const period = periods[type];
  if (period === undefined || (moment.zone ?? 0) === 0) return false;
  const [local, instant] = [moment.local, universal(moment)].map((one) => dateAt(one).slice(0, period).join());
  return local !== instant;
};

/** How much of a date is the same all through the period in which values of a type recur. */
const periods: Readonly<Partial<Record<CalendarType, number>>> = { time: 3, gDay: 2, gMonthDay: 1, gMonth: 1 };

const dateAt = ({ unscaled, scale }: Decimal): ReturnType<typeof dateOf> =>
  dateOf(floorDivide(unscaled, 86_400n * 10n ** BigInt(scale)));

const universal = ({ local, zone = 0 }: Moment): Decimal => addDecimals(local, wholeDecimal(BigInt(-zone * 60)));

/** Writes a number of days since 1970-01-01 as a date. */
export const formatDay = (days: bigint): string => {
  const [year, month, day] = dateOf(days);
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
};

/** Writes a year with at least four digits. */
export const formatYear = (year: bigint): string =>
  (year < 0n ? '-' : '') + String(year < 0n ? -year : year).padStart(4, '0');

/** Writes a number with two digits. */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');
