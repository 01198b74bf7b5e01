import type { Contract } from '#contract/contract';
import type { Sent } from '../case.ts';
import type { OpinionOf } from '../request-opinion.ts';
import type { Judgement } from '../verdict.ts';

/** What a judge of streams keeps of one exchange. */
export interface Mark<Value> {
  /** The id of the exchange, unique in its run or recording. */
  readonly exchange: string;
  readonly value: Value;
}

/** What a stream comes to, and the exchanges that show it where it deviates. */
export interface StreamJudgement {
  readonly judgement: Judgement;
  readonly shown: readonly string[];
}

/** What a stream stands in. */
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
  /** What it keeps of an exchange; undefined of one that says nothing of the requirement. */
  readonly look: (sent: Sent, around: Around) => Value | undefined;
  readonly decide: (marks: readonly Mark<Value>[]) => StreamJudgement;
  /** Set where one exchange by itself shows nothing. */
  readonly isOfRow?: true;
}

/** A judge whose marks only it can read. */
export type AnyStreamJudge = StreamJudge<unknown>;

/** Seals a judge, so that judges with different marks stand in one table. */
export const sealed = <Value>({ look, decide, ...rest }: StreamJudge<Value>): AnyStreamJudge => ({
  ...rest,
  look,
  decide: (marks) => decide(marks as readonly Mark<Value>[]),
});
