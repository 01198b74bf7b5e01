import type { CheckEnded } from '#evidence/event';
import type { RunResult } from './run-result.ts';

/** What a run as a whole came to; `unwritten`: not all of its reports could be written. */
export type Outcome = 'passed' | 'failed' | 'broken' | 'blocked' | 'unpermitted' | 'incomplete' | 'unwritten';

/** Exit codes: 0 passed, 1 the system under test does not conform, 3 no verdict possible. */
export const exitCodes: Readonly<Record<Outcome, number>> = {
  passed: 0,
  failed: 1,
  broken: 3,
  blocked: 3,
  unpermitted: 3,
  incomplete: 3,
  unwritten: 3,
};

/** True when a failed check counts against the system under test: a MUST always, a SHOULD under strict, a report never. */
export const isBinding = ({ verdict, level }: CheckEnded, strict: boolean): boolean =>
  verdict === 'failed' && (level === 'MUST' || (strict && level === 'SHOULD'));

/**
 * The outcome of a run. A journal that was changed proves nothing. Less was tested than the profile asks for where its permission had lapsed, whatever else was found; then a
 * failure that binds comes first, then our own faults, then what kept us from a verdict.
 */
export const outcomeOf = (
  { started, checks, stopped, ended, damaged, changed, unfounded }: RunResult,
  strict: boolean,
): Exclude<Outcome, 'unwritten'> => {
  const has = (verdict: CheckEnded['verdict']): boolean => checks.some((check) => check.verdict === verdict);
  if (started.lapsed !== undefined) return 'unpermitted';
  if (changed.length + unfounded.length > 0) return 'incomplete';
  if (checks.some((check) => isBinding(check, strict))) return 'failed';
  if (has('broken')) return 'broken';
  if (has('blocked')) return 'blocked';
  const isWhole = ended?.complete === true && checks.length === started.checks && stopped + damaged === 0;
  return isWhole && has('passed') ? 'passed' : 'incomplete';
};
