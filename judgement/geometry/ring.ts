import { type Point, turn } from './grid.ts';
import { isSamePoint, type Segment, segmentsOf } from './segments.ts';

/** A simple ring on a grid, counter-clockwise, the first point repeated as the last. */
export interface Ring {
  readonly points: readonly Point[];
  /** Which polygon of the geometry it belongs to. */
  readonly polygon: number;
  readonly isShell: boolean;
}

/** A segment with its ring. */
export interface RingSegment extends Segment {
  readonly ring: Ring;
}

/** A ring from the points of a simple one in either direction. */
export const ringOf = (points: readonly Point[], place: Omit<Ring, 'points'>): Ring => {
  const least = leastOf(points);
  const [before, at, after] = around(points, least);
  return { ...place, points: turn(before, at, after) > 0 ? points : points.toReversed() };
};

/** The leftmost point, the lowest of several: a ring is never straight there. */
export const leastOf = (points: readonly Point[]): number =>
  points.reduce((least, point, index) => (isBefore(point, points[least] ?? point) ? index : least), 0);

const isBefore = (one: Point, other: Point): boolean => one.x < other.x || (one.x === other.x && one.y < other.y);

/** The segments of rings, each with its own. */
export const ringSegments = (rings: readonly Ring[]): readonly RingSegment[] =>
  rings.flatMap((ring) => segmentsOf(ring.points).map((segment) => ({ ...segment, ring })));

/** A point of a ring, between those before and after it. */
export type Passage = readonly [before: Point, at: Point, after: Point];

/** How a ring passes a point of one of its segments. */
export const passageAt = ({ ring: { points }, from, to, index }: RingSegment, at: Point): Passage => {
  if (isSamePoint(at, from)) return around(points, index);
  return isSamePoint(at, to) ? around(points, index + 1) : [from, at, to];
};

const around = (points: readonly Point[], index: number): Passage => {
  const count = points.length - 1;
  const at = (place: number): Point => points[(place + count) % count] ?? { x: 0, y: 0 };
  return [at(index - 1), at(index), at(index + 1)];
};

/** Whether a direction from a point of a ring leads into the ring; it runs along neither of its two segments there. */
export const leadsInside = ([before, at, after]: Passage, towards: Point): boolean => {
  const corner = turn(at, after, before);
  const [left, right] = [turn(at, after, towards), turn(at, towards, before)];
  if (corner === 0) return left > 0;
  return corner > 0 ? left > 0 && right > 0 : left > 0 || right > 0;
};
