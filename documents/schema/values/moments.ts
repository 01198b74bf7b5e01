import fc from 'fast-check';
import type { Facet } from '#xml/schema/model';
import { dateOf, daysOf, formatDay, formatYear, parseMoment, twoDigits, type CalendarType } from './calendar.ts';
import { parseDuration } from './duration.ts';
import type { Limits } from './limits.ts';
import { isBeyondMinimal, minimalYears } from './minimal.ts';
import { oneOf } from '../one-of.ts';

/** How values of a date or time type are counted, and which ones are made where the type sets no bounds. */
interface Counting {
  readonly usual: readonly [first: number, last: number];
  /** The count of the moment that a number of seconds since 1970-01-01 lies in. */
  readonly countOf: (seconds: bigint) => number;
  readonly format: (count: number) => string;
}

const day = 86_400n;
const floor = (value: bigint, by: bigint): number => Number((value - (((value % by) + by) % by)) / by);
const daysAt = (year: number): number => Number(daysOf(BigInt(year), 1, 1) ?? 0n);
const dateAt = (seconds: bigint) => dateOf(BigInt(floor(seconds, day)));

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');

/** Years counted without a year 0. */
const yearCount = (year: bigint): number => Number(year < 0n ? year + 1n : year);
const yearText = (count: number): string => formatYear(BigInt(count <= 0 ? count - 1 : count));

const countings: Readonly<Record<CalendarType, Counting>> = {
  date: {
    usual: [daysAt(1900), daysAt(2100)],
    countOf: (seconds) => floor(seconds, day),
    format: (count) => formatDay(BigInt(count)),
  },
  dateTime: {
    usual: [daysAt(1900) * 86_400, daysAt(2100) * 86_400],
    countOf: (seconds) => floor(seconds, 1n),
    format: (count) =>
      `${formatDay(BigInt(Math.floor(count / 86_400)))}T${clock(((count % 86_400) + 86_400) % 86_400)}`,
  },
  time: {
    usual: [0, 86_399],
    countOf: (seconds) => ((floor(seconds, 1n) % 86_400) + 86_400) % 86_400,
    format: clock,
  },
  gYear: { usual: [1900, 2100], countOf: (seconds) => yearCount(dateAt(seconds)[0]), format: yearText },
  gYearMonth: {
    usual: [1900 * 12, 2100 * 12],
    countOf: (seconds) => yearCount(dateAt(seconds)[0]) * 12 + dateAt(seconds)[1] - 1,
    format: (count) => `${yearText(Math.floor(count / 12))}-${twoDigits((((count % 12) + 12) % 12) + 1)}`,
  },
  gMonthDay: {
    usual: [daysAt(1972), daysAt(1973) - 1],
    countOf: (seconds) => floor(seconds, day),
    format: (count) => formatDay(BigInt(count)).replace(/^\d+/, '-'),
  },
  gMonth: {
    usual: [1, 12],
    countOf: (seconds) => dateAt(seconds)[1],
    format: (count) => `--${twoDigits(count)}`,
  },
  gDay: { usual: [1, 31], countOf: (seconds) => dateAt(seconds)[2], format: (count) => `---${twoDigits(count)}` },
};

/** Where calendars go wrong: leap days, the first and last year of four digits, years beyond. */
const odd: Readonly<Record<CalendarType, readonly string[]>> = {
  date: [
    '2024-02-29',
    '2000-02-29',
    '9999-12-31',
    '0001-01-01',
    '12024-01-31',
    '-0044-03-15',
    '1969-12-31',
    '2024-12-31Z',
  ],
  dateTime: [
    '2024-02-29T23:59:59.999',
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00',
    '2024-03-31T02:30:00+01:00',
    '2024-01-01T00:00:00.000000001-14:00',
  ],
  time: ['00:00:00', '23:59:59.999', '12:00:00Z', '00:00:00+14:00'],
  gYear: ['0001', '9999', '12024', '-0044', '2024Z'],
  gYearMonth: ['0001-01', '9999-12', '2024-02+01:00'],
  gMonthDay: ['--02-29', '--12-31', '--01-01Z'],
  gMonth: ['--01', '--12', '--02Z'],
  gDay: ['---01', '---31', '---29+02:00'],
};

