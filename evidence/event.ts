import type { Purpose } from '#judgement/purpose';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Ground, Level } from '#contract/grounds/ground';
import type { EarlierAttempt, Inbound, InboundEnd, WireFailure, WireTls } from '#contract/wire/exchange';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Refusal } from '#judgement/answer';
import type { Tried } from '#judgement/case';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Deviation, Judgement, Verdict } from '#judgement/verdict';
import type { Asked } from './asked.ts';
import type { WaitingCase } from './case-replayed.ts';
import type { Counterexample } from './counterexample.ts';
import type { NightFacts } from './ending.ts';
import type { ForwardedTo } from './forwarded-to.ts';
import type { InEffect } from './in-effect.ts';
import type { Leaving } from './leaving.ts';
import type { CutShort, LeftOut } from './left-out.ts';
import type { RecordingFact } from './recording-fact.ts';
import type { RunFact } from './run-fact.ts';

/** Version of the record below; a reader refuses a journal with another one. */
export const journalVersion = 6;

/** The options of a run, without secrets. */
export interface RunStarted extends NightFacts {
  readonly type: 'run-started';
  readonly version: typeof journalVersion;
  readonly at: string;
  readonly runId: string;
  readonly suite: string;
  readonly contract: { readonly id: string; readonly digest: string; readonly confirmed: boolean };
  readonly profile: string;
  readonly asked: Asked;
  readonly phase: number;
  readonly target: string;
  /** The proxy of every exchange, without credentials; undefined for direct connections. */
  readonly proxy?: string | undefined;
  /** What on this machine carried TLS and the certificate; undefined where the run did. */
  readonly via?: string | undefined;
  readonly isMock: boolean;
  readonly seed: number;
  readonly runs: number;
  readonly clock: string;
  /** Filters as given; empty means everything. */
  readonly topics: readonly string[];
  readonly documentTypes: readonly string[];
  /** The effect of the profile on the day of the run; absent means that all is allowed. */
  readonly inEffect: InEffect;
  /** That the profile's permission covered nothing on the day of the run, so that less was tested than it asks for. */
  readonly lapsed?: Bilingual | undefined;
  /** Number of checks that will be run. */
  readonly checks: number;
}

/** A recording of a vendor's system: all that it sent to our server, in the order in which answers were decided. A recording that is continued starts again, and earlier judgements no longer count. */
export interface RecordingStarted {
  readonly type: 'recording-started';
  readonly version: typeof journalVersion;
  readonly at: string;
  readonly recording: string;
  readonly suite: string;
  readonly contract: { readonly id: string; readonly digest: string; readonly confirmed: boolean };
  readonly phase: number;
  /** As asked for, and where it listened; undefined where nothing did: then who recorded it, and how many messages it is to hold: with fewer of them its maker was killed. */
  readonly profile?: string | undefined;
  readonly asked?: { readonly contract: string | undefined } | undefined;
  readonly target?: string | undefined;
  readonly recordedBy?: 'system' | 'delivery' | undefined;
  readonly messages?: number | undefined;
  /** Whether who recorded it declared that it holds test data only, and until when it is to be kept; ISO 8601. */
  readonly testData?: 'declared' | 'undeclared' | undefined;
  readonly keepUntil?: string | undefined;
  /** Where messages went on to, by which profile, and what it allows in all; undefined where answers were our own. */
  readonly forwardedTo?: ForwardedTo | undefined;
}

/** Why deliveries of a document type are never made to break a constraint. */
export interface NeverBroken {
  readonly constraint: string;
  readonly documentType: string;
  readonly verdict: 'untested' | 'not-applicable';
  readonly reason: Bilingual;
}

/** The constraints that a run aims to violate: each one in each document type, except those that can't be broken there. */
export interface Aimed {
  readonly type: 'aimed';
  readonly constraints: readonly string[];
  readonly documentTypes: readonly string[];
  readonly never: readonly NeverBroken[];
}

/** The part of the plan that a run acts; reported before the first request. */
export interface Planned {
  readonly type: 'planned';
  /** Checks that apply. */
  readonly plan: number;
  /** Those of them that are to be decided. */
  readonly scope: number;
  /** Those that flags took away; the journal holds nothing else of them. */
  readonly unselected: number;
  /** Valid deliveries for each document type in each property, which limits can make fewer than were asked for. */
  readonly runs: number;
  /** The most requests that it makes where nothing fails, those of the doctor included. */
  readonly requests: number;
  /** Why the others are not, the most checks first. */
  readonly leftOut: readonly LeftOut[];
  /** All but those that flags took away, so that a run that is killed shows what it did not come to. */
  readonly checks?: readonly ToDecide[] | undefined;
  readonly waiting?: readonly WaitingCase[] | undefined;
  /** Of a run that is one of many nights: what it leaves out since others used the account today. */
  readonly cutShort?: CutShort | undefined;
}

/** A check of a plan, and where it is out of the scope which of its reasons that has. */
export interface ToDecide extends Omit<CheckStarted, 'type'> {
  readonly leftOut?: number | undefined;
}

/** The steps of the doctor before the first check, and the cause that it found. */
export interface Diagnosed {
  readonly type: 'diagnosed';
  readonly steps: readonly { readonly step: string; readonly outcome: string; readonly said: Bilingual | undefined }[];
  /** Undefined when nothing did. */
  readonly cause: { readonly id: string; readonly cause: Bilingual; readonly remedy: Bilingual } | undefined;
}

