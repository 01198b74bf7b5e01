import { isDeepStrictEqual } from 'node:util';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { requirementOf } from '#judgement/requirements/registry';
import type { StreamOf } from '#judgement/streams/look';
import { type StreamRequirement, isOverRecording, isOverRun } from '#judgement/streams/registry';
import type { Judgement } from '#judgement/verdict';
import { dutchDay } from '#judgement/certificate/days';
import type { CaseJudged, CheckEnded, Event, ExchangeRecorded, RunStarted } from './event.ts';
import type { BytesOf } from './open-exchanges.ts';
import type { Damaged } from './journal-feed.ts';
import {
  type RecordedCase,
  type RecordedSent,
  type Reopening,
  recordedCasesFold,
  reopenCase,
  reopenSent,
} from './recorded-cases.ts';
import { withoutAgain } from './run-resumed.ts';
import { isJudgedAnew } from './so-far.ts';
import { type StreamFound, streamFold } from './stream-fold.ts';
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
  /** Not provable again: not all bytes were kept, they are not as they were, to judge them takes too long, or a recipe stands in their place. */
  readonly unprovable: Readonly<Record<'bytes' | 'damage' | 'time' | 'recipe', number>>;
  readonly unfounded: readonly Unfounded[];
}

/** The means to judge a run again. */
export interface Judging extends Pick<GuardedAnswers, 'read' | 'judge' | 'look'> {
  readonly bytes: BytesOf;
  /** Whether a recipe stands in the place of bytes; of none unless said. */
  readonly isRecipe?: ((kept: KeptBytes) => boolean) | undefined;
}

type Outcome = 'agreeing' | 'bytes' | 'damage' | 'time' | 'recipe' | Differing;

/** Judges every case of a run or recording once more from what was recorded, and folds its verdicts again. */
export const rejudge = async (events: Iterable<Event | Damaged>, judging: Judging): Promise<Rejudged> => {
  const { cases, verdicts, judged, stream: kind, documentTypes } = gathered(events);
  const again = { ...judging, ...kind };
  const { stream, hasRecipes } = judged.some(({ check }) => overStream(check, kind) !== undefined)
    ? await streamAgain(cases.exchanges(), again)
    : { stream: streamFold(), hasRecipes: false };
  const outcomes: Outcome[] = [];
  for (const one of judged) {
    const requirement = overStream(one.check, kind);
    if (isUnprovable(one, requirement === undefined ? cases.find(one).exchanges : cases.exchanges()))
      outcomes.push(one.unprovable);
    else if (requirement !== undefined)
      outcomes.push(compareStream(one, stream.judge(requirement, documentTypes.get(one.check)), hasRecipes));
    else outcomes.push(await judgeCaseAgain(one, cases.find(one), again));
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
    unprovable: { bytes: count('bytes'), damage: count('damage'), time: count('time'), recipe: count('recipe') },
    unfounded,
  };
};

type Again = Judging & Reopening & StreamOf;

const judgeCaseAgain = async (one: CaseJudged, recorded: RecordedCase, again: Again): Promise<Outcome> => {
  const requirement = requirementOf(one.check);
  const watched = watchedBytes(again);
  const reopened = await reopenCase(recorded, { ...again, bytes: watched.bytes });
  if (watched.isDamaged() || requirement === undefined) return 'damage';
  if (watched.isRecipe()) return 'recipe';
  const judgement = await judgedWhole(() => again.judge(requirement, reopened));
  if (judgement === undefined) return 'damage';
  if ('late' in judgement || reopened.sent.some(({ answer }) => 'late' in answer)) return 'time';
  return compared(one, judgement);
};

/** A judge throws for a case that lacks what every such case has: exchanges of it are gone. */
const judgedWhole = async (judge: () => Judgement | Promise<Judgement>): Promise<Judgement | undefined> => {
  try {
    return await judge();
  } catch {
    return undefined;
  }
};

/** The same, and whether any of what was asked for is gone, or is there as a recipe. */
const watchedBytes = ({ bytes, isRecipe: isRecipeOf = () => false }: Pick<Judging, 'bytes' | 'isRecipe'>) => {
  let [isDamaged, isRecipe] = [false, false];
  return {
    bytes: (kept: KeptBytes): Buffer | undefined => {
      const found = bytes(kept);
      if (found !== undefined) return found;
      if (isRecipeOf(kept)) isRecipe = true;
      else isDamaged = true;
      return undefined;
    },
    isDamaged: () => isDamaged,
    isRecipe: () => isRecipe,
  };
};

type Stream = ReturnType<typeof streamFold>;

const streamAgain = async (
  exchanges: readonly RecordedSent[],
  again: Again,
): Promise<{ readonly stream: Stream; readonly hasRecipes: boolean }> => {
  const stream = streamFold();
  let hasRecipes = false;
  for (const event of exchanges) {
    const watched = watchedBytes(again);
    const looked = await again.look(await reopenSent(event, { ...again, bytes: watched.bytes }), again);
    stream.add({ exchange: event.id, documentType: event.documentType, looked, lacks: watched.isDamaged() });
    hasRecipes ||= watched.isRecipe();
  }
  return { stream, hasRecipes };
};

/** A stream that comes to the same without the attacks of the suite itself bears its judgement out. */
const compareStream = (one: CaseJudged, { judgement, unprovable }: StreamFound, hasRecipes: boolean): Outcome => {
  if (unprovable !== undefined) return unprovable === 'bytes' ? 'damage' : unprovable;
  const outcome = compared(one, judgement);
  return typeof outcome === 'object' && hasRecipes ? 'recipe' : outcome;
};

const compared = (one: CaseJudged, judgement: Judgement): Outcome =>
  isDeepStrictEqual(plain(judgement), plain(one.judgement))
    ? 'agreeing'
    : { check: one.check, case: one.case, recorded: one.judgement, again: judgement };

/** As it stands in a journal. */
const plain = (judgement: Judgement): unknown => JSON.parse(JSON.stringify(judgement));
