import { isDeepStrictEqual } from 'node:util';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { CaseLacks } from '#judgement/judges/outcome';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { requirementOf } from '#judgement/requirements/registry';
import type { StreamOf } from '#judgement/streams/look';
import { isOverRun } from '#judgement/streams/over-run';
import { type StreamRequirement, isOverRecording } from '#judgement/streams/registry';
import type { Judgement } from '#judgement/verdict';
import { dutchDay } from '#judgement/certificate/days';
import type { CaseJudged, CheckEnded, Event, ExchangeRecorded, RunStarted } from './event.ts';
import type { BytesOf } from './open-exchanges.ts';
import type { Damaged } from './journal-feed.ts';
import { type RecordedCase, type RecordedSent, type Reopening, recordedCasesFold } from './recorded-cases.ts';
import { isJudgedAnew, withoutAgain } from './run-resumed.ts';
import { type Reopened, reopening } from './reopened.ts';
import { type Noted, streamFold } from './stream-fold.ts';
import { type Unfounded, verdictsFold } from './verdicts.ts';

/** A case that its recorded bytes judge otherwise than it was judged. */
export interface Differing {
  readonly check: string;
  readonly case: number;
  readonly recorded: Judgement;
  readonly again: Judgement;
}

/** The outcome of judging a run again, in numbers of cases. */
export interface Rejudged {
  readonly agreeing: number;
  readonly differing: readonly Differing[];
  /** Not provable again: not all bytes were kept, they are not as they were, to judge them takes too long, a recipe stands in their place, or this version judges by a message that the run did not send. */
  readonly unprovable: Readonly<Record<'bytes' | 'damage' | 'time' | 'recipe' | 'unsent', number>>;
  readonly unfounded: readonly Unfounded[];
}

/** The means to judge a run again. */
export interface Judging extends Pick<GuardedAnswers, 'read' | 'judge' | 'look'> {
  readonly bytes: BytesOf;
  /** Whether a recipe stands in the place of bytes; of none unless said. */
  readonly isRecipe?: ((kept: KeptBytes) => boolean) | undefined;
}

type Outcome = 'agreeing' | keyof Rejudged['unprovable'] | Differing;

/** Judges every case of a run or recording once more from what was recorded, and folds its verdicts again. */
export const rejudge = async (events: Iterable<Event | Damaged>, judging: Judging): Promise<Rejudged> => {
  const { cases, verdicts, judged, stream: kind, documentTypes } = gathered(events);
  const again = { ...judging, ...kind };
  const own = judged.map((one) => ({ one, requirement: overStream(one.check, kind) }));
  const looking = own.some(({ requirement }) => requirement !== undefined) ? lookingAt(again) : undefined;
  const reopen = reopening(again, judging.isRecipe ?? (() => false));
  const reopenAndLook = async (event: RecordedSent): Promise<Reopened> => {
    const reopened = await reopen(event);
    await looking?.take(event, reopened);
    return reopened;
  };
  const all = cases.exchanges();
  const outcomes: Outcome[] = [];
  for (const { one, requirement } of own) {
    const { exchanges } = requirement === undefined ? cases.find(one) : { exchanges: all };
    if (isUnprovable(one, exchanges)) outcomes.push(one.unprovable);
    else if (requirement === undefined)
      outcomes.push(await judgeCaseAgain(one, cases.find(one), { ...again, reopen: reopenAndLook }));
    else {
      const stream = await looking?.through(exchanges, reopen);
      if (stream !== undefined)
        outcomes.push(compareStream(one, stream, { requirement, documentType: documentTypes.get(one.check) }));
    }
  }
  return summed(outcomes, verdicts.result().unfounded);
};

/** The requirement of a check that the whole stream decides; undefined where its own cases do. */
const overStream = (check: string, { kind }: StreamOf): StreamRequirement | undefined => {
  const requirement = requirementOf(check);
  const isOver = kind === 'run' ? isOverRun : isOverRecording;
  return isOver(requirement) ? requirement : undefined;
};

/** Bytes that were not kept show in the exchanges too: who says so of others is not believed. */
const isUnprovable = (
  one: CaseJudged,
  exchanges: readonly ExchangeRecorded[],
): one is CaseJudged & { readonly unprovable: 'bytes' | 'time' } =>
  one.unprovable === 'time' || (one.unprovable === 'bytes' && exchanges.some(({ lacks }) => lacks !== undefined));

const gathered = (events: Iterable<Event | Damaged>) => {
  const [cases, verdicts] = [recordedCasesFold(), verdictsFold()];
  let judged: CaseJudged[] = [];
  const documentTypes = new Map<string, CheckEnded['documentType']>();
  let stream: StreamOf = { kind: 'run', phase: 0 };
  for (const event of events) {
    cases.add(event);
    verdicts.add(event);
    if (event.type === 'run-started') stream = { kind: 'run', phase: event.phase, today: todayOf(event) };
    if (event.type === 'recording-started') {
      stream = { kind: 'recording', phase: event.phase };
      // One that goes on is judged anew at its end, by all that it holds then.
      judged = [];
    }
    if (event.type === 'run-resumed') judged = withoutAgain(judged, { again: event.again.filter(isJudgedAnew) });
    if (event.type === 'judged') judged.push(event);
    if (event.type === 'check-started') documentTypes.set(event.check, event.documentType);
  }
  return { cases, verdicts, judged, stream, documentTypes };
};

