import fc from 'fast-check';

type Corner = readonly [x: number, y: number];

/** Polygons on a sheet of few squares, so that rings touch, cross and cover each other often; each a list of rings. */
export const drawnOnGrid = (): fc.Arbitrary<readonly (readonly (readonly Corner[])[])[]> =>
  fc.integer({ min: 4, max: 12 }).chain((side) => fc.array(polygonOn(side), { minLength: 1, maxLength: 3 }));

const polygonOn = (side: number): fc.Arbitrary<readonly (readonly Corner[])[]> => {
  const square: readonly Corner[] = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
    [0, 0],
  ];
  const shell = fc.oneof({ weight: 2, arbitrary: fc.constant(square) }, { weight: 1, arbitrary: ringOn(side) });
  return fc
    .tuple(shell, fc.array(ringOn(side), { maxLength: 3 }), fc.tuple(fc.nat(2), fc.nat(2)))
    .map(([outer, holes, [east, north]]) =>
      [outer, ...holes].map((ring) => ring.map(([x, y]): Corner => [x + east * side, y + north * side])),
    );
};

/** Corners in the order in which they are seen from their middle, one way or the other. */
const ringOn = (side: number): fc.Arbitrary<readonly Corner[]> =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(side), fc.nat(side)), { minLength: 3, maxLength: 6 }), fc.boolean())
    .map(([corners, isReversed]) => {
      const [x, y] = [0, 1].map((axis) => corners.reduce((sum, one) => sum + (one[axis] ?? 0), 0.01) / corners.length);
      const angle = ([east, north]: Corner): number => Math.atan2(north - (y ?? 0), east - (x ?? 0));
      const around = corners.toSorted((one, other) => angle(one) - angle(other));
      const ring = isReversed ? around.toReversed() : around;
      return [...ring, ...ring.slice(0, 1)];
    });
