import type { Level } from '#contract/grounds/ground';

/** What a recording with several senders comes to for each of them; the last one counts. */
export interface SendersEvent {
  readonly type: 'senders';
  readonly senders: readonly SenderFound[];
  /** Messages that have no part in any verdict, since nobody knows whose they are. */
  readonly strangers?: number | undefined;
  /** Those of them that name a username that has access, without its password. */
  readonly claims?: readonly Claimed[] | undefined;
}

/** How often a username was named without its password. */
export interface Claimed {
  readonly username: string;
  readonly messages: number;
}

/** The checks of a recording by the messages of one sender alone. */
export interface SenderFound {
  readonly sender: string;
  /** Set where the vendor names its senders, and this is none of them: it has no verdict, nor a part in one. */
  readonly isOther?: true | undefined;
  readonly messages: number;
  readonly accepted: number;
  /** Checks that are in order, and those that its messages say nothing of. */
  readonly passed: number;
  readonly open: number;
  readonly failed: readonly { readonly requirement: string; readonly level: Level }[];
}
