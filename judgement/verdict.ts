import type { Bilingual } from '#contract/texts/bilingual';
import { shortenedBoth } from '#contract/texts/shortened';

/**
 * What became of one requirement for one target. `not-applicable` stands outside the plan of a run, `left-out` outside its scope;
 * `blocked` and `untested` leave undecided what was to be decided.
 */
export const verdicts = ['passed', 'failed', 'broken', 'blocked', 'untested', 'left-out', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a peer did against what a requirement asks. */
export interface Deviation {
  readonly expected: Bilingual;
  readonly actual: Bilingual;
}

/**
 * What a judge says of one case. `blocked`: the environment, or a step before, did not give what the case needs;
 * `not-applicable`: the peer did nothing that the requirement speaks of; `untested`: what there is does not decide it.
 */
export type Judgement =
  | { readonly kind: 'conforms' }
  | { readonly kind: 'deviates'; readonly deviation: Deviation }
  | {
      readonly kind: 'blocked' | 'not-applicable' | 'untested';
      readonly reason: Bilingual;
      /** Set where there was no time to judge: the same bytes need not come to the same again. */
      readonly late?: true;
    };

export const conforms: Judgement = { kind: 'conforms' };

/** The judgement that a peer did `actual` where `expected` was asked. */
export const deviates = (expected: Bilingual, actual: Bilingual): Judgement => ({
  kind: 'deviates',
  deviation: { expected, actual: shortenedBoth(actual) },
});

/** The environment stood in the way; says how. */
export const blocked = (reason: Bilingual): Judgement => ({ kind: 'blocked', reason: shortenedBoth(reason) });

/** The requirement asks nothing here; says why. */
export const notApplicable = (reason: Bilingual): Judgement => ({
  kind: 'not-applicable',
  reason: shortenedBoth(reason),
});

/** What there is does not decide the requirement; says what is missing. */
export const untested = (reason: Bilingual): Judgement => ({ kind: 'untested', reason: shortenedBoth(reason) });
