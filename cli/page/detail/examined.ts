import type { Bilingual } from '#contract/texts/bilingual';
import type { JudgementContext } from '#judgement/finding';
import type { Shape } from '#judgement/geometry/shapes';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Hint } from '#judgement/streams/hint';
import type { ContentFile } from './contents.ts';
import type { ExcerptLine } from './excerpt.ts';

/** A request as its page asks about it. */
export interface Examining {
  /** Its first line and headers, as HTTP has them; empty where they were not kept. */
  readonly head: string;
  readonly body: Uint8Array;
  /** Undefined where there is nothing to judge: no POST, or one that was broken off. */
  readonly context: JudgementContext | undefined;
}

/** Stands for the head of a request among the names of its documents. */
export const headName = '!HTTP';

/** One thing that is wrong, by its number on the page, and where it is. */
export interface ExaminedFinding {
  readonly number: number;
  readonly requirement: RequirementId | undefined;
  readonly isError: boolean;
  readonly text: Bilingual;
  readonly hint: Hint | undefined;
  /** The name in the zip; empty for the message itself, `headName` for its head. */
  readonly document: string;
  /** From 1; 0 where unknown. */
  readonly line: number;
  readonly column: number;
}

/** A document with its marks. */
export interface ExaminedDocument {
  readonly name: string;
  readonly lines: readonly ExcerptLine[];
}

/** What the page of a request shows of it. */
export interface Examined {
  readonly findings: readonly ExaminedFinding[];
  /** The head and the message first. */
  readonly documents: readonly ExaminedDocument[];
  /** The files in its zip. */
  readonly contents: readonly ContentFile[];
  /** Its geometry. */
  readonly shapes: readonly Shape[];
}
