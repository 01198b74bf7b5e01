import type { Contract } from '#contract/contract';
import type { Sent } from '../case.ts';
import type { OpinionOf } from '../request-opinion.ts';
import type { Judgement } from '../verdict.ts';

/** The mark that a judge of streams keeps of one exchange. */
export interface Mark<Value> {
  /** The id of the exchange, unique in its run or recording. */
  readonly exchange: string;
  readonly value: Value;
}

/** The judgement on a stream, with the exchanges that prove a deviation. */
export interface StreamJudgement {
  readonly judgement: Judgement;
  readonly shown: readonly string[];
}

/** The context of a stream. */
export interface Around {
  readonly contract: Contract;
  readonly phase: number;
  /** The day by the clock of the run, where the endpoint goes by that too; undefined for the day that it really was. */
  readonly today?: string | undefined;
  /** Formed only where it is asked for. */
  readonly opinionOf: OpinionOf;
}

/**
 * Judges all exchanges of a run or recording together; pure. What it says hangs on the set of the marks and not on their order, so
 * that parts of a stream may come in any order.
 */
export interface StreamJudge<Value> {
  /** The mark of an exchange; undefined for one that does not exercise the requirement. */
  readonly look: (sent: Sent, around: Around) => Value | undefined;
  readonly decide: (marks: readonly Mark<Value>[]) => StreamJudgement;
  /** Set where a single exchange shows nothing. */
  readonly isOfRow?: true;
}

/** A judge whose marks only it can read. */
export type AnyStreamJudge = StreamJudge<unknown>;

/** Hides the type of a judge's marks, so that judges with different marks fit in one table. */
export const sealed = <Value>({ look, decide, ...rest }: StreamJudge<Value>): AnyStreamJudge => ({
  ...rest,
  look,
  decide: (marks) => decide(marks as readonly Mark<Value>[]),
});
