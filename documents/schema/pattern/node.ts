import type { CharClass } from './char-class.ts';

/** A regular expression of XSD as a tree. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'class'; readonly chars: CharClass }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly min: number; readonly max: number };

/** The expression that the empty text matches and no other. */
export const empty: Node = { kind: 'empty' };

/** One character. */
export const one = (chars: CharClass): Node => ({ kind: 'class', chars });

/** One after another. */
export const sequence = (parts: readonly Node[]): Node => {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind: 'sequence', parts };
};

/** One of several. */
export const choice = (branches: readonly Node[]): Node => {
  const [first] = branches;
  return branches.length === 1 && first !== undefined ? first : { kind: 'choice', branches };
};

/** Between `min` and `max` times; `max` may be `Infinity`. */
export const repeat = (part: Node, min: number, max: number): Node => ({ kind: 'repeat', part, min, max });
