import { type Touch, touchesOf } from './contacts.ts';
import { onGrid } from './grid.ts';
import { nestingOf } from './nesting.ts';
import { isClosed, type Position } from './position.ts';
import { type Ring, ringOf } from './ring.ts';
import { isSimple } from './simple.ts';

/** The rings of a polygon: its shell, and then its holes. */
export type Polygon = readonly (readonly Position[])[];

/** How polygons lie; undefined where there is nothing to say. */
export interface Lying {
  /** Whether the rings of each lie as those of one polygon: OGC 06-103r4, 6.1.11. */
  readonly areValid: boolean | undefined;
  /** Whether no two of them share more than points: 6.1.14. */
  readonly areApart: boolean | undefined;
}

/** Says how polygons lie, of which each ring must be closed and simple for that. */
export const lyingOf = (polygons: readonly Polygon[]): Lying => {
  const haveHoles = polygons.some(({ length }) => length > 1);
  if (!haveHoles && polygons.length < 2) return unsaid;
  if (!polygons.flat().every((ring) => isClosed(ring) && isSimple(ring))) return unsaid;
  const rings = ringsOf(polygons);
  const each = [...Map.groupBy(rings, ({ polygon }) => polygon).values()];
  if (!each.every(isPolygon)) return { areValid: false, areApart: undefined };
  const areApart = polygons.length < 2 ? undefined : isApart(each);
  return { areValid: haveHoles || undefined, areApart };
};

const unsaid: Lying = { areValid: undefined, areApart: undefined };

const ringsOf = (polygons: readonly Polygon[]): readonly Ring[] => {
  const grid = onGrid(polygons.flat());
  const places = polygons.flatMap((polygon, index) => polygon.map((_, at) => ({ polygon: index, isShell: at === 0 })));
  return grid.flatMap((points, index) => {
    const place = places[index];
    return place === undefined ? [] : [ringOf(points, place)];
  });
};

const isPolygon = (rings: readonly Ring[]): boolean => {
  const [shell, ...holes] = rings;
  if (shell === undefined || holes.length === 0) return true;
  const touches = touchesOf(rings);
  if (touches === undefined || !isOneArea(touches)) return false;
  const nesting = nestingOf(rings, touches);
  return holes.every((hole) => nesting.get(hole)?.has(shell) === true && nesting.get(hole)?.size === 1);
};

/** Rings that touch one after the other around a part cut it off: a polygon is one area. */
const isOneArea = (touches: readonly Touch[]): boolean => {
  const groups = new Map<unknown, unknown>();
  const groupOf = (one: unknown): unknown => {
    let top = one;
    for (let above = groups.get(top); above !== undefined; above = groups.get(top)) {
      groups.set(top, groups.get(above) ?? above);
      top = above;
    }
    return top;
  };
  const links = touches.flatMap(({ one, other, passages: [[, at]] }) =>
    [one, other].map((ring) => ({ ring, point: `${String(at.x)} ${String(at.y)}` })),
  );
  const seen = new Map<Ring, Set<string>>();
  return links.every(({ ring, point }) => {
    const points = seen.get(ring) ?? new Set();
    if (points.has(point)) return true;
    seen.set(ring, points.add(point));
    const [top, other] = [groupOf(ring), groupOf(point)];
    groups.set(top, other);
    return top !== other;
  });
};

const isApart = (polygons: readonly (readonly Ring[])[]): boolean => {
  const rings = polygons.flat();
  const touches = touchesOf(rings);
  if (touches === undefined) return false;
  const nesting = nestingOf(rings, touches);
  return rings.every((ring) => !ring.isShell || isFree(nesting.get(ring) ?? new Set(), polygons));
};

/** Whether a shell that lies in these rings lies in a hole of each polygon whose shell is among them. */
const isFree = (around: ReadonlySet<Ring>, polygons: readonly (readonly Ring[])[]): boolean =>
  [...around].every(
    ({ isShell, polygon }) => !isShell || polygons[polygon]?.some((one) => !one.isShell && around.has(one)),
  );
