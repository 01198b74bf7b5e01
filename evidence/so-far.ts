import { refusals } from '#judgement/answer';
import type { Purpose } from '#judgement/purpose';
import { mayLock } from '#judgement/requirements/connection';
import { requirementOf } from '#judgement/requirements/registry';
import type { CaseJudged, CheckEnded, Counts, Event, ExchangeRecorded } from './event.ts';
import type { Damaged } from './journal-feed.ts';
import { type RunResumed, isJudgedAnew } from './run-resumed.ts';

/** A check that has begun and is not decided. */
export interface OpenCheck {
  readonly counts: Counts;
  /** The judgements on its cases, which count whatever comes after them. */
  readonly judged: readonly CaseJudged[];
}

/** How far the checks of a run have come. */
export interface SoFar {
  /** How many times the run was resumed. */
  readonly times: number;
  readonly ended: ReadonlyMap<string, Pick<CheckEnded, 'verdict' | 'counts'>>;
  readonly open: ReadonlyMap<string, OpenCheck>;
  /** Document types of which a delivery was accepted. */
  readonly acceptedTypes: ReadonlySet<string>;
  /** Checks that offered wrong credentials, or were cut off when they may have. */
  readonly offered: ReadonlySet<string>;
}

/** No cases and no exchanges. */
export const noCounts: Counts = { cases: 0, exchanges: 0, accepted: 0, refused: 0 };

/** The counts of a check with one more exchange. */
export const countedWith = (counts: Counts, { case: number, answer, lacks }: ExchangeRecorded): Counts => ({
  cases: Math.max(counts.cases, number),
  exchanges: counts.exchanges + 1,
  accepted: counts.accepted + (answer === 'accepted' ? 1 : 0),
  refused: counts.refused + (refusals.has(answer) ? 1 : 0),
  lacking: lacks === undefined ? counts.lacking : (counts.lacking ?? 0) + 1,
});

/** Folds how far the checks of a run have come. */
export const soFarFold = () => {
  const open = new Map<string, { counts: Counts; judged: CaseJudged[] }>();
  const ended = new Map<string, Pick<CheckEnded, 'verdict' | 'counts'>>();
  const acceptedTypes = new Set<string>();
  const offered = offeredFold();
  let times = 0;
  const openOf = (key: string) => {
    const known = open.get(key) ?? { counts: noCounts, judged: [] };
    open.set(key, known);
    return known;
  };
  const resumed = ({ time, again }: RunResumed): void => {
    times = time;
    for (const key of again) {
      const one = openOf(key);
      one.counts = ended.get(key)?.counts ?? one.counts;
      if (isJudgedAnew(key)) one.judged = [];
      ended.delete(key);
    }
  };
  const exchange = (event: ExchangeRecorded): void => {
    const one = openOf(event.check);
    one.counts = countedWith(one.counts, event);
    if (event.answer === 'accepted' && event.documentType !== undefined) acceptedTypes.add(event.documentType);
  };
  return {
    add: (event: Event | Damaged): void => {
      offered.add(event);
      if (event.type === 'run-resumed') resumed(event);
      if (event.type === 'check-started' || event.type === 'stated') openOf(event.check);
      if (event.type === 'exchange' && requirementOf(event.check) !== undefined) exchange(event);
      if (event.type === 'shared' || event.type === 'kept' || event.type === 'judged') {
        const one = openOf(event.check);
        one.counts = { ...one.counts, cases: Math.max(one.counts.cases, event.case) };
        if (event.type === 'judged') one.judged.push(event);
      }
      if (event.type !== 'check-ended') return;
      open.delete(event.check);
      ended.set(event.check, event);
    },
    result: (): SoFar => ({ times, ended, open, acceptedTypes, offered: offered.result() }),
  };
};

/** Folds which checks offered wrong credentials: what is under way when a run is cut off may not be recorded, so whatever began counts until it ends. */
const offeredFold = () => {
  const begun = new Set<string>();
  const seen = new Set<string>();
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'check-started' && mayLock.has(requirementOf(event.check) ?? '')) begun.add(event.check);
      if (event.type === 'check-ended') begun.delete(event.check);
      if (event.type === 'exchange' && isWrong.has(event.purpose) && event.failure?.unsent !== true)
        seen.add(event.check);
    },
    result: (): ReadonlySet<string> => new Set([...begun, ...seen]),
  };
};

const isWrong: ReadonlySet<string> = new Set<Purpose>(['wrong-username', 'wrong-password']);

/** Keys of a plan that a resumed run acts: what is not ended, or was not decided for want of an endpoint or by a mistake of ours. */
export const toAct = ({ ended }: SoFar, plan: readonly string[]): ReadonlySet<string> => {
  const isOpen = (key: string): boolean => {
    const verdict = ended.get(key)?.verdict;
    return verdict === undefined || verdict === 'blocked' || verdict === 'broken';
  };
  const isLonger = plan.some((key) => isOpen(key) && !isJudgedAnew(key));
  return new Set(plan.filter((key) => isOpen(key) || (isLonger && isJudgedAnew(key))));
};
