import { intersection, type CharSet } from './char-set.ts';
import type { Node } from './node.ts';
import type { State } from './state.ts';
import { createStates } from './states.ts';

/** An automaton of what several expressions match all at once; state 0 is the start. */
export interface Product {
  readonly edges: readonly (readonly Edge[])[];
  readonly ends: readonly boolean[];
  /** False when it was too large to be written out whole. */
  readonly complete: boolean;
}

/** One character of the set leads to a state. */
export interface Edge {
  readonly chars: CharSet;
  readonly to: number;
}

const maxStates = 20_000;
const maxEdges = 200_000;

/** The automaton of texts that match all expressions for sure, as far as it is small enough. */
export const productOf = (nodes: readonly Node[]): Product => {
  const table = createStates();
  const numbers = new Map<string, number>();
  const tuples: (readonly State[])[] = [];
  const numberOf = (tuple: readonly State[]): number => {
    const key = tuple.map((state) => state.id).join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, tuples.length);
    tuples.push(tuple);
    return tuples.length - 1;
  };
  numberOf(nodes.map(table.stateOf));
  const edges: Edge[][] = [];
  let count = 0;
  // The list grows while it is walked, so this visits every state that can be reached.
  for (const tuple of tuples) {
    if (edges.length >= maxStates || count >= maxEdges) break;
    const own = jointEdges(tuple.map(table.edgesOf), maxEdges - count).map(({ chars, to }) => ({
      chars,
      to: numberOf(to),
    }));
    edges.push(own);
    count += own.length;
  }
  return { edges, ends: tuples.map((tuple) => tuple.every(table.canEnd)), complete: edges.length === tuples.length };
};

type Ways = ReturnType<ReturnType<typeof createStates>['edgesOf']>;

interface Joint {
  readonly chars: CharSet;
  readonly to: readonly State[];
}

const jointEdges = (ways: readonly Ways[], limit: number): readonly Joint[] => {
  const [first = [], ...others] = ways;
  const start = first.map(({ chars, to }): Joint => ({ chars: chars.sure, to: [to] }));
  return others
    .reduce<readonly Joint[]>((joint, more) => joint.flatMap((one) => narrowed(one, more)).slice(0, limit), start)
    .filter(({ chars }) => chars.length > 0);
};

const narrowed = (one: Joint, more: Ways): readonly Joint[] =>
  more.flatMap(({ chars, to }) => {
    const both = intersection(one.chars, chars.sure);
    return both.length === 0 ? [] : [{ chars: both, to: [...one.to, to] }];
  });
