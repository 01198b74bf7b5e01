import type { PersonalKind } from '#judgement/personal/in-text';

/** What in the messages of a recording may be about persons; the last one counts. The texts themselves are not told. */
export interface PersonalEvent {
  readonly type: 'personal';
  readonly found: readonly PersonalFound[];
}

/** One kind of it: in how many messages, and the first places and exchanges. */
export interface PersonalFound {
  readonly kind: PersonalKind;
  readonly messages: number;
  readonly at: readonly string[];
  readonly exchanges: readonly string[];
}