/** Values of a date or time type within bounds, as text; undefined when there are none. */
export const moments = (
  type: CalendarType,
  { lower, upper }: Limits,
  reach: 'minimal' | 'any',
): fc.Arbitrary<string> | undefined => {
  const { usual, format } = countings[type];
  const [first, last] = reach === 'any' ? [-Infinity, Infinity] : eraOf(type);
  const [lows, highs] = [edges(type, lower), edges(type, upper)];
  const low = lows.length === 0 ? undefined : Math.max(...lows);
  const high = highs.length === 0 ? undefined : Math.min(...highs);
  const width = usual[1] - usual[0];
  const min = Math.max(first, low ?? (high === undefined ? usual[0] : Math.min(usual[0], high - width)));
  const max = Math.min(last, high ?? Math.max(usual[1], min + width));
  if (min > max) return undefined;
  const zone = zoneOf([...lower, ...upper]);
  const counted = oneOf({ arbitrary: fc.integer({ min, max }), weight: 5 }, fc.constantFrom(min, max)).map(format);
  if (zone !== undefined) return counted.map((text) => text + zone);
  if (low !== undefined || high !== undefined) return counted;
  return oneOf({ arbitrary: counted, weight: 6 }, fc.constantFrom(...oddOf(type, reach)), withZone(counted));
};

const oddOf = (type: CalendarType, reach: 'minimal' | 'any'): readonly string[] =>
  odd[type].filter((text) => reach === 'any' || !isBeyondMinimal(type, text));

/** The counts in the years that every processor takes; types without a year lie in one of those. */
const eraOf = (type: CalendarType): readonly [first: number, last: number] => {
  const { first, last } = minimalYears;
  const [start, end] = [BigInt(daysAt(first)) * day, BigInt(daysAt(last + 1)) * day - 1n];
  return hasYear.has(type) ? [countings[type].countOf(start), countings[type].countOf(end)] : [-Infinity, Infinity];
};

const hasYear: ReadonlySet<CalendarType> = new Set(['date', 'dateTime', 'gYear', 'gYearMonth']);

const withZone = (counted: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(counted, fc.constantFrom('Z', '+01:00', '-05:30', '+14:00')).map(([text, zone]) => text + zone);

/** The counts of bounds, those that are exclusive moved inside. */
const edges = (type: CalendarType, facets: readonly Facet[]): readonly number[] =>
  facets.flatMap((facet) => {
    const moment = parseMoment(type, facet.values[0]?.text.trim() ?? '');
    if (moment === undefined) return [];
    const { unscaled, scale } = moment.local;
    const step = facet.kind === 'minExclusive' ? 1 : facet.kind === 'maxExclusive' && scale === 0 ? -1 : 0;
    return [countings[type].countOf(unscaled / 10n ** BigInt(scale)) + step];
  });

/** With a bound in a time zone, values in the same one are surely comparable. */
const zoneOf = (bounds: readonly Facet[]): string | undefined =>
  bounds
    .map((facet) => /(?:Z|[+-]\d\d:\d\d)$/.exec(facet.values[0]?.text.trim() ?? '')?.[0])
    .find((zone) => zone !== undefined);

/** Durations between bounds: of months, of seconds, or of both. */
export const durations = ({ lower, upper }: Limits): fc.Arbitrary<string> => {
  const written = [...lower, ...upper].map((facet) => facet.values[0]?.text.trim() ?? '');
  const parsed = written.flatMap((text) => parseDuration(text) ?? []);
  if (parsed.length === 0)
    return oneOf(
      fc.nat(400).map((days) => `P${String(days)}D`),
      anyDuration(),
    );
  const months = parsed.map((one) => Number(one.months));
  const seconds = parsed.map((one) => Number(one.seconds.unscaled / 10n ** BigInt(one.seconds.scale)));
  return oneOf(
    fc.constantFrom(...written),
    between(months, 12, lower.length > 0).map((count) => signed(count, (text) => `P${text}M`)),
    between(seconds, 86_400, lower.length > 0).map((count) => signed(count, (text) => `PT${text}S`)),
    fc
      .tuple(fc.constantFrom(...months), between(seconds, 86_400, lower.length > 0))
      .map(([count, more]) => signed(count, (text) => `P${text}MT${String(Math.abs(more))}S`)),
  );
};

const between = (ends: readonly number[], width: number, hasLower: boolean): fc.Arbitrary<number> => {
  const [min, max] = [Math.min(...ends), Math.max(...ends)];
  if (min < max) return fc.integer({ min, max });
  return hasLower ? fc.integer({ min, max: min + width }) : fc.integer({ min: max - width, max });
};

const signed = (count: number, format: (text: string) => string): string =>
  (count < 0 ? '-' : '') + format(String(Math.abs(count)));

const anyDuration = (): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), ...[20, 11, 30, 23, 59, 59].map((max) => fc.nat(max)))
    .map(
      ([negative, y, mo, d, h, mi, s]) =>
        `${negative ? '-' : ''}P${[y, mo, d].map((n, i) => `${String(n)}${'YMD'[i] ?? ''}`).join('')}T${[h, mi, s].map((n, i) => `${String(n)}${'HMS'[i] ?? ''}`).join('')}`,
    );
