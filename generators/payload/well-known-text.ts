import fc from 'fast-check';
import { apart, holeIn, metres, position, ring, type Position, type Ring } from './ring.ts';

const pair = (one: Position): string => `${metres(one.x)} ${metres(one.y)}`;
const row = (positions: readonly Position[]): string => `(${positions.map(pair).join(', ')})`;

/** A POINT in the Netherlands. */
export const point = (): fc.Arbitrary<string> => position().map((one) => `POINT(${pair(one)})`);

/** A LINESTRING that does not cross itself, or a MULTILINESTRING of some. */
export const line = (): fc.Arbitrary<string> =>
  fc
    .array(lineRow(), { minLength: 1, maxLength: 3 })
    .map(([first = '', ...others]) =>
      others.length === 0 ? `LINESTRING${first}` : `MULTILINESTRING(${[first, ...others].join(', ')})`,
    );

/** A ring that is left open is a line that does not cross itself. */
const lineRow = (): fc.Arbitrary<string> => ring().map(({ positions }) => row(positions.slice(0, -1)));

/** A POLYGON, with or without holes, or a MULTIPOLYGON of polygons that lie anywhere but over each other. */
export const polygon = (): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(ring(), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 2 })
    .map((drawn) => apart(drawn.map(([outer]) => outer)).map((outer, index) => polygonRows(outer, drawn[index]?.[1])))
    .map(([first = '', ...others]) =>
      others.length === 0 ? `POLYGON${first}` : `MULTIPOLYGON(${[first, ...others].join(', ')})`,
    );

const polygonRows = (outer: Ring, holes = 0): string => `(${ringsOf(outer, holes).map(row).join(', ')})`;

const ringsOf = (outer: Ring, holes: number): readonly (readonly Position[])[] => [
  outer.positions,
  ...Array.from({ length: holes }, (_, index) => holeIn(outer, index)),
];
