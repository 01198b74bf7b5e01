import type { SimpleType } from '#xml/schema/model';
import { builtinsOf } from '../../schema/values/atomic.ts';
import { rangeMisses } from '../text/lexical-misses.ts';

/** Texts that are no value of a built-in type, made from one that is. */
type Misspelt = (own: string, type: SimpleType) => readonly string[];

const date = /^(?<year>-?\d{4,})-(?<month>\d\d)-(?<day>\d\d)(?<zone>Z|[+-]\d\d:\d\d)?$/;

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly zone: string;
}

const dated = (own: string, make: (day: Day) => readonly string[]): readonly string[] => {
  const { year, month, day, zone = '' } = date.exec(own)?.groups ?? {};
  return year === undefined || month === undefined || day === undefined ? [] : make({ year, month, day, zone });
};

const misdated =
  (write: (day: Day) => readonly string[]): Misspelt =>
  (own) =>
    dated(own, (day) => write(day).map((one) => `${day.year}-${one}${day.zone}`));

/** Days that no calendar has: those that a lenient one takes for a day of the month after, of no month at all, and in no month. */
export const noDays = {
  'not-a-day': misdated(() => ['02-29', '02-30', '04-31']),
  'not-in-a-month': misdated(({ month }) => [`${month}-32`, `${month}-00`]),
  'not-a-month': misdated(({ day }) => [`13-${day}`, `00-${day}`]),
} as const;

const counted = (year: number, month: string, day: string): string =>
  `${String(year).padStart(4, '0')}-${month}-${day}`;

/** Days that a calendar which counts on takes for the very one that stands there: so far on from the month before, and from the year before. */
export const countedOn = {
  'day-counted-on': (own: string) =>
    dated(own, ({ year, month, day, zone }) => {
      const last = new Date(Date.UTC(Number(year), Number(month) - 1, 0));
      const far = String(last.getUTCDate() + Number(day));
      const before = String(last.getUTCMonth() + 1).padStart(2, '0');
      return Number(year) < 100 ? [] : [counted(last.getUTCFullYear(), before, far) + zone];
    }),
  'month-counted-on': (own: string) =>
    dated(own, ({ year, month, day, zone }) =>
      Number(year) < 100 ? [] : [counted(Number(year) - 1, String(Number(month) + 12), day) + zone],
    ),
} as const;

/** The leap day that 1900 did not have, and that a calendar of every fourth year gives it. */
export const noLeapDay: Misspelt = (own) => dated(own, ({ zone }) => [`1900-02-29${zone}`]);

const notation =
  (write: (day: Day) => string): Misspelt =>
  (own) =>
    dated(own, (day) => [write(day)]);

/** Dates as people and other standards write them. */
export const otherNotations = {
  'day-first': notation(({ year, month, day }) => `${day}-${month}-${year}`),
  'without-hyphens': notation(({ year, month, day }) => `${year}${month}${day}`),
  'with-slashes': notation(({ year, month, day }) => `${year}/${month}/${day}`),
  'without-zeros': notation(({ year, month, day }) => `${year}-${String(Number(month))}-${String(Number(day))}`),
  'without-century': notation(({ year, month, day }) => `${year.slice(2)}-${month}-${day}`),
} as const;

const zoned =
  (zone: string): Misspelt =>
  (own) =>
    dated(own, (day) => (day.zone === '' ? [own + zone] : []));

/** Dates with a time zone: that of the Netherlands, none, and those that lie farthest, where it is another day. */
export const zones = {
  'dutch-zone-added': zoned('+01:00'),
  'utc-added': zoned('Z'),
  'eastmost-zone-added': zoned('+14:00'),
  'westmost-zone-added': zoned('-12:00'),
} as const;

const behind =
  (time: string): Misspelt =>
  (own) =>
    dated(own, () => [own + time]);

/** A date with the time that a platform writes behind it. */
export const timesAdded = {
  'time-added': behind('T00:00:00'),
  'time-in-utc-added': behind('T00:00:00Z'),
  'time-behind-a-space-added': behind(' 00:00'),
} as const;

/** The first number out of the range of a type of whole numbers. */
export const outOfRange: Misspelt = (own, type) => [
  ...builtinsOf(type).flatMap((name) => (rangeMisses[name] ?? []).filter((one) => one !== '0')),
  ...(/^\d+$/.test(own) ? [`-${own}`] : []),
];

/** No number at all, where that is out of the range. */
export const zero: Misspelt = (_, type) =>
  builtinsOf(type).some((name) => rangeMisses[name]?.includes('0') === true) ? ['0'] : [];

const fraction =
  (behind: string): Misspelt =>
  (own) =>
    /^[+-]?\d+$/.test(own) ? [own + behind] : [];

/** Whole numbers with a fraction, most of it none. */
export const fractions = {
  'point-zero-added': fraction('.0'),
  'comma-zero-added': fraction(',0'),
  'half-added': fraction('.5'),
} as const;

/** The Dutch separator in place of the point. */
export const decimalComma: Misspelt = (own) => (/^[+-]?\d*\.\d+$/.test(own) ? [own.replace('.', ',')] : []);

/** The same wherever a text has one. */
export const decimalCommas: Misspelt = (own) => [own.replace(/(?<=\d)\.(?=\d)/g, ',')];

/** A number with an exponent. */
export const exponentAdded: Misspelt = (own) => (/^[+-]?[\d.]+$/.test(own) ? [`${own}E0`, `${own}e0`] : []);
