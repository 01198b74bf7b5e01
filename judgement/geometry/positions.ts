import type { Position } from './position.ts';

/** Writes a decimal or floating-point number without sign plus, exponent or bare point; undefined when it is no number. */
export const plainDecimal = (token: string): string | undefined => {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(token);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return undefined;
  return (sign === '-' ? '-' : '') + shifted(whole, fraction, Number(exponent));
};

const shifted = (whole: string, fraction: string, exponent: number): string => {
  const point = whole.length + exponent;
  const digits = (whole + fraction).padEnd(point, '0');
  const before = point > 0 ? digits.slice(0, point) : '0';
  const after = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return after === '' ? before : `${before}.${after}`;
};

/** Reads a list of coordinate pairs, as in GML's `posList`; undefined when it holds none, an odd number, or something else. */
export const parsePositions = (text: string): readonly Position[] | undefined => {
  const numbers = text
    .split(/[ \t\r\n]+/)
    .filter((token) => token !== '')
    .map(plainDecimal);
  if (numbers.length === 0 || numbers.length % 2 === 1) return undefined;
  const positions: Position[] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const [x, y] = [numbers[index], numbers[index + 1]];
    if (x === undefined || y === undefined) return undefined;
    positions.push({ x, y });
  }
  return positions;
};
