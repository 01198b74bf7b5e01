import fc from 'fast-check';

/** A supply of choices that never ends; all are 0 in the plainest one. */
export type Draw = () => number;

/** Choices for a construction that asks for as many as it needs; shrinks to fewer that are not 0. */
export const draws = (): fc.Arbitrary<() => Draw> =>
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 12, size: 'max' }).map((given) => () => drawFrom(given));

/** The given choices, then others that follow from them. */
const drawFrom = (given: readonly number[]): Draw => {
  let at = 0;
  let state = given.reduce((mixed, one) => (Math.imul(mixed ^ one, 0x01000193) + 0x9e3779b9) >>> 0, 0x811c9dc5);
  return () => {
    const one = given[at];
    at += 1;
    if (one !== undefined) return one;
    if (given.length === 0) return 0;
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (state ^ (state >>> 13)) & 0xffffff;
  };
};

/** A choice of all there are for a number: the first for 0, the last now and then, else mostly the first few. */
export const pickNear = <Item>(items: readonly Item[], choice: number): Item | undefined => {
  const index = choice >>> 3;
  const mode = choice & 7;
  if (mode === 7) return items.at(-1);
  return items[index % (mode === 6 ? items.length : Math.min(items.length, 24))];
};
