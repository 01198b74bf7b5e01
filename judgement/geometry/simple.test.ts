import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isClosed, mostDecimalsIn, type Position } from './position.ts';
import { parsePositions } from './positions.ts';
import { isSimple } from './simple.ts';

const at = (text: string): readonly Position[] => parsePositions(text) ?? [];

describe('isClosed', () => {
  test.each([
    ['0 0 1 0 1 1 0 0', true],
    ['0.0 0 1 0 1 1 0 0.00', true],
    ['0 0 0 0', true],
    ['0 0 1 0 1 1', false],
    ['0 0', false],
    ['0 0 1 0 1 1 0 0.001', false],
    ['120350 0 1 0 1 1 120350.00000000000000001 0', false],
    ['-0.50000000000000000 0 1 0 1 1 -00.5 0', true],
    ['0 0 1 0 1 1 -0.00000000000000000 0', true],
  ])('says of %s: %s', (text, expected) => {
    expect(isClosed(at(text))).toBe(expected);
  });
});

describe('isSimple', () => {
  test.each([
    ['a triangle', '0 0 4 0 4 4 0 0'],
    ['a triangle with a corner written twice', '0 0 4 0 4 0 4 4 0 0'],
    ['a triangle whose first corner is written three times', '0 0 0 0 4 0 4 4 0 0 0 0'],
    ['a corner on a straight edge', '0 0 2 0 4 0 4 4 0 4 0 0'],
    ['a U of which the legs nearly touch', '0 0 9 0 9 9 5 9 5 1 4.999 1 4.999 9 0 9 0 0'],
    ['an open line that bends back', '0 0 4 0 4 4 0 4 0 1'],
    ['a line of two positions', '0 0 1 1'],
    ['a single position', '1 1'],
    [
      'a corner a billionth from another',
      '120350 455690 120360 455690 120360.0000000001 455690 120360 455700 120350 455690',
    ],
    ['an end a billionth from the edge', '120350 455690 120360 455690 120360 455700 120355 455690.0000000001'],
    [
      'corners far apart in many decimals',
      '-7000.1234567890 289000 300000 629000.1234567890 0 629000 -7000.123456789 289000',
    ],
    [
      'an area of a millimetre, far from the origin',
      '299999.999 628999.999 300000 628999.999 300000 629000 299999.999 628999.999',
    ],
  ])('holds for %s', (_, text) => {
    expect(isSimple(at(text))).toBe(true);
  });

  test.each([
    ['a bow tie', '0 0 4 4 4 0 0 4 0 0'],
    ['a ring that touches itself in a corner', '0 0 4 0 2 2 4 4 0 4 2 2 0 0'],
    ['a corner on another edge', '0 0 4 0 4 4 2 0 0 4 0 0'],
    ['a spike', '0 0 4 0 4 4 4 6 4 4 0 4 0 0'],
    ['a spike at the closing position', '0 0 4 0 4 4 0 4 0 -2 0 0'],
    ['an edge gone over twice', '0 0 4 0 4 4 0 4 0 0 4 0 4 4 0 4 0 0'],
    ['a ring that is a line', '0 0 4 0 0 0'],
    ['a ring of one position', '1 1 1 1 1 1 1 1'],
    ['edges that overlap in part', '0 0 6 0 6 2 4 0 2 0 2 3 0 3 0 0'],
    ['an open line that crosses itself', '0 0 4 4 4 0 0 4'],
    ['an open line that ends on itself', '0 0 4 0 4 4 2 0'],
    ['an open line that runs back', '0 0 4 0 2 0'],
    ['a crossing of a thousandth', '0 0 10 0 10 10 5 -0.001 0 10 0 0'],
    [
      'a crossing of a billionth',
      '120350 455690 120360 455690 120360 455700 120355 455689.9999999999 120350 455700 120350 455690',
    ],
    [
      'a touch in many decimals',
      '120350 455690 120360 455690 120360 455700 120355 455690.00000000000 120350 455700 120350 455690',
    ],
    ['a touch that floating point misses', '0 0 0.3 0.1 0.3 5 0.15 0.05 0 5 0 0'],
  ])('fails for %s', (_, text) => {
    expect(isSimple(at(text))).toBe(false);
  });

  const star = fc
    .array(fc.record({ angle: fc.integer({ min: 0, max: 359 }), radius: fc.integer({ min: 1_000, max: 90_000 }) }), {
      minLength: 12,
      maxLength: 60,
    })
    .map((corners) => {
      const turns = new Map([0, 90, 180, 270].map((angle) => [angle, 50_000]));
      for (const { angle, radius } of corners) turns.set(angle, radius);
      const sorted = [...turns].sort(([one], [other]) => one - other);
      const points = sorted.map(([angle, radius]) => {
        const radians = (angle * Math.PI) / 180;
        return {
          x: (150_000 + radius * Math.cos(radians)).toFixed(3),
          y: (450_000 + radius * Math.sin(radians)).toFixed(3),
        };
      });
      return points;
    });
  const ring = (points: readonly Position[]): readonly Position[] => [...points, ...points.slice(0, 1)];

  test('a ring around a centre is simple, from whichever corner and in either direction', () => {
    for (const points of fc.sample(star, { numRuns: 200, seed: 7 })) {
      const turned = [...points.slice(3), ...points.slice(0, 3)];

      expect(isSimple(ring(points))).toBe(true);
      expect(isSimple(ring(turned.toReversed()))).toBe(true);
    }
  });

  test('a ring around a centre that goes round twice is not simple', () => {
    for (const points of fc.sample(star, { numRuns: 200, seed: 8 }))
      expect(isSimple(ring([...points, ...points]))).toBe(false);
  });

  test('a ring around a centre with the ends of an edge to the far side swapped is not simple', () => {
    for (const points of fc.sample(star, { numRuns: 200, seed: 9 })) {
      const half = Math.floor(points.length / 2);
      const twisted = [...points.slice(0, half), ...points.slice(half).toReversed()];

      expect(isSimple(ring(twisted))).toBe(false);
    }
  });

  test('a thousand positions take some turns each, and not as many as there are pairs', () => {
    const wave = Array.from({ length: 1000 }, (_, index) => ({ x: String(index), y: String(index % 2) }));
    // Each turn is decided by one sign.
    const signs = vi.spyOn(Math, 'sign');

    expect(isSimple([...wave, { x: '999', y: '-5' }, { x: '0', y: '-5' }, { x: '0', y: '0' }])).toBe(true);
    expect(signs.mock.calls.length).toBeGreaterThan(1000);
    expect(signs.mock.calls.length).toBeLessThan(20_000);

    signs.mockRestore();
  });

  test('numbers too large for any map do not stop it', () => {
    expect(
      isSimple([
        { x: '9'.repeat(400), y: '0' },
        { x: '0', y: '0' },
        { x: '1', y: '1' },
      ]),
    ).toBe(true);
  });
});

test('decimals are counted as they are written', () => {
  expect(mostDecimalsIn(at('1 2.5 3.1400 4'))).toBe(4);
  expect(mostDecimalsIn([])).toBe(0);
});
