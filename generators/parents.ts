import fc from 'fast-check';
import { createTable } from '#documents/table';
import type { Wishes } from './base-options.ts';
import type { Draft } from './draft/draft.ts';
import { keyOf, noWishes, validDrafts } from './drafts.ts';
import type { Generation, Stock } from './generation.ts';
import { lazily } from './lazily.ts';

/** What a draft is to be broken for. */
export interface Parenthood {
  /** What a draft is made with when it is made for this alone. */
  readonly wishes: Wishes;
  /** Whether any draft can be broken so. */
  readonly fits: (draft: Draft) => boolean;
}

/** One parent in so many is made anew; it is also what the others shrink to. */
const stockWeight = 15;

/**
 * Valid drafts to be broken. With a stock (`generation.stock`) most are among a few that are made once for a document type,
 * since making a valid draft costs more than breaking it; a failure shrinks to a draft made for it alone.
 */
export const parentDrafts = (
  generation: Generation,
  documentType: string,
  parenthood: Parenthood,
): fc.Arbitrary<Draft> => {
  const { stock } = generation;
  const made = (): fc.Arbitrary<Draft> => validDrafts(generation, documentType, parenthood.wishes);
  if (stock === undefined) return made();
  const stocked = fc
    .nat({ max: stock.size - 1 })
    .map((index) => fromStock(generation, documentType, { ...parenthood, ...stock, index }));
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: lazily(made), weight: 1 },
    { arbitrary: stocked, weight: stockWeight },
  );
};

/** The valid drafts of a document type that a run has in stock; a few of their own where it has none. */
export const stockOf = (generation: Generation, documentType: string): readonly Draft[] => {
  const { seed, size } = generation.stock ?? fewDrafts;
  return Array.from({ length: size }, (_, index) =>
    stocked(generation, documentType, { wishes: noWishes, seed, index }),
  );
};

const fewDrafts: Stock = { seed: 1, size: 12 };

interface Wanted extends Parenthood, Stock {
  /** Where in the stock to begin to look. */
  readonly index: number;
}

/** Drafts that are broken in many ways. */
const stockedDrafts = createTable<string, Draft>(400);

/** The first draft in stock that fits, from some index on; where none does, one with the wishes. */
const fromStock = (
  generation: Generation,
  documentType: string,
  { wishes, fits, index, seed, size }: Wanted,
): Draft => {
  const at = (wished: Wishes, step: number): Draft =>
    stocked(generation, documentType, { wishes: wished, seed, index: step });
  for (const [wished, most] of [
    [noWishes, size],
    [wishes, Math.max(size, mostWished)],
  ] as const) {
    for (let step = 0; step < most; step += 1) {
      const draft = at(wished, step < size ? (index + step) % size : step);
      if (fits(draft)) return draft;
    }
  }
  return at(wishes, index);
};

/** Drafts that are looked through for one that has all that was wished for: rules may take it away again, and of some wishes one in eight has them. */
const mostWished = 64;

const stocked = (
  generation: Generation,
  documentType: string,
  { wishes, seed, index }: Pick<Wanted, 'wishes' | 'seed' | 'index'>,
): Draft =>
  stockedDrafts(generation.workshop, keyOf(generation, documentType, wishes, seed, index), () =>
    drawn(validDrafts(generation, documentType, wishes), seed + index),
  );

const drawn = (drafts: fc.Arbitrary<Draft>, seed: number): Draft => {
  const [draft] = fc.sample(drafts, { seed, numRuns: 1 });
  if (draft === undefined) throw new Error('a sample of one has one');
  return draft;
};
