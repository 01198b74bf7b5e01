import type { Draw } from '#documents/schema/values/draws';

/** What is left to chance. */
export interface Chance {
  readonly upTo: (most: number) => number;
  readonly one: <Item>(items: readonly [Item, ...Item[]]) => Item;
  readonly oneIn: (times: number) => boolean;
  /** Elements by turns. */
  readonly next: () => number;
}

/** How many names of elements there are. */
export const locals = 14;

/** Chance by draws. */
export const chance = (draw: Draw): Chance => {
  const upTo = (most: number): number => draw() % (most + 1);
  let turn = 0;
  draw();
  return {
    next: () => (turn += 1) % locals,
    upTo,
    one: (items) => items[upTo(items.length - 1)] ?? items[0],
    oneIn: (times) => upTo(times - 1) === 0,
  };
};
