import type { Bilingual } from '#contract/texts/bilingual';
import type { Level } from '#contract/grounds/ground';
import type { Cause } from '#evidence/cause';
import type { Ending } from '#evidence/ending';
import type { CutShort } from '#evidence/left-out';
import type { Outcome } from '#reporters/outcome';

/** Version of the record below, and of the memory that is kept of nights. */
export const nightVersion = 2;

/** One run as it is compared with others: `night.json`, in one line. It holds nothing that its seed alone decides, but the seed. */
export interface Night {
  readonly type: 'night';
  readonly version: typeof nightVersion;
  readonly runId: string;
  /** When it began, ISO 8601. */
  readonly at: string;
  readonly suite: string;
  readonly seed: number;
  readonly subject: Subject;
  /** What a permission covered; undefined where none is needed. */
  readonly permitted?: readonly string[] | undefined;
  readonly outcome: Outcome;
  /** That it was stopped before its end, and can go on. */
  readonly isStopped?: true | undefined;
  readonly requests: number;
  /** What it left out of its part since others used the account. */
  readonly cutShort?: CutShort | undefined;
  /** Keys of the checks that passed. */
  readonly passed: readonly string[];
  readonly failed: readonly Failure[];
  readonly undecided: readonly Undecided[];
  /** What was not in its scope, whatever the turn. */
  readonly out: readonly OutOfScope[];
  /** Of each document type with answers. */
  readonly times: readonly Times[];
  /** What ends one day. */
  readonly ends: readonly Ending[];
  /** What became of counterexamples of earlier nights that were sent again. */
  readonly replays: readonly Replay[];
}

/** What a run was about: nights that differ in it are not compared unasked. */
export interface Subject {
  readonly profile: string;
  /** The host and port of the endpoint; `mock` for the embedded one, which has another port each time. */
  readonly target: string;
  readonly phase: number;
  readonly contract: string;
  /** Filters as given; empty means everything. */
  readonly topics: readonly string[];
  readonly documentTypes: readonly string[];
  /** Valid deliveries a document type, as asked for. */
  readonly runs: number;
  /** Whether it is one of many nights that test all together. */
  readonly isPart: boolean;
}

/** A check that failed. */
export interface Failure {
  readonly check: string;
  readonly cause: Cause;
  /** What its constraint says, where that is a rule of the contract. */
  readonly says?: Bilingual | undefined;
  readonly documentType?: string | undefined;
  readonly level: Level;
  /** The case that shows it; undefined where it is told in confidence. */
  readonly counterexample?: Shown | undefined;
  /** What sends the case that shows it again: its check, whatever it sends, or the seed of its run; undefined where neither does. */
  readonly again?: 'check' | 'seed' | undefined;
  /** Of what is told in confidence the run that found it first, as a case of the corpus names it. */
  readonly found?: string | undefined;
}

/** A case of a run: where its values came from; the path is empty where it has none that vary. */
export interface Shown {
  readonly case: number;
  readonly seed: number;
  readonly path: string;
}

/** Requirements for document types that were not to be decided, for one reason. */
export interface OutOfScope {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
  readonly pairs: readonly string[];
}

/** Checks that were to be decided and were not, for one reason. */
export interface Undecided {
  readonly as: 'blocked' | 'broken' | 'untested';
  readonly reason?: Bilingual | undefined;
  readonly checks: readonly string[];
}

/** The median time of answers, in milliseconds, over so many exchanges. */
export interface Times {
  readonly documentType: string;
  readonly median: number;
  readonly exchanges: number;
}

/** A case of an earlier night for a check: it passes now, fails still, that was not decided (as where it fails by another cause), or it waits for room in a later run. */
export interface Replay {
  readonly check: string;
  /** The digest of its cause; undefined where that is told in confidence. */
  readonly cause?: string | undefined;
  /** There the run that found it first. */
  readonly found?: string | undefined;
  readonly outcome: 'fixed' | 'failed' | 'blocked' | 'waiting';
}
