import type { CheckEnded } from '#evidence/event';
import { openInCore } from './core.ts';
import type { RunResult } from './run-result.ts';
import { type Strictness, isBinding, tallyOf } from './tally.ts';

/** How a run is judged as a whole. */
export interface Demands {
  readonly strict: Strictness;
  /** Whether less than the whole plan is no verdict. */
  readonly complete: boolean;
}

/** What a run as a whole came to; `unwritten`: not all of its reports could be written. */
export type Outcome =
  | 'passed'
  | 'in-part'
  | 'failed'
  | 'unreached'
  | 'empty'
  | 'broken'
  | 'undecided'
  | 'too-little'
  | 'unpermitted'
  | 'incomplete'
  | 'unwritten';

/** Exit codes: 0 in order, 1 the system under test does not conform, 3 no verdict possible. */
export const exitCodes: Readonly<Record<Outcome, number>> = {
  passed: 0,
  'in-part': 0,
  failed: 1,
  unreached: 3,
  empty: 3,
  broken: 3,
  undecided: 3,
  'too-little': 3,
  unpermitted: 3,
  incomplete: 3,
  unwritten: 3,
};

/**
 * The outcome of a run: the first that fits. A journal that was changed proves nothing, and where not one SOAP answer came nothing was
 * tested; then a failure that binds, our own faults, and what was to be decided and was not. Passed is only a whole plan.
 */
export const outcomeOf = (result: RunResult, { strict, complete }: Demands): Exclude<Outcome, 'unwritten'> => {
  const { checks, changed, unfounded, sent, ended, planned } = result;
  if (changed.length + unfounded.length > 0 || result.unkept !== undefined) return 'incomplete';
  if (result.recording !== undefined) return ofRecording(result, { strict, complete });
  if (sent.answered === 0) return ended === undefined ? 'incomplete' : planned?.scope === 0 ? 'empty' : 'unreached';
  if (checks.some((check) => isBinding(check, strict))) return 'failed';
  const open = leftOpen(result);
  if (open !== undefined) return open;
  if (tallyOf(result, strict).leftOut === 0) return 'passed';
  return complete ? 'too-little' : 'in-part';
};

/** What a vendor's system did not come to is no failure of its own: it is told, and leaves the recording judged in part. */
const ofRecording = (result: RunResult, { strict, complete }: Demands): Exclude<Outcome, 'unwritten'> => {
  const { checks, sent, ended, stopped } = result;
  const has = (verdict: CheckEnded['verdict']): boolean => checks.some((check) => check.verdict === verdict);
  if (checks.some((check) => isBinding(check, strict))) return 'failed';
  if (sent.answered === 0) return 'unreached';
  if (has('broken')) return 'broken';
  if (ended === undefined || stopped > 0) return 'incomplete';
  if (has('blocked') || !hasGoodMessage(result)) return 'undecided';
  if (!has('untested') && isAllShown(result)) return 'passed';
  return complete ? 'too-little' : 'in-part';
};

/**
 * Whether a message was in order in something, whatever another beside it leaves open: what was right around messages, such as a
 * header, says nothing of a system.
 */
export const hasGoodMessage = ({ checks, types }: Pick<RunResult, 'checks' | 'types'>): boolean =>
  checks.some(({ verdict, requirement }) => verdict === 'passed' && isOfMessage(requirement)) ||
  (types?.types ?? []).some(({ judgements }) =>
    Object.entries(judgements).some(([requirement, kind]) => kind === 'conforms' && isOfMessage(requirement)),
  );

const isOfMessage = (requirement: string): boolean => requirement.startsWith('message.');

const isAllShown = ({ shown }: RunResult): boolean => shown === undefined || shown.items.every(({ isDone }) => isDone);

/** What keeps a run without a failure from a verdict; undefined when nothing does. */
const leftOpen = (result: RunResult): 'broken' | 'undecided' | 'incomplete' | 'unpermitted' | undefined => {
  const { started, checks, planned } = result;
  const has = (verdict: CheckEnded['verdict']): boolean => checks.some((check) => check.verdict === verdict);
  if (has('broken')) return 'broken';
  if (has('blocked')) return 'undecided';
  if (!isWhole(result) || planned === undefined) return 'incomplete';
  if (openInCore(result) !== undefined || has('untested') || !has('passed')) return 'undecided';
  return started.lapsed === undefined ? undefined : 'unpermitted';
};

const isWhole = ({ ended, checks, started, stopped, damaged }: RunResult): boolean =>
  ended?.complete === true && checks.length === started.checks && stopped + damaged === 0;
