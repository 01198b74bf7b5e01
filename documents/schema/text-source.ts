import type fc from 'fast-check';

/** How long a text is, in characters; `max` may be `Infinity`. */
export interface Length {
  readonly min: number;
  readonly max: number;
}

/** Makes free text of a length. */
export type TextSource = (length: Length) => fc.Arbitrary<string>;
