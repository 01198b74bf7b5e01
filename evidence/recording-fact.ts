import type { PersonalEvent } from './personal-event.ts';
import type { SendersEvent } from './senders-event.ts';
import type { ShownEvent } from './shown-event.ts';
import type { TypesEvent } from './types-event.ts';

/** That the bytes of a recording were taken out, and what others wrote in its journal; digests stay. */
export interface Redacted {
  readonly type: 'redacted';
  readonly at: string;
}

/** What is known of a recording beside its exchanges and verdicts. */
export type RecordingFact = ShownEvent | PersonalEvent | SendersEvent | TypesEvent | Redacted;
