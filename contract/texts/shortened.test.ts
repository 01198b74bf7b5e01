import { expect, test } from 'vitest';
import { shortened, shortenedBoth, shortenedHeaders } from './shortened.ts';

test('a text of the other side stays as it is up to its bound, and tells how long it was beyond it', () => {
  expect(shortened('é'.repeat(500))).toBe('é'.repeat(500));
  expect(shortened('é'.repeat(501))).toMatch(/^é{500} … \[501 characters, SHA-256 [0-9a-f]{16}…\]$/);
});

test('two long texts stay different, and what is cut inside a character is well-formed', () => {
  const long = 'x'.repeat(1_000_000);

  expect(shortened(`${long}a`)).not.toBe(shortened(`${long}b`));
  expect(shortened('😀'.repeat(3), 3).isWellFormed()).toBe(true);
});

test('a sentence in both languages has a bound of its own', () => {
  const { nl, en } = shortenedBoth({ nl: 'a'.repeat(1000), en: 'a'.repeat(5000) });

  expect({ nl: nl.length, en: en.length < 1100 }).toEqual({ nl: 1000, en: true });
});

test('headers are shortened in number, name and value', () => {
  const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`x-${String(index)}`, 'v']));
  const shown = shortenedHeaders({ ['n'.repeat(16_000)]: 'v'.repeat(16_000), ...many });

  expect(shortenedHeaders({ date: 'vandaag' })).toEqual({ date: 'vandaag' });
  expect(Object.keys(shown)).toHaveLength(51);
  expect(shown['…']).toBe('3951 more headers');
  expect(JSON.stringify(shown).length).toBeLessThan(4000);
});
