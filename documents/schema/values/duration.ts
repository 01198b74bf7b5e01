import { addDecimals, compareDecimals, parseDecimal, wholeDecimal, type Decimal } from './decimal.ts';
import { daysOf } from './calendar.ts';

/** A duration as months and seconds (part 2, 3.2.6). */
export interface Duration {
  readonly months: bigint;
  readonly seconds: Decimal;
}

const form =
  /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?|\.\d+)S)?)?$/;

/** Reads a duration; undefined when it is none. */
export const parseDuration = (text: string): Duration | undefined => {
  const parts = form.exec(text);
  if (parts === null || text.length > 2000) return undefined;
  const sign = parts[1] === '-' ? -1n : 1n;
  const [years, months, days, hours, minutes] = [2, 3, 4, 5, 6].map((index) => BigInt(parts[index] ?? 0));
  const whole = (days ?? 0n) * 86_400n + (hours ?? 0n) * 3600n + (minutes ?? 0n) * 60n;
  const seconds = addDecimals(wholeDecimal(whole), parseDecimal(parts[7] ?? '0') ?? wholeDecimal(0n));
  return {
    months: sign * ((years ?? 0n) * 12n + (months ?? 0n)),
    seconds: { ...seconds, unscaled: sign * seconds.unscaled },
  };
};

/** The four dates that decide the order of durations (part 2, 3.2.6.2). */
const anchors = [
  [1696n, 9],
  [1697n, 2],
  [1903n, 3],
  [1903n, 7],
] as const;

/** Order of two durations; undefined where it depends on the month they are counted from. */
export const compareDurations = (one: Duration, other: Duration): number | undefined => {
  const orders = anchors.map(([year, month]) => compareDecimals(after(year, month, one), after(year, month, other)));
  return orders.every((order) => order === orders[0]) ? orders[0] : undefined;
};

/** A duration after the first day of a month, in seconds on the time line. */
const after = (year: bigint, month: number, { months, seconds }: Duration): Decimal => {
  const total = year * 12n + BigInt(month - 1) + months;
  const at = ((total % 12n) + 12n) % 12n;
  const counted = (total - at) / 12n;
  const days = daysOf(counted <= 0n ? counted - 1n : counted, Number(at) + 1, 1) ?? 0n;
  return addDecimals(wholeDecimal(days * 86_400n), seconds);
};
