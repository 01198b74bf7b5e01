import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed, type Position } from '#judgement/geometry/position';
import { isSimple } from '#judgement/geometry/simple';
import { parseWellKnownText } from '#judgement/geometry/well-known-text';
import { holeIn, metres, ring } from './ring.ts';
import { line, point, polygon } from './well-known-text.ts';

const runs = { seed: 20200101, numRuns: 300 };
const sample = <T>(arbitrary: fc.Arbitrary<T>): readonly T[] => fc.sample(arbitrary, runs);

/** Bounds of RD around the Netherlands, well within the range in which the system holds. */
const onLand = ({ x, y }: Position): boolean =>
  Number(x) > 10_000 && Number(x) < 280_000 && Number(y) > 300_000 && Number(y) < 620_000;

describe('well-known text', () => {
  test('points, lines and polygons are read by the judge and lie in the Netherlands', () => {
    for (const text of [...sample(point()), ...sample(line()), ...sample(polygon())]) {
      const parts = parseWellKnownText(text)?.parts ?? [];
      expect(parts.length, text).toBeGreaterThan(0);
      expect(parts.flatMap((part) => part.positions).every(onLand), text).toBe(true);
    }
  });

  test('rings of polygons are closed and simple', () => {
    for (const text of sample(polygon())) {
      for (const { positions } of parseWellKnownText(text)?.parts ?? []) {
        expect([isClosed(positions), isSimple(positions)], text).toEqual([true, true]);
      }
    }
  });

  test('lines are open and simple', () => {
    for (const text of sample(line())) {
      for (const { positions } of parseWellKnownText(text)?.parts ?? []) {
        expect([isClosed(positions), isSimple(positions)], text).toEqual([false, true]);
      }
    }
  });

  test('the simplest polygon has one ring of three corners', () => {
    const found = fc.check(
      fc.property(polygon(), () => false),
      { seed: 1 },
    );
    expect(found.counterexample?.[0]).toMatchInlineSnapshot(
      `"POLYGON((155020 463000, 154990 463017.321, 154990 462982.679, 155020 463000))"`,
    );
  });
});

describe('ring', () => {
  const inside = (middle: { x: number; y: number }, corner: { x: number; y: number }): number =>
    Math.hypot(corner.x - middle.x, corner.y - middle.y);

  test('holes lie within the inner radius and apart from each other', () => {
    for (const outer of sample(ring())) {
      const holes = Array.from({ length: 8 }, (_, index) => holeIn(outer, index));
      const centres = holes.map(
        (hole) =>
          hole
            .slice(1)
            .map((one) => one.x)
            .reduce((a, b) => a + b, 0) /
          (hole.length - 1),
      );
      expect(new Set(centres.map(Math.round)).size).toBeGreaterThan(4);
      for (const corner of holes.flat()) expect(inside(outer.middle, corner)).toBeLessThan(outer.inner);
    }
  });

  test('metres have no more decimals than needed, or as many as asked for', () => {
    expect([metres(155_000_120), metres(155_000_000), metres(1, 3), metres(155_000_120, 2)]).toEqual([
      '155000.12',
      '155000',
      '0.001',
      '155000.12',
    ]);
  });
});
