import type { KeptBytes } from '#contract/wire/kept-bytes';

/** The smallest case that shows a failure, and how to make it again. */
export interface Counterexample {
  readonly case: number;
  readonly seed: number;
  readonly path: string;
  /** The invalid value in its violations, with the valid one that it replaces, in one line. */
  readonly changed?: string | undefined;
  /** How its violations differ from the valid deliveries that they were made from. */
  readonly differences: readonly Difference[];
}

/** The difference of one message from the one that it was made from, as a patch. */
export interface Difference {
  /** The id of its exchange. */
  readonly exchange: string;
  readonly patch: KeptBytes;
}
