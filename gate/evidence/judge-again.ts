import type { Contract } from '#contract/contract';
import type { Event, RecordingStarted } from '#evidence/event';
import { ofForwarding } from '#evidence/forwarded';
import type { Journal } from '#evidence/journal';
import { type BytesOf, openExchanges } from '#evidence/open-exchanges';
import type { Damaged } from '#evidence/journal-feed';
import { readJournal } from '#evidence/read-journal';
import { type RecordedSent, recordedCasesFold, reopenSent } from '#evidence/recorded-cases';
import { openRecordingJudge } from '#harness/judge-recording';
import type { Answer } from '#judgement/answer';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { type ReadAgain, type ReadExchange, asRecorded } from '../facts/read-again.ts';
import { shownValues } from './shown-values.ts';

/** Whoever judges, and what they judge with. */
export interface Judge {
  readonly contract: Contract;
  readonly suite: string;
  readonly answers: GuardedAnswers;
  /** Whether what a person can look up of each delivery is read too. */
  readonly isShown?: boolean;
}

/** A recording that was judged once more from its bytes. */
export interface RecordingAgain {
  /** The events of its verdicts. */
  readonly verdicts: readonly Event[];
  readonly readAgain: ReadAgain;
  /** Exchanges whose bytes are gone or damaged, though they were kept. */
  readonly lost: number;
}

/** Judges the recording in a folder once more, by the contract of whoever judges. */
export const judgeRecordingAgain = async (
  folder: string,
  { contract, answers, isShown = false }: Judge,
): Promise<RecordingAgain> => {
  const { exchanges, forwarded, started } = gathered(readJournal(folder));
  const watched = watching(openExchanges(folder));
  const judging = { ...answers, contract, bytes: watched.bytes, phase: started?.phase ?? 0 };
  const judge = openRecordingJudge({ ...judging, recordedBy: started?.recordedBy });
  const read = new Map<string, ReadExchange>();
  const shownOf = ({ request }: RecordedSent) =>
    isShown && request !== undefined ? shownValues(contract, watched.bytes(request) ?? noBytes) : undefined;
  for (const event of exchanges) {
    const { answer, seen } = await judge.take(event);
    const { documentType, reference = '', title = '' } = seen?.said ?? {};
    read.set(event.id, { ...saidBy(answer), documentType, marks: [reference, title], shown: shownOf(event) });
  }
  for (const event of forwarded) {
    const { answer } = await reopenSent(event, judging);
    read.set(event.id, { ...asRecorded(event), ...saidBy(answer) });
  }
  const verdicts: Event[] = [];
  judge.end(journalInto(verdicts));
  return { verdicts, readAgain: (event) => read.get(event.id) ?? asRecorded(event), lost: watched.lost() };
};

const noBytes = new Uint8Array();

const saidBy = (answer: Answer): Pick<ReadExchange, 'answer' | 'dossierNumber'> => ({
  answer: answer.kind,
  dossierNumber: 'dossierNumber' in answer && answer.dossierNumber !== '' ? answer.dossierNumber : undefined,
});

const gathered = (events: Iterable<Event | Damaged>) => {
  const fold = recordedCasesFold();
  const forwarded: RecordedSent[] = [];
  let started: RecordingStarted | undefined;
  for (const event of events) {
    fold.add(event);
    if (event.type === 'recording-started') started = event;
    if (event.type === 'exchange' && event.check === ofForwarding) forwarded.push(event);
  }
  return { exchanges: fold.exchanges(), forwarded, started };
};

const watching = (bytes: BytesOf) => {
  let lost = 0;
  const watched: BytesOf = (kept) => {
    const found = bytes(kept);
    if (found === undefined) lost += 1;
    return found;
  };
  return { bytes: watched, lost: () => lost };
};

/** Only events are asked of it. */
const journalInto = (events: Event[]): Journal => ({
  append: (event) => void events.push(event),
  keep: () => ({ place: undefined, lacks: false }),
  nextId: () => '',
  close: () => undefined,
});
