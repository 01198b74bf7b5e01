/** A position as it was written, with its value in units of a power of ten that all positions of one geometry share. */
export interface Position {
  readonly x: string;
  readonly y: string;
  readonly exactX: bigint;
  readonly exactY: bigint;
}

const number = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/;

/** Longer numbers are no coordinates, and all positions of a geometry would grow with them. */
const longestNumber = 100;

/** A number as it is written, an exponent worked out; undefined for what is none, INF and NaN among them. */
export const decimalIn = (text: string): string | undefined => {
  const [, sign = '', whole = '', fraction = '', exponent] = number.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const plain = exponent === undefined ? text : sign + pointMoved(whole, fraction, Number(exponent));
  return plain.length > longestNumber ? undefined : plain;
};

const pointMoved = (whole: string, fraction: string, by: number): string => {
  if (by < 0) {
    const digits = whole.padStart(1 - by, '0');
    return `${digits.slice(0, by)}.${digits.slice(by)}${fraction}`;
  }
  const digits = fraction.padEnd(by, '0');
  return `${whole}${digits.slice(0, by)}.${digits.slice(by)}`;
};

/** Digits after the point, as written. */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/** Words as pairs of numbers; undefined where there are none, an odd number, or something else among them. */
export const pairsIn = (words: readonly string[]): readonly (readonly [x: string, y: string])[] | undefined => {
  const numbers = words.map(decimalIn).filter((one) => one !== undefined);
  if (words.length === 0 || words.length % 2 === 1 || numbers.length < words.length) return undefined;
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? ''] as const] : []));
};

/** Positions from pairs of decimals, made comparable without rounding. */
export const positions = (pairs: readonly (readonly [x: string, y: string])[]): readonly Position[] => {
  const scale = pairs.reduce((most, [x, y]) => Math.max(most, decimalsOf(x), decimalsOf(y)), 0);
  return pairs.map(([x, y]) => ({ x, y, exactX: scaled(x, scale), exactY: scaled(y, scale) }));
};

const scaled = (text: string, scale: number): bigint => {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const value = BigInt(`0${whole}${fraction.padEnd(scale, '0')}`);
  return sign === '-' ? -value : value;
};

/** Whether two positions are the same place. */
export const samePlace = (one: Position, other: Position): boolean =>
  one.exactX === other.exactX && one.exactY === other.exactY;
