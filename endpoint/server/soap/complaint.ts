import type { Bilingual } from '#contract/texts/bilingual';
import type { ErrorCase } from '#contract/error-cases';

/** One reason why a delivery is refused. */
export interface Complaint {
  readonly case: ErrorCase;
  /** The constraint of the contract that is broken, where one is. */
  readonly id: string | undefined;
  /** What makes content unreadable, as `content#zip`, where that is the reason. */
  readonly fault?: string;
  /** The element it is about, by names below the request. */
  readonly at: string;
  readonly text: Bilingual;
}
