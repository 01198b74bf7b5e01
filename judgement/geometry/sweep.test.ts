import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Position } from './position.ts';
import { meeting, type Segment, segmentsOf } from './segments.ts';
import { isSimple } from './simple.ts';

const written = (points: readonly { readonly x: number; readonly y: number }[]): readonly Position[] =>
  points.map(({ x, y }) => ({ x: String(x), y: String(y) }));

/** The same by each pair, where no position repeats the one before. */
const isSimpleByPairs = (points: readonly { readonly x: number; readonly y: number }[]): boolean => {
  const segments = segmentsOf(points);
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = first?.x === last?.x && first?.y === last?.y;
  if (isClosed && points.length < 4) return false;
  const isNext = (one: Segment, other: Segment): boolean =>
    other.index - one.index === 1 || (isClosed && one.index === 0 && other.index === segments.length - 1);
  return segments.every((one, index) =>
    segments.slice(index + 1).every((other) => {
      const at = meeting(one, other);
      return at === 'none' || (isNext(one, other) && typeof at !== 'string');
    }),
  );
};

const small = fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 0, max: 5 }) });
const run = fc
  .tuple(fc.array(small, { minLength: 2, maxLength: 9 }), fc.boolean())
  .map(([points, isClosed]) => (isClosed ? [...points, ...points.slice(0, 1)] : points))
  .map((points) => points.filter(({ x, y }, index) => x !== points[index - 1]?.x || y !== points[index - 1]?.y))
  .filter(({ length }) => length > 1);

test('a sweep says of a run of positions what each pair of its segments says', () => {
  const counts = { simple: 0, other: 0 };
  for (const points of fc.sample(run, { seed: 20261130, numRuns: 20_000 })) {
    const expected = isSimpleByPairs(points);
    counts[expected ? 'simple' : 'other'] += 1;
    expect(isSimple(written(points)), JSON.stringify(points)).toBe(expected);
  }
  expect(Math.min(counts.simple, counts.other)).toBeGreaterThan(3000);
});

test('a comb of slanted teeth takes some turns a tooth', () => {
  const teeth = Array.from({ length: 2000 }, (_, index) => [
    { x: 2 * index, y: 2 * index },
    { x: 2 * index + 1001, y: 2 * index - 999 },
  ]).flat();
  const comb = [...teeth, { x: 4000, y: 4000 }, { x: -5000, y: 4005 }, { x: -5000, y: 0 }, { x: 0, y: 0 }];
  const signs = vi.spyOn(Math, 'sign');

  expect(isSimple(written(comb))).toBe(true);
  expect(signs.mock.calls.length).toBeLessThan(4000 * 40);

  signs.mockRestore();
});
