import fc from 'fast-check';

/** An arbitrary that is made when it is first used, so that recursive ones can be written down. */
export const deferred = <Value>(make: () => fc.Arbitrary<Value>): fc.Arbitrary<Value> => {
  let made: fc.Arbitrary<Value> | undefined;
  return fc.constant(undefined).chain(() => (made ??= make()));
};
