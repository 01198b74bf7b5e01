import type { RunResult } from '#reporters/run-result';
import type { GateContract, PublicationSeen } from '../decision/judged-evidence.ts';
import type { DeclaredSystem, GateFacts } from '../facts/gate-facts.ts';

/** What a test report (toetsverslag) is made of. */
export interface Reported {
  readonly facts: GateFacts;
  readonly result: RunResult;
  readonly contract: GateContract;
  /** By the events of the recording, else by a vendor file. */
  readonly system: DeclaredSystem | undefined;
  /** What the vendor recorded of publications, in phase 4. */
  readonly publications?: readonly (Pick<PublicationSeen, 'publication' | 'seenBy' | 'seenAt'> &
    Partial<Pick<PublicationSeen, 'documentType'>>)[];
  /** SHA-256 of the journal, hexadecimal. */
  readonly journal: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Whether it is about a vendor's own system. */
export const isOfVendor = ({ facts }: Pick<Reported, 'facts'>): boolean =>
  facts.kind === 'recording' && facts.recordedBy !== 'delivery';
