import type { Segment } from './segments.ts';
import { type Point, turn } from './grid.ts';

/** A segment from its left end to its right one, the lower one first where it is upright. */
interface Directed {
  readonly start: Point;
  readonly end: Point;
  readonly segment: Segment;
}

/**
 * Whether two segments meet, of those that a line from left to right meets side by side (Shamos and Hoey, 1976): it takes n log n turns.
 * `meet` says it of two. None of the segments is a point, and where one ends and another begins they don't count as meeting.
 */
export const anyMeet = (segments: readonly Segment[], meet: (one: Segment, other: Segment) => boolean): boolean => {
  const directed = segments.map(directedOf);
  const starts = directed.toSorted((one, other) => inOrder(one.start, other.start));
  const ends = directed.toSorted((one, other) => inOrder(one.end, other.end));
  /** From below to above. */
  const active: Directed[] = [];
  const areMeeting = (one: Directed | undefined, other: Directed | undefined): boolean =>
    one !== undefined && other !== undefined && meet(one.segment, other.segment);
  let ended = 0;
  for (const one of starts) {
    for (let last = ends[ended]; last !== undefined && inOrder(last.end, one.start) <= 0; last = ends[ended]) {
      ended += 1;
      const at = indexOf(active, last);
      active.splice(at, 1);
      if (areMeeting(active[at - 1], active[at])) return true;
    }
    const at = placeFor(active, one);
    if (areMeeting(active[at - 1], one) || areMeeting(one, active[at])) return true;
    active.splice(at, 0, one);
  }
  return ends.slice(ended).some((last) => {
    const at = indexOf(active, last);
    active.splice(at, 1);
    return areMeeting(active[at - 1], active[at]);
  });
};

const directedOf = (segment: Segment): Directed => {
  const { from, to } = segment;
  return inOrder(from, to) < 0 ? { start: from, end: to, segment } : { start: to, end: from, segment };
};

/** From left to right, and upwards where that is the same. */
const inOrder = (one: Point, other: Point): number => one.x - other.x || one.y - other.y;

/** How many of the active segments lie below one that begins; those that meet it there stand next to its place. */
const placeFor = (active: readonly Directed[], { start, end }: Directed): number =>
  countWhile(active, (other) => {
    const side = turn(other.start, other.end, start);
    return side > 0 || (side === 0 && turn(other.start, other.end, end) > 0);
  });

const indexOf = (active: readonly Directed[], one: Directed): number => {
  const near = countWhile(active, (other) => turn(other.start, other.end, one.end) > 0);
  const found = active.slice(near, near + 2).indexOf(one);
  return found < 0 ? active.indexOf(one) : near + found;
};

/** How many come first for which something holds, where it holds for all before others. */
const countWhile = (active: readonly Directed[], isBelow: (one: Directed) => boolean): number => {
  let [low, high] = [0, active.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = active[middle];
    if (one !== undefined && isBelow(one)) low = middle + 1;
    else high = middle;
  }
  return low;
};
