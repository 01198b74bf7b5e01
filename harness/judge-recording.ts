import type { Contract } from '#contract/contract';
import { checkFold } from '#evidence/check-fold';
import type { CaseJudged, CheckEnded, Counts, Event } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import type { BytesOf } from '#evidence/open-exchanges';
import type { Damaged } from '#evidence/read-journal';
import { type RecordedSent, recordedCasesFold, reopenSent } from '#evidence/recorded-cases';
import { streamFold } from '#evidence/stream-fold';
import { refusals } from '#judgement/answer';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { isOverRecording } from '#judgement/streams/registry';
import { shareExchange } from './case.ts';
import { type PlannedCheck, planRecording } from './plan.ts';

/** What a recording is judged with. */
export interface JudgingRecording extends Pick<GuardedAnswers, 'read' | 'look'> {
  readonly contract: Contract;
  readonly bytes: BytesOf;
  /** Where the judgements go. */
  readonly journal: Journal;
}

/** Judges a recording from disk: every planned check by all that was received. Returns how each ended, as journaled. */
export const judgeRecording = async (
  events: Iterable<Event | Damaged>,
  judging: JudgingRecording,
): Promise<readonly CheckEnded[]> => {
  const { phase, exchanges } = gathered(events);
  const stream = streamFold();
  for (const event of exchanges) {
    const sent = await reopenSent(event, { ...judging, phase });
    const looked = await judging.look(sent, { kind: 'recording', phase });
    stream.add({ exchange: event.id, documentType: event.documentType, looked, lacks: event.lacks === true });
  }
  const counts = countsOf(exchanges);
  return planRecording(judging.contract, phase).map((check) => decide(check, stream, { ...judging, counts }));
};

const gathered = (events: Iterable<Event | Damaged>) => {
  const fold = recordedCasesFold();
  let phase = 0;
  for (const event of events) {
    fold.add(event);
    if (event.type === 'recording-started') ({ phase } = event);
  }
  return { phase, exchanges: fold.exchanges() };
};

const countsOf = (exchanges: readonly RecordedSent[]): Counts => ({
  cases: 1,
  exchanges: exchanges.length,
  accepted: exchanges.filter(({ answer }) => answer === 'accepted').length,
  refused: exchanges.filter(({ answer }) => refusals.has(answer)).length,
});

interface Deciding {
  readonly journal: Journal;
  readonly counts: Counts;
}

/** A recording is one case; what shows a deviation is taken up into it. */
const decide = (
  check: PlannedCheck,
  stream: ReturnType<typeof streamFold>,
  { journal, counts }: Deciding,
): CheckEnded => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  if (!isOverRecording(requirement)) throw new Error(`no judge of recordings for requirement "${requirement}"`);
  const about = { check: key, requirement, documentType, constraint, level, ground, seed: 0 };
  journal.append({ type: 'check-started', ...about });
  const { judgement, shown, unprovable } = stream.judge(requirement, documentType);
  for (const exchange of shown) shareExchange(journal, { check: key, case: 1, exchange });
  const judged: CaseJudged = { type: 'judged', check: key, case: 1, judgement, unprovable };
  journal.append(judged);
  const fold = checkFold();
  fold.add(judged);
  const { shown: _case, ...verdict } = fold.result();
  const counterexample = shown.length > 0 ? { case: 1, seed: 0, path: '', differences: [] } : undefined;
  const ended: CheckEnded = { type: 'check-ended', ...about, ...verdict, counterexample, counts, durationMs: 0 };
  journal.append(ended);
  return ended;
};
