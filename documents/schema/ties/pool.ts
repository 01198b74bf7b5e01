import fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import type { Values } from '../values/simple-values.ts';
import type { Kit } from './table.ts';

const seed = 20200101;

/** Values of a type to choose from, each once, the shortest first; drawn when they are first asked for. */
export const createPool = (values: Values): Kit['pool'] => {
  const pools = new Map<SimpleType, readonly string[]>();
  return (type) => {
    const known = pools.get(type) ?? drawn(values.of(type));
    pools.set(type, known);
    return known;
  };
};

const drawn = (values: fc.Arbitrary<string>): readonly string[] =>
  [...new Set(fc.sample(values, { seed, numRuns: 600 }))].sort((one, other) => one.length - other.length);
