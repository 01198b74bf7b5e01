import fc from 'fast-check';
import type { Wishes } from './base-options.ts';
import type { Draft } from './draft/draft.ts';
import { keyOf, validDrafts } from './drafts.ts';
import type { Generation } from './generation.ts';

/** One parent in so many is made anew; it is also what the others shrink to. */
const stockWeight = 15;

/**
 * Valid drafts to be broken. With a stock (`generation.stock`) most come from a few that are made once for the same wishes,
 * since making a valid draft costs more than breaking it; a failure shrinks to a draft made for it alone.
 */
export const parentDrafts = (generation: Generation, documentType: string, wishes: Wishes): fc.Arbitrary<Draft> => {
  const fresh = validDrafts(generation, documentType, wishes);
  const { stock } = generation;
  if (stock === undefined) return fresh;
  const key = keyOf(generation, documentType, wishes);
  const stocked = fc
    .nat({ max: stock.size - 1 })
    .map((index) => generation.workshop.stock(`${key} ${String(index)}`, () => oneOf(fresh, stock.seed + index)));
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fresh, weight: 1 },
    { arbitrary: stocked, weight: stockWeight },
  );
};

const oneOf = (drafts: fc.Arbitrary<Draft>, seed: number): Draft => {
  const [draft] = fc.sample(drafts, { seed, numRuns: 1 });
  if (draft === undefined) throw new Error('a sample of one has one');
  return draft;
};
