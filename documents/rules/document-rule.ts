import type { Place } from '#xml/place';

/** A rule that documents keep besides their schema. */
export interface DocumentRule {
  readonly id: string;
  /** XPath 1.0 that selects the nodes that the rule is about. */
  readonly context: string;
  /** XPath 1.0 that holds at each of them. */
  readonly test: string;
  /** Variables that the test uses. */
  readonly lets: readonly { readonly value: string }[];
  readonly place: Place;
}

/** Judges documents by rules. */
export interface RuleJudge {
  readonly rules: readonly DocumentRule[];
  /** The rules that a document breaks, each once. */
  readonly broken: (bytes: Uint8Array) => readonly DocumentRule[];
  /** Frees what it holds outside the reach of the garbage collector. */
  readonly dispose: () => void;
}

/** The id of the constraint that a rule is: `rules.sch#title-says-something`. */
export const ruleId = ({ id, place }: DocumentRule): string => `${place.file}#${id}`;
