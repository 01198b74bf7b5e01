import type { Bilingual } from '#contract/texts/bilingual';
import type { Level } from '#contract/grounds/ground';
import type { Purpose } from '#judgement/purpose';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Deviation } from '#judgement/verdict';

/** A failure that a run found, kept so that it can be sent again: the requests of the case that showed it, and where it came from. */
export interface CorpusCase {
  readonly requirement: RequirementId;
  readonly documentType: string | undefined;
  readonly constraint: string | undefined;
  readonly level: Level;
  readonly deviation: Deviation;
  /** Digest of requirement and cause under one contract; two failures with the same are one case. */
  readonly cause: string;
  readonly replay: ReplayManner;
  /** Why nothing is sent again. */
  readonly why: Bilingual | undefined;
  /** Whether its judge looked at what the endpoint keeps. */
  readonly observes: boolean;
  /** Filled in by people; empty until then. */
  readonly owner: string;
  readonly reason: string;
  readonly origin: CaseOrigin;
  /** In the order in which they were sent. */
  readonly requests: readonly CaseRequest[];
}

/**
 * How a case is sent again: its own requests; the check as a whole, where what is wrong stands in the connection or the
 * credentials and in no bytes; or not at all.
 */
export const replayManners = ['requests', 'check', 'none'] as const;
export type ReplayManner = (typeof replayManners)[number];

/** The run that found a failure. */
export interface CaseOrigin {
  readonly run: string;
  /** The run that found its cause first, where this one found it by other bytes. */
  readonly first?: string | undefined;
  readonly seed: number;
  /** Where fast-check found it; empty for what is not generated. */
  readonly path: string;
  /** The moment that the run took for now, ISO 8601, and the day that it was in the Netherlands. */
  readonly clock: string;
  readonly day: string;
  readonly suite: string;
  readonly contract: { readonly id: string; readonly digest: string };
  readonly phase: number;
  /** Its name, which says more elsewhere than the path of its file. */
  readonly profile: string;
  readonly target: string;
  readonly isMock: boolean;
}

/** One request of a case, without what a profile gives it: address, credentials, certificate. */
export interface CaseRequest {
  readonly purpose: Purpose;
  /** The constraint that it violates, where it does. */
  readonly constraint: string | undefined;
  readonly method: 'POST' | 'PUT' | 'GET';
  /** Header values as they were; null where there was none. */
  readonly contentType: string | null;
  readonly soapAction: string | null;
  readonly chunked: boolean;
  readonly asksFirst: boolean;
  readonly body: Uint8Array;
}

/** Requests and bytes that a case holds at most. */
export const caseBounds = { requests: 50, bytes: 1024 * 1024, description: 256 * 1024 } as const;
