import fc from 'fast-check';

/** A value with what draws it again: `fc.sample(arbitrary, { seed, path, numRuns: 1 })`. */
export interface Drawn<Value> {
  readonly value: Value;
  readonly seed: number;
  readonly path: string;
}

/** Values held in memory at once: few at first, since few may be wanted and each may be large. */
const portions = [1, 4, 45] as const;
const usualPortion = 50;
const largestSeed = 0x7fffffff;

/** Draws values without end, a portion at a time, each portion with a seed that follows from the first. The first value of all is drawn alone, since mostly it will do. */
export function* draws<Value>(arbitrary: fc.Arbitrary<Value>, seed: number, portion?: number): Generator<Drawn<Value>> {
  for (let round = 0; ; round += 1) {
    const own = (seed + round) & largestSeed;
    const numRuns = portion ?? portions[round] ?? usualPortion;
    const alone = round === 0 && numRuns > 1 ? fc.sample(arbitrary, { seed: own, numRuns: 1 }) : [];
    for (const value of alone) yield { value, seed: own, path: '0' };
    for (const [index, value] of fc.sample(arbitrary, { seed: own, numRuns }).entries())
      if (index >= alone.length) yield { value, seed: own, path: String(index) };
  }
}

/** The first values of many. */
export function* first<Value>(values: Iterable<Value>, count: number): Generator<Value> {
  let left = count;
  if (left <= 0) return;
  for (const value of values) {
    yield value;
    left -= 1;
    if (left === 0) return;
  }
}
