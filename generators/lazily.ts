import fc from 'fast-check';

/** Builds an arbitrary when the first value is drawn; drawing a constant before it leaves shrinking as it is. */
export const lazily = <Value>(build: () => fc.Arbitrary<Value>): fc.Arbitrary<Value> => {
  let built: fc.Arbitrary<Value> | undefined;
  return fc.constant(undefined).chain(() => (built ??= build()));
};
