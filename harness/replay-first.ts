import type { Bilingual } from '#contract/texts/bilingual';
import type { PlannedCheck } from './plan.ts';
import { type Bench, type Stage, beginCheck, stageOf, thrownBy } from './run-check.ts';
import { statementOf } from './statement-of.ts';
import { CaseUndecided, Nonconformance } from './stop.ts';

/** What a replay came to, with the number of its case. */
export interface Replayed {
  readonly case: number;
  readonly outcome: 'fixed' | 'failed' | 'blocked';
  /** Undefined for what is fixed. */
  readonly reason: Bilingual | undefined;
}

/** Numbers that no delivery of the check itself comes to, so that these are the same with and without a corpus. */
const replayNumbers = 9_900_000;

/**
 * Acts a case of an earlier run before the check that it belongs to, and tells what it came to. What fails counts for that check; what
 * can't be decided does not, since the check has cases of its own.
 */
export const replayFirst = async (
  bench: Bench,
  check: PlannedCheck,
  act: (stage: Stage) => Promise<void>,
): Promise<Replayed> => {
  const open = bench.replayed.get(check.key) ?? beginCheck(bench, check, replayNumbers);
  bench.replayed.set(check.key, open);
  const { tally, facts } = open;
  const error = await thrownBy(async () => act(stageOf({ bench, check, tally, facts, isReplay: true })));
  const { cases } = tally;
  if (error === undefined) return { case: cases, outcome: 'fixed', reason: undefined };
  if (error instanceof CaseUndecided) return { case: cases, outcome: 'blocked', reason: error.text };
  if (error instanceof Nonconformance) {
    open.failed ??= error;
    return { case: cases, outcome: 'failed', reason: error.deviation.actual };
  }
  const statement = statementOf(error);
  facts.tell({ type: 'stated', check: check.key, ...statement });
  return { case: cases, outcome: 'blocked', reason: statement.reason };
};
