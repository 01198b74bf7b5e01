import type { Shown } from '#judgement/showing/showing';

/** What a vendor declared that its system can do, and what of it a recording shows; the last one counts. */
export interface ShownEvent {
  readonly type: 'shown';
  readonly vendor: string;
  readonly product: string;
  readonly productVersion: string;
  readonly items: readonly Shown[];
}
