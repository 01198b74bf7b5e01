/** A position as it was written, with its value in units of a power of ten that all positions of one geometry share. */
export interface Position {
  readonly x: string;
  readonly y: string;
  readonly exactX: bigint;
  readonly exactY: bigint;
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Longer numbers are no coordinates, and all positions of a geometry would grow with them. */
const longestNumber = 100;

/** Whether a text is a plain decimal number. */
export const isDecimal = (text: string): boolean => text.length <= longestNumber && decimal.test(text);

/** Digits after the point, as written. */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
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
