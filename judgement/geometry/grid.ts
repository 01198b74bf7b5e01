import { isSamePlace, mostDecimalsIn, type Position } from './position.ts';

/** A position in whole units of a power of ten, so that the sign of an area is exact. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** As many as fit in a number wherever a coordinate is. */
const fewDecimals = 6;
/** Far past every coordinate in use, and no larger than a number holds exactly. */
const edge = 2 ** 52;

/**
 * Runs of positions on one grid, those that repeat the one before left out; of more than six decimals as many count as fit in a
 * number over the whole extent: ten for all of the Netherlands, twelve for a kilometre.
 * They are mirrored in x = y where a sweep from left to right then meets fewer segments side by side.
 */
export const onGrid = (runs: readonly (readonly Position[])[]): readonly (readonly Point[])[] => {
  const decimals = runs.reduce((most, run) => Math.max(most, mostDecimalsIn(run)), 0);
  const bare = runs.map(withoutRepeats);
  const points = decimals > fewDecimals ? fromFirst(bare, decimals) : fromZero(bare, 10 ** decimals);
  return overlaps(points, 'x') > overlaps(points, 'y')
    ? points.map((run) => run.map(({ x, y }) => ({ x: y, y: x })))
    : points;
};

const fromZero = (runs: readonly (readonly Position[])[], scale: number): readonly (readonly Point[])[] => {
  const whole = (coordinate: string): number => Math.max(-edge, Math.min(edge, Math.round(Number(coordinate) * scale)));
  return runs.map((run) => run.map(({ x, y }) => ({ x: whole(x), y: whole(y) })));
};

/** Counted from the first position, since numbers of many decimals are exact near to it alone. */
const fromFirst = (runs: readonly (readonly Position[])[], decimals: number): readonly (readonly Point[])[] => {
  const units = runs.map((run) => run.map(({ x, y }) => ({ x: unitsOf(x, decimals), y: unitsOf(y, decimals) })));
  const [origin = { x: 0n, y: 0n }] = units.flat();
  const offsets = units.map((run) => run.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y })));
  const furthest = offsets.flat().reduce((most, { x, y }) => larger(most, larger(sizeOf(x), sizeOf(y))), 0n);
  let step = 1n;
  while (furthest / step > BigInt(edge)) step *= 10n;
  const rounded = (value: bigint): number => Number((value + (value < 0n ? -step : step) / 2n) / step);
  return offsets.map((run) => run.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })));
};

const unitsOf = (coordinate: string, decimals: number): bigint => {
  const [whole = '', fraction = ''] = coordinate.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
};

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

const withoutRepeats = (positions: readonly Position[]): readonly Position[] =>
  positions.filter((one, index) => index === 0 || !isSamePlace(one, positions[index - 1] ?? one));

/** How many segments lie side by side along an axis, on average: the steps along it over its length. */
const overlaps = (runs: readonly (readonly Point[])[], axis: keyof Point): number => {
  let [least, most, steps] = [Infinity, -Infinity, 0];
  for (const run of runs)
    for (const [index, point] of run.entries()) {
      const value = point[axis];
      [least, most] = [Math.min(least, value), Math.max(most, value)];
      steps += Math.abs(value - (run[index - 1] ?? point)[axis]);
    }
  return most > least ? steps / (most - least) : 0;
};

/** Which way a path turns at `via`: 1 left, -1 right, 0 straight on or back; exact for whole numbers of any size. */
export const turn = (from: Point, via: Point, to: Point): number => {
  const one = (via.x - from.x) * (to.y - from.y);
  const other = (via.y - from.y) * (to.x - from.x);
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return Math.sign(one - other);
  const area = exact(via.x, from.x) * exact(to.y, from.y) - exact(via.y, from.y) * exact(to.x, from.x);
  return area === 0n ? 0 : area > 0n ? 1 : -1;
};

const exact = (one: number, other: number): bigint => BigInt(one) - BigInt(other);
