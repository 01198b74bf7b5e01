import { createRequire } from 'node:module';
import type Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import type GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import type IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { type Effort, spend } from './effort.ts';
import type { Position } from './position.ts';

/** The shell of a polygon, and its holes: each closed and simple. */
export type Polygon = readonly (readonly Position[])[];

interface Jts {
  readonly Coordinate: typeof Coordinate;
  readonly GeometryFactory: typeof GeometryFactory;
  readonly IsValidOp: typeof IsValidOp;
}

const load = createRequire(import.meta.url);
const part = (name: string): unknown => (load(`jsts/org/locationtech/jts/${name}.js`) as { default: unknown }).default;

let loaded: Jts | undefined;

/** Loads JTS, which the first polygon with holes does: it takes as long as a hundred deliveries. Where no module can be loaded later on, it comes first. */
export const loadJts = (): Jts =>
  (loaded ??= {
    Coordinate: part('geom/Coordinate'),
    GeometryFactory: part('geom/GeometryFactory'),
    IsValidOp: part('operation/valid/IsValidOp'),
  } as Jts);

/** What a position costs, in comparisons of two segments. */
const perPosition = 40;

/** Whether polygons are a valid polygon or multipolygon by the JTS Topology Suite; throws `TooMuchWork` before it takes long. */
export const isValid = (polygons: readonly Polygon[], effort: Effort): boolean => {
  const rings = polygons.flat();
  const all = rings.flat();
  spend(effort, 'comparisons', all.length * (perPosition + polygons.length) + sideBySide(rings));
  const { Coordinate: At, GeometryFactory: Factory, IsValidOp: Valid } = loadJts();
  const factory = new Factory();
  const [first] = all;
  const ring = (line: readonly Position[]): unknown =>
    factory.createLinearRing(
      line.map((one) => new At(from(first?.exactX, one.exactX), from(first?.exactY, one.exactY))),
    );
  const made = polygons.map(([shell = [], ...holes]): unknown => factory.createPolygon(ring(shell), holes.map(ring)));
  return new Valid(made.length === 1 ? made[0] : factory.createMultiPolygon(made)).isValid();
};

/** Whole numbers near the first position, so that a floating-point number holds each exactly. */
const from = (origin: bigint | undefined, value: bigint): number => Number(value - (origin ?? 0n));

/** How many pairs of segments overlap in x: more than that are not compared. */
const sideBySide = (rings: readonly (readonly Position[])[]): number => {
  const spans = rings.flatMap((ring) =>
    ring.slice(1).map(({ exactX: to }, index) => {
      const start = ring[index]?.exactX ?? to;
      return start < to ? { left: start, right: to } : { left: to, right: start };
    }),
  );
  const lefts = spans.map(({ left }) => left).toSorted(compare);
  const rights = spans.map(({ right }) => right).toSorted(compare);
  let [ended, pairs] = [0, 0];
  for (const [begun, left] of lefts.entries()) {
    while ((rights[ended] ?? left) < left) ended += 1;
    pairs += begun - ended;
  }
  return pairs;
};

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);
