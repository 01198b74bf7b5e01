import { type Point, turn } from './grid.ts';

/** One step of a run of points. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
  /** Its place in the run, from 0. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
}

/** The steps of a run of points. */
export const segmentsOf = (points: readonly Point[]): readonly Segment[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { from, to, index, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) };
  });

/** Pairs of segments of different groups whose boxes meet: a sweep from left to right, that compares only those that overlap in x. */
export function* closePairs<Of extends Segment>(
  segments: readonly Of[],
  groupOf: (segment: Of) => unknown,
): Generator<readonly [Of, Of]> {
  const active = new Map<unknown, Of[]>();
  for (const current of segments.toSorted((one, other) => one.left - other.left)) {
    const own = groupOf(current);
    for (const [group, others] of active) {
      if (group === own) continue;
      const left = others.filter(({ right }) => right >= current.left);
      if (left.length === 0) active.delete(group);
      else active.set(group, left);
      yield* pairsWith(current, left);
    }
    const known = active.get(own);
    if (known === undefined) active.set(own, [current]);
    else known.push(current);
  }
}

function* pairsWith<Of extends Segment>(one: Of, others: readonly Of[]): Generator<readonly [Of, Of]> {
  for (const other of others) if (overlapInY(one, other)) yield [one, other];
}

const overlapInY = ({ from, to }: Segment, other: Segment): boolean =>
  Math.max(from.y, to.y) >= Math.min(other.from.y, other.to.y) &&
  Math.max(other.from.y, other.to.y) >= Math.min(from.y, to.y);

/** How two segments meet: not at all, across each other, along a stretch, or in one point where one of them ends. */
export const meeting = (one: Segment, other: Segment): 'none' | 'cross' | 'stretch' | Point => {
  const a = turn(one.from, one.to, other.from);
  const b = turn(one.from, one.to, other.to);
  if (a * b > 0) return 'none';
  const c = turn(other.from, other.to, one.from);
  const d = turn(other.from, other.to, one.to);
  if (a * b < 0 && c * d < 0) return 'cross';
  return sharedEnds([
    ...ends(one, other.from, a),
    ...ends(one, other.to, b),
    ...ends(other, one.from, c),
    ...ends(other, one.to, d),
  ]);
};

/** An end of another segment that lies on this one: it makes no turn from it, and is no further than its ends. */
const ends = (segment: Segment, end: Point, turned: number): readonly Point[] =>
  turned === 0 && within(end, segment) ? [end] : [];

const sharedEnds = ([first, ...others]: readonly Point[]): 'none' | 'stretch' | Point => {
  if (first === undefined) return 'none';
  return others.every((point) => isSamePoint(point, first)) ? first : 'stretch';
};

/** Whether two points are the same. */
export const isSamePoint = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;

const within = ({ x, y }: Point, { from, to, left, right }: Segment): boolean =>
  x >= left && x <= right && y >= Math.min(from.y, to.y) && y <= Math.max(from.y, to.y);
