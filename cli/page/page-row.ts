import type { Bilingual } from '#contract/texts/bilingual';
import type { Level } from '#contract/grounds/ground';
import type { Deviation } from '#judgement/verdict';
import type { Language } from '#reporters/texts';
import type { Examining } from './detail/examined.ts';

/** A requirement or rule that a message breaks, or a code that it was refused with. */
export interface Broken {
  readonly id: string;
  readonly level: Level;
  /** Undefined where the message is not judged yet. */
  readonly deviation?: Deviation | undefined;
}

/** A message on the page. */
export interface PageRow {
  /** From 1, in the order of the list. */
  readonly number: number;
  /** When it came, milliseconds since the epoch. */
  readonly at: number;
  readonly sender: string | undefined;
  /** Whether it is a delivery that was accepted, a connection test that was answered, or neither. */
  readonly came: 'accepted' | 'alive' | 'other';
  readonly kindIn: (language: Language) => string;
  readonly outcomeIn: (language: Language) => string;
  readonly broken: readonly Broken[];
  /** Whether `broken` is all that judges found; else what it breaks is found when its page is asked for. */
  readonly isJudged: boolean;
  /** Set where it is not known yet whose findings these are. */
  readonly isUndecided?: boolean | undefined;
  /** Why it was not judged, or not all of it. */
  readonly unjudged?: Bilingual | undefined;
  readonly said: Readonly<Record<'reference' | 'title' | 'medium', string | undefined>>;
  /** Its bytes, read when they are asked for; undefined where they are there no more. */
  readonly open: () => OpenMessage | undefined;
  /** What of it can be saved as a file. */
  readonly files: readonly { readonly href: string; readonly name: string }[];
}

/** The bytes of a message. */
export interface OpenMessage {
  readonly request: Examining;
  /** Undefined where answers are not kept. */
  readonly response: Uint8Array | undefined;
}

/** The messages that a page shows. */
export interface PageRows {
  readonly all: () => readonly PageRow[];
  readonly find: (number: number) => PageRow | undefined;
  /** Leaves out what came so far. */
  readonly reset: () => void;
}

/** Most messages that are listed: the oldest make way. */
export const mostRows = 10_000;
