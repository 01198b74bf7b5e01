import type { Part, Present } from './parts.ts';

/** Two parts that may be left out, one there or not beside the other there or not. */
export interface Pair {
  readonly id: string;
  readonly isHit: (present: Present) => boolean;
}

/** Of more parts than this only the first are paired: their number grows with the square. */
const mostPaired = 24;

/** Every pair of parts in each way that they can be there; what lies in another part is never there without it. */
export const pairsOf = (parts: readonly Part[]): readonly Pair[] => {
  const paired = parts.slice(0, mostPaired);
  return paired.flatMap((one, index) => paired.slice(index + 1).flatMap((other) => ways(one, other)));
};

const ways = (one: Part, other: Part): readonly Pair[] =>
  [true, false].flatMap((first) =>
    [true, false]
      .filter((second) => !isImpossible([one, first], [other, second]))
      .map((second) => ({
        id: `${one.id}=${said(first)} & ${other.id}=${said(second)}`,
        isHit: (present) => one.isThere(present) === first && other.isThere(present) === second,
      })),
  );

const said = (isThere: boolean): string => (isThere ? 'present' : 'absent');

type Way = readonly [part: Part, isThere: boolean];

const isImpossible = ([one, first]: Way, [other, second]: Way): boolean =>
  (isWithin(one, other) && first && !second) || (isWithin(other, one) && second && !first);

const isWithin = (inner: Part, outer: Part): boolean =>
  inner.leaves.length > 0 && inner.leaves.every((leaf) => outer.leaves.includes(leaf));
