import type { Touch } from './contacts.ts';
import { turn } from './grid.ts';
import { leadsInside, leastOf, type Ring, type RingSegment, ringSegments } from './ring.ts';

/** The rings in which each ring lies. */
export type Nesting = ReadonlyMap<Ring, ReadonlySet<Ring>>;

/** Finds how rings lie that touch at most in points: by such a point, or else by a corner of each. */
export const nestingOf = (rings: readonly Ring[], touches: readonly Touch[]): Nesting => {
  const nesting = ringsAround(rings);
  const note = (inner: Ring, outer: Ring, isInside: boolean): void => {
    if (isInside) nesting.get(inner)?.add(outer);
    else nesting.get(inner)?.delete(outer);
  };
  for (const { one, other, passages } of touches) {
    note(one, other, leadsInside(passages[1], passages[0][0]));
    note(other, one, leadsInside(passages[0], passages[1][0]));
  }
  return nesting;
};

/** For the leftmost corner of each ring, the rings around it: those with an odd number of segments below it. */
const ringsAround = (rings: readonly Ring[]): ReadonlyMap<Ring, Set<Ring>> => {
  const segments = ringSegments(rings).toSorted((one, other) => one.left - other.left);
  const corners = rings
    .map((ring) => ({ ring, corner: ring.points[leastOf(ring.points)] ?? { x: 0, y: 0 } }))
    .toSorted((one, other) => one.corner.x - other.corner.x);
  const found = new Map<Ring, Set<Ring>>();
  let active: RingSegment[] = [];
  let next = 0;
  for (const { ring, corner } of corners) {
    for (let segment = segments[next]; segment !== undefined && segment.left <= corner.x; segment = segments[next]) {
      active.push(segment);
      next += 1;
    }
    active = active.filter(({ right }) => right > corner.x);
    found.set(ring, oddOnes(active.filter((one) => one.ring !== ring && isBelow(one, corner))));
  }
  return found;
};

const oddOnes = (segments: readonly RingSegment[]): Set<Ring> => {
  const odd = new Set<Ring>();
  for (const { ring } of segments) if (!odd.delete(ring)) odd.add(ring);
  return odd;
};

/** Whether a segment runs below a point that lies between its ends. */
const isBelow = ({ from, to }: RingSegment, point: RingSegment['from']): boolean =>
  (from.x < to.x ? turn(from, to, point) : turn(to, from, point)) > 0;
