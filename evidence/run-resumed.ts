import { requirementOf } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';

/** That a run that was killed or stopped goes on: what it leaves undecided is acted again, beside all that is recorded of it. */
export interface RunResumed {
  readonly type: 'run-resumed';
  readonly at: string;
  /** How many times it was resumed, this one included. */
  readonly time: number;
  /** The embedded endpoint has another address each time. */
  readonly target: string;
  /** Keys of the checks that had begun, or that ended blocked or broken, and those over the whole run where it gets longer. */
  readonly again: readonly string[];
  /** Bytes of lines that a writer could not finish, which were taken out of the journal. */
  readonly torn?: number | undefined;
}

/** What of a list stays where a run is resumed: what it acts again has no verdict yet. */
export const withoutAgain = <One extends { readonly check: string }>(
  all: readonly One[],
  { again }: Pick<RunResumed, 'again'>,
): One[] => {
  const open = new Set(again);
  return all.filter(({ check }) => !open.has(check));
};

/** Whether all exchanges of a run decide a check together: a run that is resumed judges it by all that it holds then. */
export const isJudgedAnew = (key: string): boolean => isOverRun(requirementOf(key));
