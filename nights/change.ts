import type { Bilingual } from '#contract/texts/bilingual';
import type { CutShort } from '#evidence/left-out';
import type { Outcome } from '#reporters/outcome';
import type { Finding, Memory } from './memory.ts';
import type { Subject, Times } from './night.ts';

/** What differs between a night and those before it. */
export type Change =
  | { readonly kind: 'first'; readonly findings: number }
  /** A cause that was not there; back after nights without it; there every night, after it came and went. */
  | { readonly kind: 'new' | 'back' | 'steady'; readonly finding: Finding }
  /** Checks that passed before, and fail by a cause that is known. */
  | { readonly kind: 'spread'; readonly finding: Finding; readonly checks: readonly string[] }
  /** Its counterexample passes; it was not seen again; one seed alone showed it; it is in other places now; no night could show it for a year. */
  | { readonly kind: 'ended' | 'unseen' | 'varying' | 'moving' | 'forgotten'; readonly finding: Finding }
  /** Wrong messages that were accepted on this night for the first time, as others come and go. */
  | { readonly kind: 'alike'; readonly findings: readonly Finding[] }
  /** What passed before is undecided on the third night of a week; is undecided; is decided again. */
  | { readonly kind: 'stuck' | 'undecided'; readonly pairs: readonly string[]; readonly reason: Bilingual | undefined }
  | { readonly kind: 'decided'; readonly pairs: readonly string[] }
  /** There was no verdict on the third night of a week. */
  | { readonly kind: 'silent'; readonly nights: number; readonly reason: Bilingual | undefined }
  /** Requirements that were known of earlier nights, and that this version does not have. */
  | { readonly kind: 'gone'; readonly requirements: readonly string[]; readonly findings: number }
  /** What passed before and is not tested any more; what is tested again. */
  | {
      readonly kind: 'narrower';
      readonly pairs: readonly string[];
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
    }
  /** Known findings that are not tested any more. */
  | {
      readonly kind: 'hidden';
      readonly findings: readonly Finding[];
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
    }
  | { readonly kind: 'wider'; readonly pairs: readonly string[] }
  /** What a permission covers no longer, or as well. */
  | { readonly kind: 'less' | 'more'; readonly permissions: readonly string[] }
  /** What a night left out of its part since others used the account. */
  | ({ readonly kind: 'cut' } & CutShort)
  /** A median beside that of the night before, or of the best of the last thirty nights, which then has its moment. */
  | { readonly kind: 'slow'; readonly before: Times; readonly now: Times; readonly on?: string }
  | { readonly kind: 'missed'; readonly nights: number; readonly since: string }
  | { readonly kind: 'suite'; readonly before: string; readonly now: string }
  | { readonly kind: 'unequal'; readonly differences: readonly Difference[] }
  | {
      readonly kind: 'sign';
      readonly lastVerdict: Memory['lastVerdict'];
      readonly nights: number;
      readonly since: string;
    };

/** A part of what two nights were about in which they differ. */
export interface Difference {
  readonly key: keyof Subject;
  readonly before: string;
  readonly now: string;
}

const worse: ReadonlySet<Change['kind']> = new Set([
  'new',
  'back',
  'steady',
  'spread',
  'stuck',
  'silent',
  'narrower',
  'less',
]);

/** Whether a change is one for the worse, which is told by an alarm. */
export const isWorse = ({ kind }: Change): boolean => worse.has(kind);

const verdicts: ReadonlySet<Outcome> = new Set(['passed', 'in-part', 'failed']);

/** Whether a run came to a verdict. */
export const isVerdict = (outcome: Outcome): boolean => verdicts.has(outcome);
