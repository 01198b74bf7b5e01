import type { Shown } from '#judgement/showing/showing';

/** The abilities that a vendor declared of its system, and how much of them a recording shows; the last event counts. */
export interface ShownEvent {
  readonly type: 'shown';
  readonly vendor: string;
  readonly product: string;
  readonly productVersion: string;
  readonly items: readonly Shown[];
}
