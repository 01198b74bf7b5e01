import { checkFold, type CheckVerdict } from './check-fold.ts';
import type { Event } from './event.ts';
import type { Damaged } from './journal-feed.ts';
import { isJudgedAnew } from './run-resumed.ts';

/** A check whose recorded verdict is not what the facts beside it come to. */
export interface Unfounded {
  readonly check: string;
  readonly recorded: string;
  readonly folded: string;
}

/** Folds the facts of all checks of a run into their verdicts, once more and from disk, and compares those that were recorded. */
export const verdictsFold = () => {
  const folds = new Map<string, ReturnType<typeof checkFold>>();
  const verdicts = new Map<string, CheckVerdict>();
  const unfounded: Unfounded[] = [];
  const resume = (again: readonly string[]): void => {
    for (const key of again) {
      if (isJudgedAnew(key)) folds.delete(key);
      else folds.get(key)?.resume();
    }
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'judged' || event.type === 'stated') {
        const fold = folds.get(event.check) ?? checkFold();
        folds.set(event.check, fold);
        fold.add(event);
      }
      if (event.type === 'run-resumed') resume(event.again);
      // A recording that goes on is judged anew.
      if (event.type === 'recording-started') for (const table of [folds, verdicts]) table.clear();
      if (event.type !== 'check-ended') return;
      const folded = (folds.get(event.check) ?? checkFold()).result();
      folds.delete(event.check);
      verdicts.set(event.check, folded);
      if (folded.verdict !== event.verdict)
        unfounded.push({ check: event.check, recorded: event.verdict, folded: folded.verdict });
    },
    result: (): { readonly verdicts: ReadonlyMap<string, CheckVerdict>; readonly unfounded: readonly Unfounded[] } => ({
      verdicts,
      unfounded,
    }),
  };
};
