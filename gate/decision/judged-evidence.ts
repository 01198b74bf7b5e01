import type { Ground } from '#contract/grounds/ground';
import type { Bilingual } from '#contract/texts/bilingual';
import type { DeclaredSystem, GateFacts } from '../facts/gate-facts.ts';
import type { GatePolicy } from '../policy/policy.ts';
import type { RequiredList } from '../required/required-list.ts';
import type { Observations } from '../sample/observations.ts';
import type { GateOutcome } from './decision.ts';

/** Who signed a package. */
export interface SignerSeen {
  readonly subject: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601, by the signer's own clock. */
  readonly signedAt: string;
  /** Whether the certificate leads to a given root; undefined where none were given. */
  readonly isTrusted: boolean | undefined;
}

/** Whether a package is as it was signed. */
export interface IntegritySeen {
  /** None for a package that is unaltered. */
  readonly problems: readonly Bilingual[];
  readonly signer: SignerSeen | undefined;
  /** SHA-256 of the manifest. */
  readonly manifest: string | undefined;
}

/** The contract of whoever judges. */
export interface GateContract {
  readonly id: string;
  readonly digest: string;
  readonly confirmed: boolean;
  /** Whether it is a reconstruction, else the document that it was taken over from. */
  readonly takenFrom: string | undefined;
  readonly documentTypes: readonly { readonly name: string; readonly label: string; readonly ground: Ground }[];
}

/** How recorded bytes were judged again. */
export interface JudgedAgain {
  /** The contract that the verdicts rest on. */
  readonly contract: string;
  /** Checks that come out otherwise than was recorded. */
  readonly differing: readonly string[];
  /** Whether suite and contract are those that recorded, so that what differs was changed. */
  readonly isSame: boolean;
  /** That nothing was judged again, since that is not for a page. */
  readonly isRecorded?: true;
}

/** An earlier decision on the same vendor. */
export interface EarlierDecision {
  readonly phase: number;
  readonly vendor: string;
  readonly outcome: GateOutcome;
  readonly documentTypes: readonly string[];
  /** Fingerprints of client certificates. */
  readonly certificates: readonly string[];
  /** The contract that it rests on, where KOOP had not confirmed that. */
  readonly unconfirmed?: string | undefined;
}

/** A notice that a person saw published. */
export interface PublicationSeen {
  readonly publication: string;
  readonly seenBy: string;
  /** ISO 8601, to the day at least. */
  readonly seenAt: string;
  /** When that was recorded, ISO 8601. */
  readonly at: string;
  readonly documentType: string | undefined;
  /** The run of phase 4 that it goes with, and its profile. */
  readonly run: string | undefined;
  readonly profile: string | undefined;
}

/** Everything that a gate decides on. */
export interface JudgedEvidence {
  readonly facts: GateFacts;
  /** SHA-256 of the journal, which a sample names. */
  readonly journal: string;
  /** As declared in the evidence: by its events, else by its vendor file. */
  readonly system: DeclaredSystem | undefined;
  /** Whether events and vendor file declare the same, where both are there. */
  readonly isSystemSame: boolean;
  /** Undefined for a folder that is no package. */
  readonly integrity: IntegritySeen | undefined;
  readonly contract: GateContract;
  readonly required: RequiredList;
  /** Whether the list that came along is the one that follows; undefined where none came, or it can't be derived. */
  readonly isRequiredSame: boolean | undefined;
  /** Whether what people read in a package was held against its journal; undefined for a folder. */
  readonly isReportCompared?: boolean | undefined;
  /** What the vendor's contract says otherwise, a line each; undefined where it is the one of whoever judges, or nobody compared. */
  readonly contractDifferences?: readonly Bilingual[] | undefined;
  /** Undefined where verdicts are those that were recorded. */
  readonly again: JudgedAgain | undefined;
  readonly policy: { readonly digest: string; readonly read: GatePolicy } | undefined;
  readonly phase: 1 | 2 | 3 | 4;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly observations: Observations | undefined;
  readonly earlier: readonly EarlierDecision[];
  readonly publications: readonly PublicationSeen[];
  /** Attestations beside them that can't be read. */
  readonly unreadable: readonly Bilingual[];
  /** The code that the vendor was given for its deliveries. */
  readonly code: string | undefined;
}
