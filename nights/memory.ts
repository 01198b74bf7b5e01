import type { Level } from '#contract/grounds/ground';
import type { Outcome } from '#reporters/outcome';
import type { Cause, Shown, Subject, Times, nightVersion } from './night.ts';

/** What is kept of all nights on one subject, whatever their number: what a next one is compared with. */
export interface Memory {
  readonly type: 'nights';
  readonly version: typeof nightVersion;
  readonly subject: Subject;
  readonly suite: string;
  readonly permitted?: readonly string[] | undefined;
  /** Nights so far, and those of them with a verdict. */
  readonly nights: number;
  readonly verdicts: number;
  /** When the first began. */
  readonly first: string;
  /** When the first run of the last night began: those soon after it are of the same night. */
  readonly tonight?: string | undefined;
  /** The last with a verdict, and when a sign of life was told last. */
  readonly lastVerdict?: { readonly at: string; readonly outcome: Outcome } | undefined;
  readonly lastSign: string;
  readonly findings: readonly Finding[];
  readonly stuck: readonly Stuck[];
  /** Keys of checks that passed once under this contract. */
  readonly passed: readonly string[];
  /** The last of each document type that counted. */
  readonly times: readonly Times[];
  /** The last nights, for the page. */
  readonly history: readonly Shortly[];
}

/**
 * A cause that failed: it is there, was not seen again (and its counterexample was not tried), or comes and goes with what a
 * seed makes.
 */
export interface Finding {
  readonly cause: Cause;
  readonly status: 'open' | 'unseen' | 'varying';
  readonly level: Level;
  /** When it was first seen, and the last night that could show it. */
  readonly first: string;
  readonly looked: string;
  /** Nights that could show it, and those that did. */
  readonly decided: number;
  readonly seen: number;
  /** Nights in a row that showed it, and that did not, of those that could. */
  readonly streak: number;
  readonly absent: number;
  /** The checks that showed it. */
  readonly checks: readonly string[];
  /** Whether what it is about passed before. */
  readonly passedBefore: boolean;
  /** Whether it moved from check to check, as what depends on values does. */
  readonly scattered: boolean;
  readonly shown?: Example | undefined;
}

/** A case that showed a cause last. */
export interface Example extends Shown {
  readonly runId: string;
  readonly check: string;
}

/** A requirement for a document type that was to be decided and was not, so many nights in a row. */
export interface Stuck {
  readonly pair: string;
  readonly nights: number;
  readonly since: string;
}

/** What was told of a night. */
export const tellings = ['first', 'unchanged', 'changed', 'worse'] as const;
export type Telling = (typeof tellings)[number];

/** The worst of a document type's checks of a topic. */
export const marks = ['failed', 'undecided', 'passed'] as const;
export type Mark = (typeof marks)[number];

/** A night as the page shows it. */
export interface Shortly {
  readonly runId: string;
  readonly at: string;
  readonly told: Telling;
  readonly outcome: Outcome;
  readonly counts: Readonly<Record<Mark, number>>;
  /** By document type (empty for what is about none) and topic. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Mark>>>>;
  readonly times: readonly Times[];
}

/** Nights that are shown. */
export const shownNights = 30;

/** The requirement and document type of a check, from its key. */
export const pairOf = (check: string): string => check.split('/', 2).join('/');
