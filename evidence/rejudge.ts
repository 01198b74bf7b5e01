import { isDeepStrictEqual } from 'node:util';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { Judgement } from '#judgement/verdict';
import type { CaseJudged, Event } from './event.ts';
import type { Damaged } from './read-journal.ts';
import { type RecordedCase, type Reopening, recordedCasesFold, reopenCase } from './recorded-cases.ts';
import { type Unfounded, verdictsFold } from './verdicts.ts';

/** A case that its recorded bytes judge otherwise than it was judged. */
export interface Differing {
  readonly check: string;
  readonly case: number;
  readonly recorded: Judgement;
  readonly again: Judgement;
}

/** What judging a run once more came to, in cases. */
export interface Rejudged {
  readonly agreeing: number;
  readonly differing: readonly Differing[];
  /** Not provable again: not all bytes were kept, they are not as they were, or to judge them takes too long. */
  readonly unprovable: { readonly bytes: number; readonly damage: number; readonly time: number };
  readonly unfounded: readonly Unfounded[];
}

type Outcome = 'agreeing' | 'bytes' | 'damage' | 'time' | Differing;

/** Judges every case of a run once more from what was recorded, and folds its verdicts again. */
export const rejudge = async (
  events: Iterable<Event | Damaged>,
  answers: Pick<GuardedAnswers, 'read' | 'judge'>,
  bytes: Reopening['bytes'],
): Promise<Rejudged> => {
  const [cases, verdicts] = [recordedCasesFold(), verdictsFold()];
  const judged: CaseJudged[] = [];
  let phase = 0;
  for (const event of events) {
    cases.add(event);
    verdicts.add(event);
    if (event.type === 'run-started') ({ phase } = event);
    if (event.type === 'judged') judged.push(event);
  }
  const outcomes: Outcome[] = [];
  const again = { phase, bytes, read: answers.read, judge: answers.judge };
  for (const one of judged) outcomes.push(await judgeAgain(one, cases.find(one), again));
  const count = (what: Outcome): number => outcomes.filter((one) => one === what).length;
  return {
    agreeing: count('agreeing'),
    differing: outcomes.filter((one) => typeof one === 'object'),
    unprovable: { bytes: count('bytes'), damage: count('damage'), time: count('time') },
    unfounded: verdicts.result().unfounded,
  };
};

type Judging = Reopening & Pick<GuardedAnswers, 'judge'>;

const judgeAgain = async (one: CaseJudged, recorded: RecordedCase, again: Judging): Promise<Outcome> => {
  if (one.unprovable !== undefined) return one.unprovable;
  const damaged: unknown[] = [];
  const read: Reopening['bytes'] = (kept) => {
    try {
      return again.bytes(kept);
    } catch (error) {
      damaged.push(error);
      return Buffer.alloc(0);
    }
  };
  const reopened = await reopenCase(recorded, { ...again, bytes: read });
  if (damaged.length > 0) return 'damage';
  const judgement = await again.judge(requirementOf(one.check), reopened);
  if ('late' in judgement || reopened.sent.some(({ answer }) => 'late' in answer)) return 'time';
  if (isDeepStrictEqual(plain(judgement), plain(one.judgement))) return 'agreeing';
  return { check: one.check, case: one.case, recorded: one.judgement, again: judgement };
};

/** The key of a check begins with its requirement. */
const requirementOf = (check: string): string => check.split('/', 1)[0] ?? check;

/** As it stands in a journal. */
const plain = (judgement: Judgement): unknown => JSON.parse(JSON.stringify(judgement));
