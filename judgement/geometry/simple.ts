import { onGrid, type Point, turn } from './grid.ts';
import { isClosed, type Position } from './position.ts';
import { isSamePoint, meeting, type Segment, segmentsOf } from './segments.ts';
import { anyMeet } from './sweep.ts';

/**
 * Whether a ring or line is simple (OGC 06-103r4, 6.1.7): no two segments meet, but neighbours in the position they share.
 * Positions that repeat the one before count once.
 */
export const isSimple = (positions: readonly Position[]): boolean => {
  const [run = []] = onGrid([positions]);
  const points = run.filter((point, index) => index === 0 || !isSamePoint(point, run[index - 1] ?? point));
  const closed = isClosed(positions);
  if (points.length < (closed ? 4 : 2)) return !closed;
  if (comesAgain(closed ? points.slice(1) : points)) return false;
  const segments = segmentsOf(points);
  const chain = { closed, last: segments.length - 1 };
  return !anyMeet(segments, (one, other) => meetWrongly(one, other, chain));
};

/** Whether a point comes more than once. */
const comesAgain = (points: readonly Point[]): boolean =>
  new Set(points.map(({ x, y }) => `${String(x)} ${String(y)}`)).size < points.length;

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
  return meeting(earlier, later) !== 'none';
};

/** Neighbours share `first.to`; they meet elsewhere only when the second runs back over the first. */
const foldsBack = (first: Segment, second: Segment): boolean =>
  turn(first.from, first.to, second.to) === 0 && sameDirection(first, second.to);

const sameDirection = ({ from, to }: Segment, end: Point): boolean =>
  Math.sign(from.x - to.x) === Math.sign(end.x - to.x) && Math.sign(from.y - to.y) === Math.sign(end.y - to.y);
