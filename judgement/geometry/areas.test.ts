import { expect, test, vi } from 'vitest';
import { lyingOf } from './areas.ts';
import type { Position } from './position.ts';

const circle = (count: number, radius: number): readonly Position[] => {
  const corners = Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return {
      x: (150_000 + radius * Math.cos(angle)).toFixed(3),
      y: (450_000 + radius * Math.sin(angle)).toFixed(3),
    };
  });
  return [...corners, ...corners.slice(0, 1)];
};

const square = (x: number, y: number): readonly Position[] =>
  [
    [0, 0],
    [50, 0],
    [50, 50],
    [0, 50],
    [0, 0],
  ].map(([east = 0, north = 0]) => ({ x: String(x + east), y: String(y + north) }));

const squares = (side: number): readonly (readonly Position[])[] =>
  Array.from({ length: side * side }, (_, index) =>
    square(140_000 + 200 * (index % side), 440_000 + 200 * Math.floor(index / side)),
  );

/** Turns that are looked at: each is decided by one sign. */
const turnsFor = (work: () => void): number => {
  const signs = vi.spyOn(Math, 'sign');
  work();
  const { length } = signs.mock.calls;
  signs.mockRestore();
  return length;
};

test('a large ring with many holes takes some turns for each position, and not as many as there are pairs', () => {
  const polygon = [circle(10_000, 50_000), ...squares(20)];

  const turns = turnsFor(() => {
    expect(lyingOf([polygon])).toEqual({ areValid: true, areApart: undefined });
  });
  expect(turns).toBeLessThan(200_000);
});

test('many areas take some turns each', () => {
  const turns = turnsFor(() => {
    expect(lyingOf(squares(50).map((shell) => [shell]))).toEqual({ areValid: undefined, areApart: true });
  });
  expect(turns).toBeLessThan(600_000);
});

test('rings within rings, whichever comes first', () => {
  const rings = [40_000, 30_000, 20_000, 10_000].map((radius) => circle(12, radius));
  const [outer = [], second = [], third = [], inner = []] = rings;

  expect(
    lyingOf([
      [outer, second],
      [third, inner],
    ]),
  ).toEqual({ areValid: true, areApart: true });
  expect(
    lyingOf([
      [third, inner],
      [outer, second],
    ]),
  ).toEqual({ areValid: true, areApart: true });
  expect(
    lyingOf([
      [outer, inner],
      [second, third],
    ]),
  ).toEqual({ areValid: true, areApart: false });
  expect(lyingOf([[second, outer]])).toEqual({ areValid: false, areApart: undefined });
});

test('there is nothing to say of a single ring, or of rings that are none', () => {
  const nothing = { areValid: undefined, areApart: undefined };

  expect(lyingOf([[circle(12, 100)]])).toEqual(nothing);
  expect(lyingOf([])).toEqual(nothing);
  expect(lyingOf([[circle(12, 100), circle(12, 10).slice(1)]])).toEqual(nothing);
});
