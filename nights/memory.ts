import type { Bilingual } from '#contract/texts/bilingual';
import type { Level } from '#contract/grounds/ground';
import type { Outcome } from '#reporters/outcome';
import type { Cause } from '#evidence/cause';
import type { Shown, Subject, Times, nightVersion } from './night.ts';
import type { Trail } from './trail.ts';

/** What is kept of all nights on one subject, whatever their number: what a next one is compared with. */
export interface Memory {
  readonly type: 'nights';
  readonly version: typeof nightVersion;
  readonly subject: Subject;
  readonly suite: string;
  readonly permitted?: readonly string[] | undefined;
  /** Nights so far, and runs whose part of all has had its turn. */
  readonly nights: number;
  readonly verdicts: number;
  /** When the first began. */
  readonly first: string;
  /** When the first run of the last night began: those soon after it are of the same night. */
  readonly tonight: string;
  /** The last with a verdict, and when a sign of life was told last. */
  readonly lastVerdict?: { readonly at: string; readonly outcome: Outcome } | undefined;
  readonly lastSign: string;
  readonly findings: readonly Finding[];
  readonly stuck: readonly Stuck[];
  /** Nights without a verdict; undefined while there are none. */
  readonly silence?: Watched | undefined;
  /** Keys of checks that passed once under this contract. */
  readonly passed: readonly string[];
  /** What passed once and was not in the scope of the last night. */
  readonly out: readonly string[];
  /** The last of each document type that counted. */
  readonly times: readonly Times[];
  /** The last nights, for the page. */
  readonly history: readonly Shortly[];
}

/** It is there; was not seen again, and its counterexample was not tried; comes and goes with what a seed makes; or passed its counterexample, and is kept in mind so that its return is told as one. */
export const findingStatuses = ['open', 'unseen', 'varying', 'ended'] as const;

/** A cause that failed. */
export interface Finding {
  readonly cause: Cause;
  /** What its constraint says, where that is a rule of the contract. */
  readonly says?: Bilingual | undefined;
  readonly status: (typeof findingStatuses)[number];
  readonly level: Level;
  /** When it was first seen, and the last night that could show it. */
  readonly first: string;
  readonly looked: string;
  /** The nights that could show it. */
  readonly trail: Trail;
  /** The checks that showed it. */
  readonly places: readonly Place[];
  /** Whether what it is about passed before. */
  readonly passedBefore: boolean;
  /** That the first night alone showed it, while it is not seen again. */
  readonly isAlone?: true | undefined;
  /** That it was told to move from place to place, as what depends on values does. */
  readonly moves?: true | undefined;
  /** That it was told to be intermittent no more, while it was not away for long since. */
  readonly hasStayed?: true | undefined;
  readonly shown?: Example | undefined;
  /** What sends the case that shows it again (`made-again.ts`). */
  readonly made?: string | undefined;
  /** Where it is told in confidence: the runs that found it (`Failure.found`) whose cases did not pass since. */
  readonly found?: readonly string[] | undefined;
}

/** A finding that is not ended. */
export const isKnown = ({ status }: Finding): boolean => status !== 'ended';

/** A check that showed a cause. */
export interface Place {
  readonly check: string;
  /** The last night that could show it, and all of them. */
  readonly looked: string;
  readonly trail: Trail;
  /** Whether it is known that the cause is here, and no news any more. */
  readonly isTold: boolean;
}

/** A case that showed a cause last. */
export interface Example extends Shown {
  readonly runId: string;
  readonly check: string;
}

/** What was not decided on some of the last nights. */
export interface Watched {
  /** The last night that was to decide it, and all of them since it was not for the first time: `x` where it was not. */
  readonly looked: string;
  readonly trail: Trail;
  /** Whether it is told that it is not, and whether there was an alarm. */
  readonly isTold: boolean;
  readonly isAlarmed: boolean;
}

/** A requirement for a document type that was to be decided and was not. */
export interface Stuck extends Watched {
  readonly pair: string;
}

/** What was told of a night. */
export const tellings = ['first', 'unchanged', 'changed', 'worse'] as const;
export type Telling = (typeof tellings)[number];

/** The worst of a document type's checks of a topic. */
export const marks = ['failed', 'undecided', 'passed'] as const;
export type Mark = (typeof marks)[number];

/** The keys of the checks of a night, each once. */
export type KeysBy = Readonly<Record<'failed' | 'passed' | 'blocked' | 'undecided', readonly string[]>>;

/** A night as the page shows it, whatever the number of its runs. */
export interface Shortly {
  /** Its last run, and when that began. */
  readonly runId: string;
  readonly at: string;
  /** When its first run began; undefined where an earlier version kept it. */
  readonly began?: string | undefined;
  /** The worst that was told of its runs. */
  readonly told: Telling;
  /** The first changes for the worse, in words. */
  readonly why?: readonly Bilingual[] | undefined;
  readonly outcome: Outcome;
  /** Of the last night alone, which may have another run. */
  readonly keys?: KeysBy | undefined;
  readonly counts: Readonly<Record<Mark, number>>;
  /** How many of what is undecided is blocked. */
  readonly blocked: number;
  /** By document type (empty for what is about none) and topic. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Mark>>>>;
  readonly times: readonly Times[];
}

/** Nights that are shown. */
export const shownNights = 30;

/** The requirement and document type of a check, from its key. */
export const pairOf = (check: string): string => check.split('/', 2).join('/');
