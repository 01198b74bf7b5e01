import type { Circumstances } from './circumstances.ts';
import fc from 'fast-check';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Draft } from './draft/draft.ts';

/** An edit of a draft: what it draws, and what it does with what was drawn. */
export interface Edit<Result> {
  readonly from?: fc.Arbitrary<unknown> | ((documentType: string) => fc.Arbitrary<unknown>);
  readonly apply: (draft: Draft, value: unknown, documentType: string) => Result;
}

/** The arbitrary that an edit draws from for a document type. */
export const drawnFor = ({ from }: Pick<Edit<unknown>, 'from'>, documentType: string): fc.Arbitrary<unknown> => {
  if (from === undefined) return fc.constant(undefined);
  return typeof from === 'function' ? from(documentType) : from;
};

/** How to keep one rule when generating, and how to break only it. */
export interface Face {
  /** True, or the reason why the rule can't be broken in a document type. */
  readonly appliesTo?: (documentType: string) => true | string | Bilingual;
  readonly satisfy?: Edit<Draft>;
  readonly violate?: Edit<Draft | undefined> & {
    /** Ways to break it that a lenient reader does not see, the nearest first; `apply` beside it is any other way. */
    readonly near?: Readonly<Record<string, Edit<Draft | undefined>>>;
    /** Roles that the parent must have. */
    readonly needs?: readonly string[];
    /** Roles that the parent must not have. */
    readonly without?: readonly string[];
    /** Ids of rules that are broken along with it, always or at times. */
    readonly implies?: readonly string[];
  };
}

/** How the base of a delivery is shaped before the rules are satisfied. */
export interface Shape {
  /** Texts of roles. */
  readonly values?: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** Roles that are always there, and roles that never are. */
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

/** The contract author's own code for making deliveries; throws `ContractError` where that does not work. */
export interface Faces {
  /** How to keep and to break rules, by the id of the rule. */
  readonly rules: (circumstances: Circumstances) => Readonly<Record<string, Face>>;
  readonly shape: (circumstances: Circumstances, documentType: string) => Shape;
}

/** Of a contract without `rules.mjs`, or one that is read without it. */
export const noFaces: Faces = { rules: () => ({}), shape: () => ({}) };
