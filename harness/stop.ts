import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import type { Case, Sent } from '#judgement/case';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Deviation } from '#judgement/verdict';

export interface Shown {
  readonly ordinal: number;
  readonly one: Case;
  /** What else was accepted of the same property, to compare it with. */
  readonly accepted?: readonly Sent[];
}

/** The system under test broke a requirement; the only thing that means failed. Allure needs `expected` and `actual`. */
export class Nonconformance extends Error {
  override readonly name = 'Nonconformance';
  readonly expected: string;
  readonly actual: string;
  readonly deviation: Deviation;
  /** The case that shows it, and its number in its check, from 1. */
  readonly shown: Shown;

  constructor(requirement: RequirementId, deviation: Deviation, shown: Shown) {
    super(visible(`${requirement}: expected ${deviation.expected.en}, got ${deviation.actual.en}`));
    this.deviation = deviation;
    this.shown = shown;
    this.expected = visible(deviation.expected.en);
    this.actual = visible(deviation.actual.en);
  }
}

/** A case that its judge can't decide: it ends the property it belongs to, and is never made smaller. */
export class CaseUndecided extends Error {
  override readonly name = 'CaseUndecided';
  readonly text: Bilingual;

  constructor(judgement: 'blocked' | 'untested' | 'not-applicable', reason: Bilingual) {
    super(visible(`${judgement}: ${reason.en}`));
    this.text = reason;
  }
}
