import type { Contract } from '#contract/contract';
import type { Authority, JudgementContext } from '#judgement/finding';
import type { Workshop } from './workshop.ts';

/** For which contract, day, run and limits deliveries are made. */
export interface Circumstances {
  readonly contract: Contract;
  readonly context: JudgementContext;
  /** Part of every reference, so that a run's references are new; letters, digits and hyphens. */
  readonly runId: string;
  /** Who may be the competent authority (bevoegd gezag); undefined for every body of the lists. */
  readonly authorities: readonly Authority[] | undefined;
  /** Media that may be asked for, none when empty; undefined for every medium. */
  readonly media: readonly string[] | undefined;
  /** `awkward`: free text is nothing but what breaks systems, `plain`: it has none of that; undefined is ordinary Dutch with some of it. */
  readonly text?: 'awkward' | 'plain';
  /** Also values that not every processor of XML Schema must take. */
  readonly beyondMinimal?: boolean | undefined;
  readonly workshop: Workshop;
}
