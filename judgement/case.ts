import type { Bilingual } from '#contract/texts/bilingual';
import type { Purpose } from './purpose.ts';
import type { Exchange } from '#contract/wire/exchange';
import type { Recorded } from '#contract/wire/kept-bytes';
import type { Answer } from './answer.ts';

/** What a violation was made from. */
export interface Origin {
  readonly constraint: string;
  readonly operator: string;
  /** Path of the edited node. */
  readonly edited: string;
  /** The valid message that one edit turned into this one. */
  readonly parent: () => Uint8Array;
}

/** The same delivery under an earlier number, set aside since chance may have spoiled it. */
export interface Tried {
  /** The id of its exchange. */
  readonly exchange: string;
  /** What it came to. */
  readonly came: Bilingual;
  /** Whether the connection may have been closed before it arrived, which nobody is to blame for. */
  readonly isExcused?: true | undefined;
}

/** One exchange in a case, with what it was for and what it came to. */
export interface Sent {
  readonly purpose: Purpose;
  readonly exchange: Exchange;
  readonly answer: Answer;
  readonly origin?: Origin | undefined;
  /** The constraint that it violates, where it does; unlike the rest of its origin that is recorded. */
  readonly constraint?: string | undefined;
  /** What came of it before, under other numbers. */
  readonly tried?: readonly Tried[] | undefined;
  /** Once it is on disk. */
  readonly recorded?: Recorded | undefined;
}

/** What one case shows: its exchanges in order and, where the endpoint lets us look inside, what it keeps of them. */
export interface Case {
  readonly sent: readonly Sent[];
  /** Numbers of this case's deliveries that the endpoint keeps, once for each dossier; undefined where nobody can look. */
  readonly kept: readonly string[] | undefined;
  /** Of the run, where the requirement asks for it. */
  readonly phase?: number | undefined;
}