/** The embedded endpoint goes by the clock of its run. */
const todayOf = ({ isMock, clock }: RunStarted): string | undefined => (isMock ? dutchDay(new Date(clock)) : undefined);

const summed = (outcomes: readonly Outcome[], unfounded: readonly Unfounded[]): Rejudged => {
  const count = (what: Outcome): number => outcomes.filter((one) => one === what).length;
  return {
    agreeing: count('agreeing'),
    differing: outcomes.filter((one) => typeof one === 'object'),
    unprovable: {
      bytes: count('bytes'),
      damage: count('damage'),
      time: count('time'),
      recipe: count('recipe'),
      unsent: count('unsent'),
    },
    unfounded,
  };
};

type Again = Judging & Reopening & StreamOf;

/** A case as its judge received it; the parent of a violation is not recorded, and no judge needs it. */
const judgeCaseAgain = async (
  one: CaseJudged,
  { exchanges, kept }: RecordedCase,
  again: Again & { readonly reopen: (event: RecordedSent) => Promise<Reopened> },
): Promise<Outcome> => {
  const requirement = requirementOf(one.check);
  const reopened = await Promise.all(exchanges.filter(({ purpose }) => purpose !== 'tried').map(again.reopen));
  if (reopened.some(({ isDamaged }) => isDamaged) || requirement === undefined) return 'damage';
  if (reopened.some(({ isRecipe }) => isRecipe)) return 'recipe';
  const sent = reopened.map((each) => each.sent);
  const judgement = await judgedWhole(() => again.judge(requirement, { sent, kept, phase: again.phase }));
  // That lines are gone a journal tells by its links, and a case by having none.
  if (judgement === 'lacks') return sent.length === 0 ? 'damage' : 'unsent';
  if (judgement === undefined) return 'damage';
  if ('late' in judgement || sent.some(({ answer }) => 'late' in answer)) return 'time';
  return compared(one, judgement);
};

/** A judge throws for a case that lacks what it goes by, and for one that makes no sense, which gives undefined. */
const judgedWhole = async (judge: () => Judgement | Promise<Judgement>): Promise<Judgement | 'lacks' | undefined> => {
  try {
    return await judge();
  } catch (error) {
    return error instanceof CaseLacks ? 'lacks' : undefined;
  }
};

/** What all exchanges decide together, once each of them was looked at. */
interface Stream {
  readonly stream: ReturnType<typeof streamFold>;
  readonly hasRecipes: boolean;
}

/** Looks at exchanges for the judges of streams, each once, as they are made again for their cases. */
const lookingAt = (again: Again) => {
  const looked = new Map<string, { readonly noted: Noted; readonly isRecipe: boolean }>();
  let whole: Stream | undefined;
  const take = async (event: RecordedSent, { sent, isDamaged, isRecipe }: Reopened): Promise<void> => {
    if (looked.has(event.id)) return;
    const { id: exchange, documentType } = event;
    const noted = { exchange, documentType, looked: await again.look(sent, again), lacks: isDamaged };
    looked.set(exchange, { noted, isRecipe });
  };
  const through = async (
    exchanges: readonly RecordedSent[],
    reopen: (event: RecordedSent) => Promise<Reopened>,
  ): Promise<Stream> => {
    const stream = streamFold();
    let hasRecipes = false;
    for (const event of exchanges) {
      if (!looked.has(event.id)) await take(event, await reopen(event));
      const found = looked.get(event.id);
      if (found !== undefined) stream.add(found.noted);
      hasRecipes ||= found?.isRecipe === true;
    }
    return { stream, hasRecipes };
  };
  return {
    take,
    /** In the order of the exchanges. */
    through: async (...given: Parameters<typeof through>): Promise<Stream> => (whole ??= await through(...given)),
  };
};

/** A stream that comes to the same without the attacks of the suite itself bears its judgement out. */
const compareStream = (one: CaseJudged, { stream, hasRecipes }: Stream, of: Streamed): Outcome => {
  const { judgement, unprovable } = stream.judge(of.requirement, of.documentType);
  if (unprovable !== undefined) return unprovable === 'bytes' ? 'damage' : unprovable;
  const outcome = compared(one, judgement);
  return typeof outcome === 'object' && hasRecipes ? 'recipe' : outcome;
};

interface Streamed {
  readonly requirement: StreamRequirement;
  readonly documentType: string | undefined;
}

const compared = (one: CaseJudged, judgement: Judgement): Outcome =>
  isDeepStrictEqual(plain(judgement), plain(one.judgement))
    ? 'agreeing'
    : { check: one.check, case: one.case, recorded: one.judgement, again: judgement };

/** As it stands in a journal. */
const plain = (judgement: Judgement): unknown => JSON.parse(JSON.stringify(judgement));