/** The target of a verdict. */
export interface Target {
  readonly requirement: RequirementId;
  readonly documentType: string | undefined;
  readonly constraint: string | undefined;
}

export interface CheckStarted extends Target {
  readonly type: 'check-started';
  readonly check: string;
  readonly level: Level;
  readonly ground: Ground;
  readonly seed: number;
}

/** One exchange. Its bytes lie in `exchanges/`; texts of the other side are shortened. */
export interface ExchangeRecorded {
  readonly type: 'exchange';
  /** Unique in the run. */
  readonly id: string;
  /** Key of the check; `doctor` for those before the first, `recording` for what a vendor's system sent by itself. */
  readonly check: string;
  readonly case: number;
  /** Its purpose in its case: `valid`, `violation`, `again`. */
  readonly purpose: Purpose;
  /** The constraint that it violates, where it does. */
  readonly constraint: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Whether some of its bytes were not kept; then the places below tell of fewer, or there are none. */
  readonly lacks?: true | undefined;
  readonly request: KeptBytes | undefined;
  readonly requestBytes: number;
  /** The answer, be it one that broke off: then there is a failure as well. */
  readonly status: number | undefined;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly response: KeptBytes | undefined;
  readonly responseBytes: number;
  /** Set where the password stood in the answer. */
  readonly reveals?: true | undefined;
  readonly failure: Omit<WireFailure, 'received'> | undefined;
  readonly tls?: WireTls | undefined;
  /** The client certificate that was offered with its chain, PEM. */
  readonly identity?: KeptBytes | undefined;
  /** Where a server of ours recorded it. */
  readonly inbound?: Omit<Inbound, 'end'> | undefined;
  readonly startedAt: number;
  readonly durationMs: number;
  /** The same request as it went before. */
  readonly earlier?: readonly EarlierAttempt[] | undefined;
  /** The same delivery under other numbers before, set aside. */
  readonly tried?: readonly Tried[] | undefined;
  /** The kind of answer and its dossier number, for readers and for the clean-up list. */
  readonly answer: string;
  /** Whether the answer was a SOAP envelope with a body. */
  readonly soap?: true | undefined;
  /** What the answer says is wrong, where it does. */
  readonly refusal?: Pick<Refusal, 'code' | 'element'> | undefined;
  readonly dossierNumber: string | undefined;
  /** Under which reference (referentienummer) a delivery went, where it has one of ours. */
  readonly reference?: string | undefined;
  /** Whether it may have made a dossier of which no number came. */
  readonly mayBeDossier?: true | undefined;
  readonly documentType: string | undefined;
}

/** How an inbound exchange ended, once it has: it is recorded before its answer leaves. */
export interface ExchangeEnded extends InboundEnd {
  readonly type: 'exchange-ended';
  /** Its id. */
  readonly exchange: string;
}

/** An exchange of another case that this case takes up as well; it was sent once. */
export interface ExchangeShared {
  readonly type: 'shared';
  readonly check: string;
  readonly case: number;
  /** Its id. */
  readonly exchange: string;
}

/** An inspection of the endpoint after a case: the numbers of the case's deliveries that it keeps. */
export interface KeptObserved {
  readonly type: 'kept';
  readonly check: string;
  readonly case: number;
  readonly kept: readonly string[];
}

/** The judgement on a case. */
export interface CaseJudged {
  readonly type: 'judged';
  readonly check: string;
  readonly case: number;
  readonly judgement: Judgement;
  /** Why its recorded bytes can't prove it again: not all were kept, or to judge them took too long. */
  readonly unprovable?: 'bytes' | 'time' | undefined;
}

/** A fact about a check apart from its cases: why it does not decide, or what we did wrong. */
export interface CheckStated {
  readonly type: 'stated';
  readonly check: string;
  readonly as: 'untested' | 'left-out' | 'not-applicable' | 'blocked' | 'broken';
  readonly reason: Bilingual;
  /** Where the suite made its mistake. */
  readonly trace?: string | undefined;
}

export interface CheckEnded extends Target {
  readonly type: 'check-ended';
  readonly check: string;
  readonly verdict: Verdict;
  readonly level: Level;
  readonly ground: Ground;
  readonly seed: number;
  readonly counts: Counts;
  readonly reason: Bilingual | undefined;
  readonly deviation: Deviation | undefined;
  readonly counterexample: Counterexample | undefined;
  /** Cases whose judgement their recorded bytes can't prove again. */
  readonly unprovable?: number | undefined;
  /** Where the suite made its mistake, for a check that is broken. */
  readonly trace?: string | undefined;
  readonly durationMs: number;
}

export interface Counts {
  readonly cases: number;
  readonly exchanges: number;
  readonly accepted: number;
  readonly refused: number;
  /** Exchanges of which not all bytes were kept. */
  readonly lacking?: number | undefined;
}

export interface RunEnded {
  readonly type: 'run-ended';
  readonly at: string;
  /** False when the run was stopped before its last check. */
  readonly complete: boolean;
  readonly reason: Bilingual | undefined;
}

/** One line of `journal.ndjson`. */
export type Event =
  | RunStarted
  | RunFact
  | Planned
  | RecordingStarted
  | Aimed
  | Diagnosed
  | CheckStarted
  | Leaving
  | ExchangeRecorded
  | ExchangeEnded
  | ExchangeShared
  | KeptObserved
  | RecordingFact
  | CaseJudged
  | CheckStated
  | CheckEnded
  | RunEnded;
