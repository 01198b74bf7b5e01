import fc from 'fast-check';

/** A place in RD (EPSG:28992), in whole millimetres so that no sum is rounded twice. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Places on land, in metres, so that what is near them lies in the Netherlands. */
const anchors: readonly (readonly [number, number])[] = [
  [155000, 463000],
  [136000, 456000],
  [121000, 487000],
  [92000, 437000],
  [81000, 455000],
  [233000, 582000],
  [176000, 318000],
  [190000, 444000],
  [202000, 503000],
  [182000, 579000],
  [32000, 391000],
  [161000, 383000],
  [258000, 471000],
  [112000, 400000],
];

/** A place in the Netherlands, on land. */
export const position = (): fc.Arbitrary<Position> =>
  fc
    .tuple(fc.constantFrom(...anchors), fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 2_000_000 }))
    .map(([[x, y], east, north]) => ({ x: x * 1000 + east, y: y * 1000 + north }));

/** A closed ring, counter-clockwise, that does not cross itself: every corner is seen from its middle. */
export interface Ring {
  readonly middle: Position;
  /** The last equals the first. */
  readonly positions: readonly Position[];
  /** Around the middle, in millimetres, everything within this radius lies inside the ring. */
  readonly inner: number;
}

const spokes = 8;

/** A ring of three, four or eight corners, between 20 and 95 metres from its middle. */
export const ring = (): fc.Arbitrary<Ring> =>
  fc
    .tuple(position(), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 ** (4 * spokes - 1) - 1 }))
    .map(([middle, shape, radii]) =>
      ringAround(
        middle,
        radiiOf(radii).filter((_, index) => chosen(shape, index)),
      ),
    );

/** Eight radii in one number, four bits each, so that a ring is drawn at once. */
const radiiOf = (bits: number): readonly number[] =>
  Array.from({ length: spokes }, (_, index) => 20_000 + 5000 * ((bits >>> (4 * index)) & 15));

/** Every spoke, every other one, or three of them. */
const chosen = (shape: number, index: number): boolean => {
  if (shape === 2) return true;
  return shape === 1 ? index % 2 === 0 : index === 0 || index === 3 || index === 6;
};

/** The ring with one corner on each radius, at equal angles. */
const ringAround = (middle: Position, lengths: readonly number[]): Ring => {
  const corners = lengths.map((length, index) => at(middle, length, (2 * Math.PI * index) / lengths.length));
  const nearest = Math.min(...lengths);
  const inner = Math.floor((nearest * Math.cos(Math.PI / lengths.length)) / 2);
  return { middle, positions: close(corners), inner };
};

const at = (middle: Position, length: number, angle: number): Position => ({
  x: middle.x + Math.round(length * Math.cos(angle)),
  y: middle.y + Math.round(length * Math.sin(angle)),
});

const close = (corners: readonly Position[]): readonly Position[] => [...corners, ...corners.slice(0, 1)];

/** A small triangle within a ring, clockwise; eight stand in a circle, the next eight in a smaller one, and so on. */
export const holeIn = (outer: Ring, index: number): readonly Position[] => {
  const inner = outer.inner * 0.6 ** Math.floor(index / spokes);
  const centre = at(outer.middle, Math.floor(inner * 0.6), (2 * Math.PI * (index % spokes)) / spokes);
  const size = Math.max(2, Math.floor(inner * 0.1));
  return close([0, 2, 1].map((corner) => at(centre, size, (2 * Math.PI * corner) / 3)));
};

/** No ring reaches further from its middle than half of this. */
const reach = 200_000;

/** Rings that overlap none of those before them: one that might is moved to the east of them all. */
export const apart = (rings: readonly Ring[]): readonly Ring[] =>
  rings.reduce<readonly Ring[]>((placed, one) => [...placed, placed.some(isNear(one)) ? eastOf(placed, one) : one], []);

const isNear =
  ({ middle }: Ring) =>
  (other: Ring): boolean =>
    Math.abs(middle.x - other.middle.x) < reach && Math.abs(middle.y - other.middle.y) < reach;

const eastOf = (placed: readonly Ring[], { middle, positions, inner }: Ring): Ring => {
  const rows = placed.filter((other) => Math.abs(middle.y - other.middle.y) < reach);
  const east = Math.max(...rows.map((other) => other.middle.x)) + reach - middle.x;
  return {
    middle: { x: middle.x + east, y: middle.y },
    positions: positions.map(({ x, y }) => ({ x: x + east, y })),
    inner,
  };
};

/** Millimetres as metres: no more decimals than needed, or exactly as many as asked for. */
export const metres = (millimetres: number, decimals?: number): string => {
  if (decimals !== undefined) return (millimetres / 1000).toFixed(decimals);
  return String(millimetres / 1000);
};
