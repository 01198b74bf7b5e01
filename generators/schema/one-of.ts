import fc from 'fast-check';

/** One of several, which shrinks to the first. */
export const oneOf = <Value>(...choices: readonly fc.MaybeWeightedArbitrary<Value>[]): fc.Arbitrary<Value> =>
  fc.oneof({ withCrossShrink: true }, ...choices);
