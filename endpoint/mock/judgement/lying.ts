import { type Effort, spend } from './effort.ts';
import { isValid, type Polygon } from './jts.ts';
import type { Position } from './position.ts';
import { isClosed, isSimple } from './simple-line.ts';
import { type ViewAttributes, yesNo } from './view-element.ts';

/** How polygons lie, for the view: each its rings, and they among each other; nothing where their rings are none. */
export const lying = (written: readonly Polygon[], effort: Effort): ViewAttributes => {
  const withHoles = written.filter(({ length }) => length > 1);
  if (withHoles.length === 0 && written.length < 2) return {};
  if (!written.flat().every((ring) => isClosed(ring) && isSimple(ring, effort))) return {};
  const areValid = withHoles.every((polygon) => isValid([polygon], effort));
  return {
    geldig: withHoles.length === 0 ? undefined : yesNo(areValid),
    los: written.length < 2 || !areValid ? undefined : yesNo(areApart(written, effort)),
  };
};

const areApart = (polygons: readonly Polygon[], effort: Effort): boolean =>
  neighbours(polygons, effort).every((group) => group.length === 1 || isValid(group, effort));

interface Box {
  readonly left: bigint;
  readonly right: bigint;
  readonly low: bigint;
  readonly high: bigint;
  readonly polygons: readonly Polygon[];
}

/** Polygons whose boxes meet, directly or by others: the rest can't overlap. */
const neighbours = (polygons: readonly Polygon[], effort: Effort): readonly (readonly Polygon[])[] => {
  let groups: readonly Box[] = polygons.map(boxOf);
  for (let before = Infinity; groups.length < before;) {
    before = groups.length;
    groups = joined(groups, effort);
  }
  return groups.map((group) => group.polygons);
};

const joined = (boxes: readonly Box[], effort: Effort): readonly Box[] => {
  const done: Box[] = [];
  let open: Box[] = [];
  for (const box of boxes.toSorted((one, other) => (one.left < other.left ? -1 : 1))) {
    spend(effort, 'comparisons', open.length);
    done.push(...open.filter(({ right }) => right < box.left));
    open = open.filter(({ right }) => right >= box.left);
    const [touched, others] = [open.filter((one) => meet(one, box)), open.filter((one) => !meet(one, box))];
    open = [...others, touched.reduce(around, box)];
  }
  return [...done, ...open];
};

const meet = (one: Box, other: Box): boolean => one.low <= other.high && other.low <= one.high;

const around = (one: Box, other: Box): Box => ({
  left: least(one.left, other.left),
  right: most(one.right, other.right),
  low: least(one.low, other.low),
  high: most(one.high, other.high),
  polygons: [...one.polygons, ...other.polygons],
});

const boxOf = (polygon: Polygon): Box => {
  const [shell = []] = polygon;
  const span = (of: (position: Position) => bigint): readonly [bigint, bigint] =>
    shell
      .map(of)
      .reduce<readonly [bigint, bigint]>(
        ([low, high], value) => [least(low, value), most(high, value)],
        [of(shell[0] ?? nowhere), of(shell[0] ?? nowhere)],
      );
  const [[left, right], [low, high]] = [span(({ exactX }) => exactX), span(({ exactY }) => exactY)];
  return { left, right, low, high, polygons: [polygon] };
};

const nowhere: Position = { x: '0', y: '0', exactX: 0n, exactY: 0n };

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);
