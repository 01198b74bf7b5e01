import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awkward, dutchText, fit } from './dutch-text.ts';
import { postcode } from './place-name.ts';

const sample = (length: { min: number; max: number }): readonly string[] =>
  fc.sample(dutchText(length), { seed: 20200101, numRuns: 2000 });
const lengthOf = (text: string): number => Array.from(text).length;

describe('dutchText', () => {
  test.each([
    { min: 1, max: 255 },
    { min: 1, max: 1 },
    { min: 5, max: 5 },
    { min: 0, max: 0 },
    { min: 20, max: 30 },
    { min: 300, max: 2000 },
  ])('keeps to $min and $max characters and reaches both', (length) => {
    const lengths = sample(length).map(lengthOf);

    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([length.min, length.max]);
  });

  test('is XML, one line, without spaces at its ends or two together', () => {
    for (const text of sample({ min: 1, max: 255 })) {
      expect(text).not.toMatch(/[\u0000-\u001F\uFFFE\uFFFF]|^ | $| {2}/);
      expect(text.isWellFormed(), text).toBe(true);
    }
  });

  test('holds every kind of awkward character', () => {
    const all = sample({ min: 1, max: Infinity }).join('\n');

    for (const [kind, fragments] of Object.entries(awkward)) {
      expect(
        fragments.filter((one) => !all.includes(one)),
        kind,
      ).toEqual([]);
    }
  });

  test('shrinks to one plain word', () => {
    const { counterexample } = fc.check(
      fc.property(dutchText({ min: 1, max: 255 }), () => false),
      { seed: 7 },
    );

    expect(counterexample).toEqual(['bouwen']);
  });
});

test('a text is cut between characters, not inside one', () => {
  expect(fit('a🌳🌳', { min: 1, max: 2 })).toBe('a🌳');
});

test('a postcode has four digits and two letters', () => {
  for (const one of fc.sample(postcode(), { seed: 1, numRuns: 100 })) expect(one).toMatch(/^[1-9]\d{3}[A-Z]{2}$/);
});
