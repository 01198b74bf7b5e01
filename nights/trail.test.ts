import { describe, expect, test } from 'vitest';
import { absent, after, hasJustLeft, isNoChance, seen, streak, trailForm } from './trail.ts';

describe('runs of one night are one mark', () => {
  test.each([
    { trail: '.', isThere: true, by: 'one', left: 'x' },
    { trail: 'x', isThere: false, by: 'one', left: 'x' },
    { trail: '.', isThere: true, by: 'all', left: '.' },
    { trail: 'x', isThere: false, by: 'all', left: '.' },
    { trail: 'x', isThere: true, by: 'all', left: 'x' },
  ] as const)('$trail, then $isThere, by $by: $left', ({ trail, isThere, by, left }) => {
    expect(after(`x${trail}`, { isThere, by, isSameNight: true })).toBe(`x${left}`);
  });
});

test('a trail is no longer after years, and keeps its form', () => {
  const years = Array.from({ length: 1000 }, (_, day) => day % 3 === 0);
  const trail = years.reduce((before, isThere) => after(before, { isThere, isSameNight: false }), '');

  expect(trail).toMatch(trailForm);
  expect(trail).toHaveLength(90);
});

test('counts are those of its end', () => {
  expect([streak('x.xx'), absent('x.xx'), seen('x.xx')]).toEqual([2, 0, 3]);
  expect([streak('x..'), absent('x..'), seen('x..')]).toEqual([0, 2, 1]);
  expect(['x', 'x.', `x${'.'.repeat(6)}`, `x${'.'.repeat(7)}`].map(hasJustLeft)).toEqual([false, true, true, false]);
});

test('what was rarely there is no chance sooner, and later the more are watched', () => {
  const nightsFor = (trail: string, watched?: number): number => {
    let nights = 1;
    while (!isNoChance(trail + 'x'.repeat(nights), watched)) nights += 1;
    return nights;
  };

  expect([nightsFor('.'.repeat(40)), nightsFor('.'.repeat(40), 19), nightsFor('x.'.repeat(20))]).toEqual([3, 5, 17]);
  expect(nightsFor('.')).toBeGreaterThan(90);
});
