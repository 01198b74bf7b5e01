/** A position in the plane, each coordinate as a plain decimal: digits, at most one point, no exponent. */
export interface Position {
  readonly x: string;
  readonly y: string;
}

/** Whether two positions are the same place, however they are written. */
export const isSamePlace = (one: Position, other: Position): boolean =>
  isSameNumber(one.x, other.x) && isSameNumber(one.y, other.y);

/** A floating-point number tells decimals of fifteen digits apart, and longer ones not always. */
const isSameNumber = (one: string, other: string): boolean =>
  one === other ||
  (Number(one) === Number(other) && (Math.max(one.length, other.length) <= fewDigits || bare(one) === bare(other)));

const fewDigits = 15;

/** Without the noughts that add nothing. */
const bare = (decimal: string): string => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const rest = fraction.replace(/0+$/, '');
  return whole + rest === '' ? '0' : `${sign}${whole}.${rest}`;
};

/** Whether a run of positions ends where it begins, which takes two at least. */
export const isClosed = (positions: readonly Position[]): boolean => {
  const first = positions[0];
  const last = positions.at(-1);
  return first !== undefined && last !== undefined && positions.length > 1 && isSamePlace(first, last);
};

/** Whether two of the positions are different places. */
export const hasExtent = ([first, ...others]: readonly Position[]): boolean =>
  first !== undefined && others.some((one) => !isSamePlace(first, one));

/** The most decimals that a coordinate of these positions is written with. */
export const mostDecimalsIn = (positions: readonly Position[]): number =>
  positions.reduce((most, { x, y }) => Math.max(most, decimalsOf(x), decimalsOf(y)), 0);

const decimalsOf = (coordinate: string): number => {
  const point = coordinate.indexOf('.');
  return point < 0 ? 0 : coordinate.length - point - 1;
};
