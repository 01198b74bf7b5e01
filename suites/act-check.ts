import type { PlannedCheck } from '#harness/plan';
import { type Bench, type Ended, runCheck, skipCheck } from '#harness/run-check';
import { findCheck } from './exclusion.ts';
import type { Lab } from './lab.ts';
import type { Contents } from './topics.ts';

/** What a planned check is acted with. */
export interface Run {
  readonly lab: Lab;
  readonly bench: Bench;
  readonly contents: Contents;
}

/** Acts a planned check, or journals why nothing does; whatever goes wrong on the way is a verdict too: broken. */
export const actCheck = ({ lab, bench, contents }: Run, check: PlannedCheck): Promise<Ended> | Ended => {
  try {
    const found = findCheck(lab, check, contents);
    if ('reason' in found) return skipCheck(bench, check, found);
    return runCheck(bench, check, (stage) => found.act(lab, stage));
  } catch (error) {
    return runCheck(bench, check, () => Promise.reject(error instanceof Error ? error : new Error(String(error))));
  }
};
