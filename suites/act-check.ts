import type { PlannedCheck } from '#harness/plan';
import { type Bench, type Ended, type Exclusion, runCheck, skipCheck } from '#harness/run-check';
import { findCheck } from './exclusion.ts';
import type { Check, Lab } from './lab.ts';
import type { Contents } from './topics.ts';

/** What planned checks are acted with. */
export interface Run {
  readonly lab: Lab;
  readonly bench: Bench;
  readonly contents: Contents;
}

/** What acts a check, or why nothing does. */
export type Found = { readonly act: Check } | Exclusion;

/** What acts a planned check, or why nothing does; whatever goes wrong while it is looked for is thrown when it acts. */
export const actFor = ({ lab, contents }: Run, check: PlannedCheck): Found => {
  const { blocked } = lab.config;
  try {
    const found = findCheck(lab, check, contents);
    return 'act' in found && blocked !== undefined ? { verdict: 'blocked', reason: blocked } : found;
  } catch (error) {
    return { act: () => Promise.reject(error instanceof Error ? error : new Error(String(error))) };
  }
};

/** Acts a planned check, or journals why nothing does. */
export const actCheck = (run: Run, check: PlannedCheck, found = actFor(run, check)): Promise<Ended> | Ended => {
  const { lab, bench } = run;
  return 'act' in found ? runCheck(bench, check, (stage) => found.act(lab, stage)) : skipCheck(bench, check, found);
};
