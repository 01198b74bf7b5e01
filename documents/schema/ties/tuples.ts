import type { SimpleType } from '#xml/schema/model';
import { mostOf, type Pool } from './pool.ts';

/** The texts that a field can have: some to begin with, and a type of which there may be more. */
export interface Choice {
  readonly texts: readonly string[];
  readonly more: SimpleType | undefined;
}

/** Texts of one of each choice, from where rows with the same choices were left: what a row did not want because it was taken, no later row wants. */
export type Tuples = (choices: readonly Choice[]) => Iterable<readonly string[]>;

/** Creates a supply of the tuples of some values. */
export const createTuples = (pool: Pool): Tuples => {
  const numbers = new Map<SimpleType, number>();
  const numberOf = (type: SimpleType): number => {
    const number = numbers.get(type) ?? numbers.size;
    numbers.set(type, number);
    return number;
  };
  const left = new Map<string, Iterator<readonly string[]>>();
  return (choices) => {
    const name = JSON.stringify(choices.map(({ texts, more }) => (more === undefined ? texts : numberOf(more))));
    const iterator =
      left.get(name) ?? product(choices.map(({ texts, more }) => (more === undefined ? texts : mostOf(pool, more))));
    left.set(name, iterator);
    // Who stops does not end it.
    return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
  };
};

function* product([options, ...rest]: readonly (readonly string[])[]): Generator<readonly string[]> {
  if (options === undefined) yield [];
  else for (const one of options) for (const others of product(rest)) yield [one, ...others];
}
