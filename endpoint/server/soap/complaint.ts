import type { Bilingual } from '#contract/texts/bilingual';
import type { ErrorCase } from '#contract/contract';

/** One reason why a delivery is refused. */
export interface Complaint {
  readonly case: ErrorCase;
  /** The constraint of the contract that is broken, where one is. */
  readonly id: string | undefined;
  /** The element it is about, by names below the request. */
  readonly at: string;
  readonly text: Bilingual;
}
