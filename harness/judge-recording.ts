import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import type { InboundEnd } from '#contract/wire/exchange';
import { checkFold } from '#evidence/check-fold';
import type { CaseJudged, CheckEnded, Counts, Event, RecordingStarted } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import type { BytesOf } from '#evidence/open-exchanges';
import type { Damaged } from '#evidence/journal-feed';
import { type RecordedSent, endOf, isReceived, reopenSent } from '#evidence/recorded-cases';
import { type StreamFound, deviationsIn, streamFold, whyUnjudged } from '#evidence/stream-fold';
import { type Answer, refusals } from '#judgement/answer';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { type PersonalPlace, personalInMessage } from '#judgement/personal/in-message';
import { seenIn } from '#judgement/streams/behaviour/seen-in';
import type { Standing } from '#judgement/streams/standing';
import type { SeenDelivery } from '#judgement/streams/behaviour/seen-delivery';
import { type StreamRequirement, isOverRecording } from '#judgement/streams/registry';
import type { Deviation } from '#judgement/verdict';
import { shareExchange } from './case.ts';
import { personalFold } from './personal-fold.ts';
import { sendersFold } from './senders-fold.ts';
import { type PlannedCheck, planRecording } from './plan.ts';
import { typesFold } from './types-fold.ts';

/** What exchanges of a recording are judged with, read from disk. */
export interface JudgingExchanges extends Pick<GuardedAnswers, 'read' | 'look'> {
  readonly contract: Contract;
  readonly bytes: BytesOf;
  readonly phase: number;
  readonly recordedBy?: RecordingStarted['recordedBy'];
}

/** What a recording is judged with. */
export interface JudgingRecording extends Omit<JudgingExchanges, 'phase' | 'recordedBy'> {
  /** Where the judgements go. */
  readonly journal: Journal;
  /** Called with each exchange that was judged. */
  readonly heard?: ((one: JudgedExchange) => void) | undefined;
}

/** One exchange, read from disk and judged by itself. */
export interface JudgedExchange {
  readonly event: RecordedSent;
  readonly answer: Answer;
  readonly deviations: ReadonlyMap<StreamRequirement, Deviation>;
  /** Why its message was not judged, or not all of it. */
  readonly unjudged?: Bilingual | undefined;
  /** How who sent it stands; undefined where that says nothing. */
  readonly standing?: Standing | undefined;
  /** Set where nobody was heard yet who can be told apart from who sent it: what it breaks counts where nobody will be. */
  readonly isUndecided?: true;
  /** Undefined where it is no delivery of the vendor's. */
  readonly seen: SeenDelivery | undefined;
  /** What in it may be about a person. */
  readonly personal?: readonly PersonalPlace[];
}

/** Judges a recording while it grows. */
export interface RecordingJudge {
  /** Has the judges look at one exchange; returns what it came to, and what shows in it. */
  readonly take: (event: RecordedSent) => Promise<JudgedExchange>;
  /** What a planned check comes to by what was taken so far. */
  readonly judge: (check: PlannedCheck) => StreamFound;
  /** Every check of the recording, in a fixed order. */
  readonly plan: readonly PlannedCheck[];
  /** Journals what all checks come to, and returns how each ended. */
  readonly end: (journal: Journal) => readonly CheckEnded[];
}

