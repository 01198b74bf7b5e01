import fc from 'fast-check';

/** One of several, which shrinks to the first. */
export const oneOf = <Value>(...choices: readonly fc.MaybeWeightedArbitrary<Value>[]): fc.Arbitrary<Value> => {
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) return 'arbitrary' in only ? only.arbitrary : only;
  return fc.oneof({ withCrossShrink: true }, ...choices);
};
