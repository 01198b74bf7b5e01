import { expect, test } from 'vitest';
import { closeUp, isOnMap, mapOfNetherlands } from './drawing.ts';
import { writtenHtml } from './markup.ts';

const square = [
  {
    kind: 'area' as const,
    positions: [
      [121_000, 455_000],
      [121_050, 455_000],
      [121_050, 455_100],
      [121_000, 455_000],
    ] as const,
  },
];
const numbersIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/ d="([^"]*)"/g)].flatMap(([, path = '']) => path.match(/-?[\d.]+/g) ?? []).map(Number);

test('a place is marked where it lies, and a shape of some metres fills a drawing of its own', () => {
  const map = writtenHtml(mapOfNetherlands([square], 'x'));
  const close = numbersIn(writtenHtml(closeUp(square, 'x')));

  expect(map).toContain('cx="1210.3" cy="1699.5"');
  expect([Math.min(...close), Math.max(...close)]).toEqual([12, 228]);
});

test('coordinates past all bounds are drawn past the edge, and what others wrote is text', () => {
  const far = [{ kind: 'line' as const, positions: [[-1e300, 1e300] as const, [5, 52] as const] }];
  const written = writtenHtml(mapOfNetherlands([far], '"><script>'));

  expect(isOnMap(far)).toBe(false);
  expect(isOnMap(square)).toBe(true);
  expect(written).not.toMatch(/<script|Infinity|NaN|e\+/);
  expect(writtenHtml(closeUp(far, 'x'))).not.toMatch(/Infinity|NaN|e\+/);
});
