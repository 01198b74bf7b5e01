/** A position in the plane, each coordinate as a plain decimal: digits, at most one point, no exponent. */
export interface Position {
  readonly x: string;
  readonly y: string;
}

/** Whether a run of positions ends where it begins, which takes two at least. */
export const isClosed = (positions: readonly Position[]): boolean => {
  const first = positions[0];
  const last = positions.at(-1);
  return first !== undefined && last !== undefined && positions.length > 1 && same(first, last);
};

const same = (one: Position, other: Position): boolean =>
  Number(one.x) === Number(other.x) && Number(one.y) === Number(other.y);

/**
 * Whether a ring or line is simple (OGC 06-103r4, 6.1.7): no two segments meet, but neighbours in the position they share.
 * Positions that repeat the one before count once.
 */
export const isSimple = (positions: readonly Position[]): boolean => {
  const points = toGrid(positions.filter((one, index) => index === 0 || !same(one, positions[index - 1] ?? one)));
  const closed = isClosed(positions);
  if (points.length < (closed ? 4 : 2)) return !closed;
  const segments = points.slice(1).map((to, index): Segment => segment(points[index] ?? to, to, index));
  return !anyMeeting(segments, closed);
};

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
  readonly index: number;
  readonly left: number;
  readonly right: number;
}

const segment = (from: Point, to: Point, index: number): Segment => ({
  from,
  to,
  index,
  left: Math.min(from.x, to.x),
  right: Math.max(from.x, to.x),
});

const mostDecimals = 6;
/** Far past every coordinate in use, and no larger than a number holds exactly. */
const edge = 2 ** 52;

/** Whole numbers make the sign of an area exact; more than six decimals are rounded to a micrometre. */
const toGrid = (positions: readonly Position[]): readonly Point[] => {
  const scale = 10 ** Math.min(mostDecimals, mostDecimalsIn(positions));
  const onGrid = (coordinate: string): number =>
    Math.max(-edge, Math.min(edge, Math.round(Number(coordinate) * scale)));
  return positions.map(({ x, y }) => ({ x: onGrid(x), y: onGrid(y) }));
};

/** The most decimals that a coordinate of these positions is written with. */
export const mostDecimalsIn = (positions: readonly Position[]): number =>
  positions.reduce((most, { x, y }) => Math.max(most, decimalsOf(x), decimalsOf(y)), 0);

const decimalsOf = (coordinate: string): number => {
  const point = coordinate.indexOf('.');
  return point < 0 ? 0 : coordinate.length - point - 1;
};

/** Goes through the segments from left to right and compares only those that overlap in x. */
const anyMeeting = (segments: readonly Segment[], closed: boolean): boolean => {
  const sorted = segments.toSorted((one, other) => one.left - other.left);
  let active: Segment[] = [];
  for (const current of sorted) {
    active = active.filter(({ right }) => right >= current.left);
    if (active.some((other) => meetWrongly(current, other, { closed, last: segments.length - 1 }))) return true;
    active.push(current);
  }
  return false;
};

interface Chain {
  readonly closed: boolean;
  readonly last: number;
}

const meetWrongly = (one: Segment, other: Segment, chain: Chain): boolean => {
  const [earlier, later] = one.index < other.index ? [one, other] : [other, one];
  const wraps = chain.closed && earlier.index === 0 && later.index === chain.last;
  if (later.index - earlier.index === 1 || wraps) {
    return wraps ? foldsBack(later, earlier) : foldsBack(earlier, later);
  }
  return meet(earlier, later);
};

/** Neighbours share `first.to`; they meet elsewhere only when the second runs back over the first. */
const foldsBack = (first: Segment, second: Segment): boolean =>
  turn(first.from, first.to, second.to) === 0 && sameDirection(first, second.to);

const sameDirection = ({ from, to }: Segment, end: Point): boolean =>
  Math.sign(from.x - to.x) === Math.sign(end.x - to.x) && Math.sign(from.y - to.y) === Math.sign(end.y - to.y);

const meet = (one: Segment, other: Segment): boolean => {
  const a = turn(one.from, one.to, other.from);
  const b = turn(one.from, one.to, other.to);
  const c = turn(other.from, other.to, one.from);
  const d = turn(other.from, other.to, one.to);
  if (a * b < 0 && c * d < 0) return true;
  const touches = [
    a === 0 && within(other.from, one),
    b === 0 && within(other.to, one),
    c === 0 && within(one.from, other),
    d === 0 && within(one.to, other),
  ];
  return touches.includes(true);
};

const within = ({ x, y }: Point, { from, to, left, right }: Segment): boolean =>
  x >= left && x <= right && y >= Math.min(from.y, to.y) && y <= Math.max(from.y, to.y);

/** Which way a path turns at `via`: 1 left, -1 right, 0 straight on or back; exact for whole numbers of any size. */
const turn = (from: Point, via: Point, to: Point): number => {
  const one = (via.x - from.x) * (to.y - from.y);
  const other = (via.y - from.y) * (to.x - from.x);
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return Math.sign(one - other);
  const area = exact(via.x, from.x) * exact(to.y, from.y) - exact(via.y, from.y) * exact(to.x, from.x);
  return area === 0n ? 0 : area > 0n ? 1 : -1;
};

const exact = (one: number, other: number): bigint => BigInt(one) - BigInt(other);
