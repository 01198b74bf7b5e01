import { compareMoments, type CalendarType, type Moment } from './calendar.ts';
import { compareDecimals, type Decimal } from './decimal.ts';
import { compareDurations, type Duration } from './duration.ts';

/** An atomic value as part 2 compares it. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'decimal'; readonly decimal: Decimal }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'moment'; readonly type: CalendarType; readonly moment: Moment }
  | { readonly kind: 'bytes'; readonly hex: string }
  | { readonly kind: 'name'; readonly key: string };

/** Order of two values; undefined when there is none. */
export const compareValues = (one: Value, other: Value): number | undefined => {
  if (one.kind === 'decimal' && other.kind === 'decimal') return compareDecimals(one.decimal, other.decimal);
  if (one.kind === 'number' && other.kind === 'number') return compareNumbers(one.number, other.number);
  if (one.kind === 'duration' && other.kind === 'duration') return compareDurations(one.duration, other.duration);
  if (one.kind === 'moment' && other.kind === 'moment') return compareMoments(one.moment, other.moment);
  return undefined;
};

/** NaN equals itself and is more than INF (part 2, 3.2.4.1). */
const compareNumbers = (one: number, other: number): number | undefined => {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other) ? 0 : undefined;
  return Math.sign(one - other) || (one === other ? 0 : one < other ? -1 : 1);
};

/** Tells whether two values are the same. */
export const sameValue = (one: Value, other: Value): boolean => {
  if (one.kind === 'text' && other.kind === 'text') return one.text === other.text;
  if (one.kind === 'boolean' && other.kind === 'boolean') return one.value === other.value;
  if (one.kind === 'bytes' && other.kind === 'bytes') return one.hex === other.hex;
  if (one.kind === 'name' && other.kind === 'name') return one.key === other.key;
  return compareValues(one, other) === 0;
};

/** How many characters a text has, one beyond 16 bits counted once. */
export const charactersIn = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

/** Length as the facets of part 2, 4.3.1 count it: characters or octets; undefined where they do not apply. */
export const lengthOf = (value: Value): number | undefined => {
  if (value.kind === 'text') return charactersIn(value.text);
  return value.kind === 'bytes' ? value.hex.length / 2 : undefined;
};
