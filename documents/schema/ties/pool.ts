import fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import { everyValue } from '../values/every.ts';
import type { Values } from '../values/simple-values.ts';

/** Values of simple types to choose from, drawn when they are first asked for. */
export interface Pool {
  /** Some hundreds of values of a type at most, each once, the shortest first. */
  readonly some: (type: SimpleType) => readonly string[];
  /** The same, and behind them as many more as are asked for and can be found. */
  readonly all: (type: SimpleType) => Iterable<string, undefined>;
}

const seed = 20200101;
const atOnce = 600;

/** Where so few of those drawn are new there are hardly any others. */
const fewNew = 6;

/** Creates the pool of the values that these draw. */
export const createPool = (values: Values): Pool => {
  const stocks = new Map<SimpleType, Stock>();
  const stockOf = (type: SimpleType): Stock => {
    const stock = stocks.get(type) ?? createStock(type, values);
    stocks.set(type, stock);
    return stock;
  };
  return { some: (type) => stockOf(type).some, all: (type) => stockOf(type).all };
};

interface Stock {
  readonly some: readonly string[];
  readonly all: Iterable<string, undefined>;
}

const createStock = (type: SimpleType, { of, check }: Values): Stock => {
  const values = of(type);
  let draws = 0;
  const draw = (): readonly string[] => fc.sample(values, { seed: seed + draws++, numRuns: atOnce });
  const some = [...new Set(draw())].sort((one, other) => one.length - other.length);
  const known = new Set(some);
  let isExhausted = false;
  const replenish = (): void => {
    const before = known.size;
    for (const text of draw()) known.add(text);
    isExhausted = known.size - before < fewNew;
    // What chance leaves out of a small space is there nevertheless.
    if (isExhausted) for (const text of everyValue(type) ?? []) if (check(type, text) === 'yes') known.add(text);
  };
  const all = function* (): Generator<string, undefined> {
    // A set that grows while it is iterated is visited to its end.
    let left = known.size;
    for (const text of known) {
      yield text;
      left -= 1;
      if (left > 0 || isExhausted) continue;
      const before = known.size;
      replenish();
      left = known.size - before;
    }
    return undefined;
  };
  return { some, all: { [Symbol.iterator]: all } };
};

/** Values of a type, all of them where it has few. */
export const mostOf = ({ all }: Pool, type: SimpleType): readonly string[] => {
  const texts: string[] = [];
  for (const text of all(type)) if (texts.push(text) >= mostOptions) break;
  return texts;
};

const mostOptions = 3000;

/** The values of a type one by one, each time from where they were left; those asked for under another name from the first on. */
export type Supply = (type: SimpleType, name?: string) => Iterable<string>;

/** Creates a supply of the values of a pool. */
export const createSupply = (pool: Pool): Supply => {
  const left = new Map<SimpleType, Map<string, Iterator<string, undefined>>>();
  return (type, name = '') => {
    const own = left.get(type) ?? new Map<string, Iterator<string, undefined>>();
    left.set(type, own);
    const iterator: Iterator<string, undefined> = own.get(name) ?? pool.all(type)[Symbol.iterator]();
    own.set(name, iterator);
    return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
  };
};
