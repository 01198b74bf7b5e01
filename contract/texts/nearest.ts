import type { Bilingual } from './bilingual.ts';

/**
 * The candidate that resembles `word` most, or undefined when none comes near: two letters in five may differ, and three at most.
 *
 * @internal
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  const scored = candidates
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter((one) => one.distance <= allowed(Math.max(word.length, one.candidate.length)))
    .sort((one, other) => one.distance - other.distance);
  return scored[0]?.candidate;
};

const allowed = (length: number): number => Math.min(3, Math.max(1, Math.floor(length * 0.4)));

/** A question that names the nearest candidate, with a leading separator; empty when nothing comes near. */
export const didYouMean = (word: string, candidates: readonly string[]): string => nearTo(word, candidates).en;

/** The same in both languages. */
export const nearTo = (word: string, candidates: readonly string[]): Bilingual => {
  const near = nearest(word, candidates);
  if (near === undefined) return { nl: '', en: '' };
  return { nl: `, bedoelt u "${near}"?`, en: `, did you mean "${near}"?` };
};

/** Levenshtein distance, row by row. */
export const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) row = nextRow(row, letter, { other, first: index + 1 });
  return row.at(-1) ?? 0;
};

const nextRow = (above: readonly number[], letter: string, line: { other: string; first: number }): number[] => {
  const row = [line.first];
  for (let column = 1; column < above.length; column += 1) {
    const replaced = cell(above, column - 1) + (line.other[column - 1] === letter ? 0 : 1);
    row.push(Math.min(replaced, cell(above, column) + 1, cell(row, column - 1) + 1));
  }
  return row;
};

const cell = (row: readonly number[], column: number): number => row[column] ?? Infinity;
