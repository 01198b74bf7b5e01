import { charPicker, type Pick } from './pick-char.ts';
import type { Node } from './node.ts';
import { productOf, type Edge, type Product } from './product.ts';

/** How long a text may be, in characters. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Makes texts that match: of a length out of `lengths`, each choice made by `next`, where 0 asks for the plainest. */
export interface Walker {
  /** The lengths that there are, shortest first. */
  readonly lengths: readonly number[];
  readonly walk: (length: number, next: () => number) => string;
  /** Whether a text can have characters beyond 16 bits, which implementations count as one or as two. */
  readonly countsDiffer: boolean;
}

/** Lengths are looked for no further than this beyond the least, unless the automaton is small. */
const nearby = 128;
const maxWork = 10_000_000;
/** The least length itself is looked for this hard. */
const maxSearch = 100_000_000;

/** A walker over what all expressions match within the lengths; undefined when there is nothing, as far as was looked. */
export const createWalker = (nodes: readonly Node[], wanted: Lengths): Walker | undefined => {
  const product = productOf(nodes);
  const layers = layersOf(product, wanted);
  const lengths = layers.flatMap((layer, length) => (length >= wanted.min && layer[0] === 1 ? [length] : []));
  if (lengths.length === 0) return undefined;
  const ways: readonly (readonly Way[])[] = product.edges;
  const walk = (length: number, next: () => number): string => {
    let text = '';
    let state = 0;
    for (let left = length; left > 0; left -= 1) {
      const way = wayOn(ways[state] ?? [], layers[left - 1], next);
      if (way === undefined) break;
      way.pick ??= charPicker(way.chars);
      text += way.pick(next());
      state = way.to;
    }
    return text;
  };
  const countsDiffer = product.edges.some((edges) => edges.some(({ chars }) => (chars.at(-1)?.[1] ?? 0) > 0xffff));
  return { lengths, walk, countsDiffer };
};

/** An edge with what picks its characters, made when it is first walked. */
interface Way extends Edge {
  pick?: Pick;
}

/** One of the edges to a state from which the end is near enough; asks for a choice only where there is one. */
const wayOn = (edges: readonly Way[], layer: Uint8Array | undefined, next: () => number): Way | undefined => {
  let ways = 0;
  let only: Way | undefined;
  for (const edge of edges) {
    if (layer?.[edge.to] !== 1) continue;
    ways += 1;
    only = edge;
  }
  if (ways <= 1) return only;
  let left = next() % ways;
  for (const edge of edges) {
    if (layer?.[edge.to] !== 1) continue;
    if (left === 0) return edge;
    left -= 1;
  }
  return undefined;
};

/** For each length, which states can end after exactly so many characters. */
const layersOf = (product: Product, wanted: Lengths): readonly Uint8Array[] => {
  const size = product.ends.length;
  const work = product.edges.reduce((sum, edges) => sum + edges.length, size);
  const layers: Uint8Array[] = [Uint8Array.from(product.ends, Number)];
  let first = isWanted(layers, wanted) ? 0 : undefined;
  while (layers.length <= wanted.max) {
    const length = layers.length;
    const far = wanted.max === Infinity || work * length > maxWork;
    if (first === undefined ? work * length > maxSearch || length > 100_000 : far && length > first + nearby) break;
    const next = layerBefore(product, layers[length - 1] ?? new Uint8Array(size));
    layers.push(next);
    if (next.every((one) => one === 0)) break;
    if (first === undefined && isWanted(layers, wanted)) first = length;
  }
  return layers;
};

const isWanted = (layers: readonly Uint8Array[], wanted: Lengths): boolean =>
  layers.length - 1 >= wanted.min && layers.at(-1)?.[0] === 1;

const layerBefore = (product: Product, layer: Uint8Array): Uint8Array => {
  const before = new Uint8Array(layer.length);
  for (const [state, edges] of product.edges.entries()) if (edges.some(({ to }) => layer[to] === 1)) before[state] = 1;
  return before;
};