/** A judge of a recording that has taken nothing yet. */
export const openRecordingJudge = (judging: JudgingExchanges): RecordingJudge => {
  const { contract, phase, recordedBy } = judging;
  const stream = streamFold();
  const plan = planRecording(contract, phase, recordedBy);
  const planned = new Set(plan.map(({ requirement }) => overRecording(requirement)));
  const [persons, senders, types] = [personalFold(), sendersFold(), typesFold()];
  const counts = { cases: 1, exchanges: 0, accepted: 0, refused: 0 };
  const judge = ({ requirement, documentType }: PlannedCheck, isOwn?: (exchange: string) => boolean): StreamFound =>
    stream.judge(overRecording(requirement), documentType, isOwn);
  return {
    take: async (event) => {
      const { bytes, hasLost } = watched(judging.bytes);
      const sent = await reopenSent(event, { ...judging, bytes });
      const lost = hasLost();
      const looked = lost ? { values: {} } : await judging.look(sent, { kind: 'recording', phase });
      const { id, documentType, lacks } = event;
      const noted = { exchange: id, documentType, looked, lacks: lacks === true, lost };
      stream.add(noted);
      counts.exchanges += 1;
      if (event.answer === 'accepted') counts.accepted += 1;
      if (refusals.has(event.answer)) counts.refused += 1;
      const personal = personalInMessage(contract, sent.exchange.request.body);
      persons.add(id, personal);
      senders.add(event);
      const isOther = event.inbound?.note?.isOther === true;
      const seen = isOther ? undefined : seenIn(looked);
      if (!isOther) types.add(event, seen?.said.documentType);
      const found = stream.isApart(looked)
        ? { deviations: new Map(), unjudged: ofNobodyKnown }
        : { deviations: deviationsIn(noted, stream.decidedBy(looked, planned)), unjudged: whyUnjudged(noted) };
      const { standing } = looked;
      const undecided = standing === 'stranger' && !stream.isApart(looked) ? { isUndecided: true as const } : {};
      return { event, answer: sent.answer, ...found, standing, ...undecided, seen, personal };
    },
    judge,
    plan,
    end: (journal) => {
      journal.append(persons.result());
      const bySender = senders.result(plan, judge, stream.strangers());
      if (bySender !== undefined) journal.append(bySender);
      journal.append(types.result(plan, judge));
      return plan.map((check) => end(check, judge(check), { journal, counts: { ...counts } }));
    },
  };
};

/** Why what nobody known sent has no findings once others were heard. */
export const ofNobodyKnown: Bilingual = {
  nl: 'geen bekende afzender, telt niet mee in het oordeel',
  en: 'of no known sender, not counted in the verdict',
};

/** Bytes that tell whether any that were asked for are gone or damaged. */
const watched = (bytes: BytesOf): { readonly bytes: BytesOf; readonly hasLost: () => boolean } => {
  let lost = false;
  return {
    bytes: (kept) => {
      const found = bytes(kept);
      lost ||= found === undefined;
      return found;
    },
    hasLost: () => lost,
  };
};

/**
 * Judges a recording from disk: every planned check by all that was received. Returns how each ended, as journaled. The events are
 * read twice, since how an exchange ended is told after it; only that is held meanwhile, however many there are.
 */
export const judgeRecording = async (
  events: () => Iterable<Event | Damaged>,
  judging: JudgingRecording,
): Promise<readonly CheckEnded[]> => {
  const { ends, ...started } = startAndEnds(events());
  const judge = openRecordingJudge({ ...judging, ...started });
  for (const event of events()) {
    if (event.type !== 'exchange' || !isReceived(event)) continue;
    const judged = await judge.take({ ...event, end: ends.get(event.id) });
    judging.heard?.(judged);
  }
  return judge.end(judging.journal);
};

const startAndEnds = (events: Iterable<Event | Damaged>) => {
  const ends = new Map<string, InboundEnd>();
  let started: Pick<RecordingStarted, 'phase' | 'recordedBy'> = { phase: 0 };
  for (const event of events) {
    if (event.type === 'recording-started') started = event;
    if (event.type === 'exchange-ended') ends.set(event.exchange, endOf(event));
  }
  return { phase: started.phase, recordedBy: started.recordedBy, ends };
};

const overRecording = (requirement: PlannedCheck['requirement']): StreamRequirement => {
  if (isOverRecording(requirement)) return requirement;
  throw new Error(`no judge of recordings for requirement "${requirement}"`);
};

interface Ending {
  readonly journal: Journal;
  readonly counts: Counts;
}

/** A recording is one case; what shows a deviation is taken up into it. */
const end = (
  { key, requirement, documentType, constraint, level, ground }: PlannedCheck,
  { judgement, shown, unprovable }: StreamFound,
  { journal, counts }: Ending,
): CheckEnded => {
  const about = { check: key, requirement, documentType, constraint, level, ground, seed: 0 };
  journal.append({ type: 'check-started', ...about });
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
