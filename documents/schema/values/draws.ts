import fc from 'fast-check';

/** A supply of choices that never ends; all are 0 in the plainest one. */
export type Draw = () => number;

const mostChoices = 12;
const highest = 0xffff;
const listed = fc.array(fc.nat({ max: highest }), { maxLength: mostChoices, size: 'max' });

/** Shrinks as an array of numbers does, but is drawn at once: nearly every text needs one. */
class Choices extends fc.Arbitrary<readonly number[]> {
  override generate(random: fc.Random): fc.Value<readonly number[]> {
    const size = random.nextInt(0, mostChoices);
    const next = mixedFrom(random.nextInt(0, 0xffffff));
    const given: number[] = [];
    for (let at = 0; at < size; at += 1) given.push(next() & highest);
    return new fc.Value<readonly number[]>(given, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly number[] {
    return listed.canShrinkWithoutContext(value);
  }

  override shrink(given: readonly number[], context: unknown): fc.Stream<fc.Value<readonly number[]>> {
    return listed.shrink([...given], context);
  }
}

/** The first choices for a construction that asks for as many as it needs; shrinks to fewer that are not 0. */
export const choices: fc.Arbitrary<readonly number[]> = new Choices();

/** The given choices, then others that follow from them; only zeros when none are given. */
export const drawFrom = (given: readonly number[]): Draw => {
  let at = 0;
  let more: Draw | undefined;
  return () => {
    const one = given[at];
    at += 1;
    if (one !== undefined) return one;
    more ??= given.length === 0 ? () => 0 : mixedFrom(given.reduce(mix, 0x811c9dc5));
    return more();
  };
};

const mix = (mixed: number, one: number): number => (Math.imul(mixed ^ one, 0x01000193) + 0x9e3779b9) >>> 0;

/** Numbers of 24 bits that follow from a first one. */
const mixedFrom = (start: number): Draw => {
  let state = start;
  return () => {
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
