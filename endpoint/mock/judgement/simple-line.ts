import { type Effort, spend } from './effort.ts';
import { samePlace, type Position } from './position.ts';

interface Segment {
  readonly from: Position;
  readonly to: Position;
  readonly index: number;
  readonly left: bigint;
  readonly right: bigint;
}

/** Three different positions and the first again. */
const smallestRing = 4;

/** Whether first and last position are the same place. */
export const isClosed = (line: readonly Position[]): boolean => {
  const [first] = line;
  const last = line.at(-1);
  return line.length > 1 && first !== undefined && last !== undefined && samePlace(first, last);
};

/**
 * Whether a line nowhere meets itself but where neighbours join; a closed one joins at its ends too, and encloses something.
 * Throws `TooMuchWork` when that takes more comparisons than are left.
 */
export const isSimple = (written: readonly Position[], effort: Effort): boolean => {
  const line = withoutRepeats(lyingDown(written));
  const closed = isClosed(written);
  return !(closed && line.length < smallestRing) && !crosses(segmentsOf(line), closed, effort);
};

/** Mirrored in x = y where it is higher than wide: a sweep from left to right then finds fewer segments side by side. */
const lyingDown = (line: readonly Position[]): readonly Position[] =>
  extent(line, ({ exactY }) => exactY) > extent(line, ({ exactX }) => exactX)
    ? line.map((one) => ({ ...one, exactX: one.exactY, exactY: one.exactX }))
    : line;

const extent = (line: readonly Position[], coordinate: (position: Position) => bigint): bigint => {
  const [first] = line;
  let [least, most] = first === undefined ? [0n, 0n] : [coordinate(first), coordinate(first)];
  for (const position of line) {
    const value = coordinate(position);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
};

const withoutRepeats = (line: readonly Position[]): readonly Position[] =>
  line.filter((position, index) => {
    const before = line[index - 1];
    return before === undefined || !samePlace(before, position);
  });

const segmentsOf = (line: readonly Position[]): readonly Segment[] =>
  line.slice(1).flatMap((to, index) => {
    const from = line[index];
    if (from === undefined) return [];
    const [left, right] = from.exactX < to.exactX ? [from.exactX, to.exactX] : [to.exactX, from.exactX];
    return [{ from, to, index, left, right }];
  });

/** A sweep from left to right: only segments that overlap in x are compared. */
const crosses = (segments: readonly Segment[], closed: boolean, effort: Effort): boolean => {
  const last = segments.length - 1;
  const ordered = segments.toSorted((one, other) => compare(one.left, other.left));
  let active: Segment[] = [];
  for (const segment of ordered) {
    spend(effort, 'comparisons', active.length);
    active = active.filter((other) => other.right >= segment.left);
    if (active.some((other) => meetsWrongly(inOrder(segment, other), closed, last))) return true;
    active.push(segment);
  }
  return false;
};

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);

type Pair = readonly [earlier: Segment, later: Segment];

const inOrder = (one: Segment, other: Segment): Pair => (one.index < other.index ? [one, other] : [other, one]);

const meetsWrongly = ([earlier, later]: Pair, closed: boolean, last: number): boolean => {
  const adjacent = later.index === earlier.index + 1;
  const around = closed && earlier.index === 0 && later.index === last;
  if (adjacent) return foldsBack(earlier.from, earlier.to, later.to);
  if (around) return foldsBack(later.from, later.to, earlier.to);
  return meet(earlier, later);
};

/** Two neighbours share more than their joint when the second goes back over the first. */
const foldsBack = (from: Position, joint: Position, to: Position): boolean =>
  side(from, joint, to) === 0 &&
  (from.exactX - joint.exactX) * (to.exactX - joint.exactX) +
    (from.exactY - joint.exactY) * (to.exactY - joint.exactY) >
    0n;

const meet = (one: Segment, other: Segment): boolean => {
  if (apart(one, other)) return false;
  const [a, b, c, d] = [one.from, one.to, other.from, other.to];
  const [sideC, sideD, sideA, sideB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (sideC * sideD < 0 && sideA * sideB < 0) return true;
  return (
    (sideC === 0 && within(a, b, c)) ||
    (sideD === 0 && within(a, b, d)) ||
    (sideA === 0 && within(c, d, a)) ||
    (sideB === 0 && within(c, d, b))
  );
};

const apart = (one: Segment, other: Segment): boolean =>
  (above(one, other.from) && above(one, other.to)) || (above(other, one.from) && above(other, one.to));

const above = ({ from, to }: Segment, { exactY }: Position): boolean => from.exactY < exactY && to.exactY < exactY;

/** On which side of the line from a to b a position lies: -1, 0 on it, 1. */
const side = (a: Position, b: Position, position: Position): number =>
  compare((b.exactX - a.exactX) * (position.exactY - a.exactY), (b.exactY - a.exactY) * (position.exactX - a.exactX));

const within = (a: Position, b: Position, position: Position): boolean =>
  between(a.exactX, position.exactX, b.exactX) && between(a.exactY, position.exactY, b.exactY);

const between = (one: bigint, value: bigint, other: bigint): boolean =>
  one < other ? one <= value && value <= other : other <= value && value <= one;
