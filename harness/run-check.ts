import type { Bilingual } from '#contract/texts/bilingual';
import { type CheckVerdict, checkFold } from '#evidence/check-fold';
import type { Counterexample } from '#evidence/counterexample';
import type { CaseJudged, CheckEnded, CheckStated, Counts } from '#evidence/event';
import type { LeftOut } from '#evidence/left-out';
import { type OpenCheck, noCounts } from '#evidence/so-far';
import type { Case, Sent } from '#judgement/case';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Judgement } from '#judgement/verdict';
import type fc from 'fast-check';
import type { StreamFound } from '#evidence/stream-fold';
import { isOverRun } from '#judgement/streams/over-run';
import type { StreamRequirement } from '#judgement/streams/registry';
import { type CaseActor, type CaseSurroundings, type Tally, openCase, shareExchange } from './case.ts';
import { counterexampleOf } from './counterexample-of.ts';
import { forAll } from './for-all.ts';
import type { PlannedCheck } from './plan.ts';
import { seedOf } from './seed.ts';
import { statementOf } from './statement-of.ts';
import type { Spare } from './spare.ts';
import { CaseUndecided, Nonconformance, type Shown } from './stop.ts';

/** What a run gives to its checks. */
export interface Bench extends CaseSurroundings {
  readonly seed: number;
  /** What an earlier part of this run holds of a check; undefined where it did not begin. */
  readonly before?: ((key: string) => OpenCheck | undefined) | undefined;
  /** The first number of deliveries in each check: none that an earlier part of this run sent; 0 unless said. */
  readonly firstNumber?: number | undefined;
  /** Most attempts at a smaller counterexample. */
  readonly shrinks: number;
  /** What attempts at a smaller counterexample are taken from; without limit unless said. */
  readonly spare?: Spare;
  /** Milliseconds that the cases of one property may take. */
  readonly timeLimit: number;
  readonly judge: (requirement: RequirementId, one: Case) => Judgement | Promise<Judgement>;
  /** What all exchanges so far come to together. */
  readonly stream: (requirement: StreamRequirement, documentType: string | undefined) => StreamFound;
  /** The same of no more exchanges than are told to it; these are told to the run as well. */
  readonly alone: () => Pick<Bench, 'note' | 'stream'>;
  /** Checks that began with what was replayed, by their keys. */
  readonly replayed: Map<string, Begun>;
  /** How a message differs from the one that it was made from, else from the nearest of what was accepted, as a patch. */
  readonly difference: (sent: Sent, accepted: readonly Sent[]) => string | undefined;
}

/** What a check acts on. */
export interface Stage {
  readonly check: PlannedCheck;
  /** States why the check does not decide, whatever its cases come to unless one deviates. */
  readonly state: (why: Exclusion) => void;
  /** Has all exchanges of the run so far decide, in one case without any of its own. */
  readonly overStream: () => Promise<void>;
  /** A case that nobody judges by itself. */
  readonly unjudged: (act: (actor: CaseActor) => Promise<void>) => Promise<void>;
  /** One case without generated values. */
  readonly once: (act: (actor: CaseActor) => Promise<void>) => Promise<void>;
  /** One case for each generated value; a failing one is made smaller. Each property of a check has a seed of its own. */
  readonly forAll: <Value>(
    arbitrary: fc.Arbitrary<Value>,
    runs: number,
    act: (actor: CaseActor, value: Value) => Promise<void>,
  ) => Promise<void>;
}

/** How a check ended, with the error behind a verdict that is not passed. */
export interface Ended {
  readonly event: CheckEnded;
  readonly error: Error | undefined;
}

/** Why a check is not acted, or does not decide. */
export type Exclusion =
  | { readonly verdict: 'untested' | 'not-applicable' | 'blocked'; readonly reason: Bilingual }
  | {
      readonly verdict: 'left-out';
      readonly reason: Bilingual;
      /** What brings the check back. */
      readonly remedy: Bilingual;
      readonly by?: LeftOut['by'];
    };

/** Journals a check that is not acted, with the reason. */
export const skipCheck = (bench: Bench, check: PlannedCheck, { verdict, reason }: Exclusion): Ended => {
  const open = bench.replayed.get(check.key);
  const before = bench.before?.(check.key);
  const facts = open?.facts ?? factsInto(bench, before);
  facts.tell({ type: 'stated', check: check.key, as: verdict, reason });
  const counts = open === undefined ? (before?.counts ?? noCounts) : countsOf(open.tally);
  const counterexample = open?.failed === undefined ? undefined : counterexampleOf(bench, open.failed);
  return ended(bench, check, { ...facts.result(), counts, counterexample, durationMs: 0 });
};

/** Acts a check, journals everything, and returns how it ended; never throws for what the peer or the environment did. */
export const runCheck = async (
  bench: Bench,
  check: PlannedCheck,
  act: (stage: Stage) => Promise<void>,
): Promise<Ended> => {
  const { key } = check;
  const begun = performance.now();
  const { tally, facts, failed } = bench.replayed.get(key) ?? beginCheck(bench, check);
  tally.numbers = bench.firstNumber ?? 0;
  const error = await thrownBy(async () => act(stageOf({ bench, check, tally, facts })));
  if (error !== undefined && !isDecided(error)) facts.tell({ type: 'stated', check: key, ...statementOf(error) });
  const verdict = facts.result();
  const shown = error instanceof Nonconformance ? error : verdict.verdict === 'failed' ? failed : undefined;
  const counterexample = shown === undefined ? caseBefore(verdict) : counterexampleOf(bench, shown);
  const durationMs = Math.round(performance.now() - begun);
  return ended(bench, check, {
    ...verdict,
    counts: countsOf(tally),
    counterexample,
    durationMs,
    error: error ?? shown,
  });
};

/** A failure that an earlier part of the run recorded, and that did not come again. */
const caseBefore = ({ shown }: CheckVerdict): Counterexample | undefined =>
  shown === undefined ? undefined : { case: shown, seed: 0, path: '', differences: [] };

/** A check that has begun; `failed` by what was replayed before it. */
export interface Begun {
  readonly tally: Tally;
  readonly facts: Facts;
  failed: Nonconformance | undefined;
}

/** Journals that a check begins, whose deliveries are numbered from there on. */
export const beginCheck = (bench: Bench, check: PlannedCheck, numbers = 0): Begun => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  const before = bench.before?.(key);
  const counts = before?.counts ?? noCounts;
  const target = { requirement, documentType, constraint };
  bench.journal.append({ type: 'check-started', check: key, ...target, level, ground, seed: seedOf(bench.seed, key) });
  return {
    tally: { ...counts, lacking: counts.lacking ?? 0, numbers },
    facts: factsInto(bench, before),
    failed: undefined,
  };
};

const countsOf = ({ numbers: _numbers, lacking, ...counts }: Tally): Counts => ({
  ...counts,
  lacking: lacking || undefined,
});

/** What goes wrong in an act; undefined where nothing does. */
export const thrownBy = (act: () => Promise<void>): Promise<Error | undefined> =>
  act().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );

/** What a judge said of a case ended the check, and is journaled already. */
const isDecided = (error: Error): boolean => error instanceof Nonconformance || error instanceof CaseUndecided;

/** The facts of one check: each goes into the journal and into the fold that makes its verdict. */
interface Facts {
  readonly tell: (fact: CaseJudged | CheckStated) => void;
  readonly result: () => CheckVerdict;
}

const factsInto = ({ journal }: Bench, before: OpenCheck | undefined): Facts => {
  const fold = checkFold();
  for (const judged of before?.judged ?? []) fold.add(judged);
  fold.resume();
  return {
    tell: (fact) => {
      journal.append(fact);
      fold.add(fact);
    },
    result: fold.result,
  };
};

type End = CheckVerdict &
  Pick<CheckEnded, 'counts' | 'durationMs'> & {
    readonly counterexample?: Counterexample | undefined;
    readonly error?: Error | undefined;
  };

const ended = (bench: Bench, check: PlannedCheck, end: End): Ended => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  const { verdict, reason, deviation, counterexample, trace, unprovable, counts, durationMs } = end;
  const event: CheckEnded = {
    type: 'check-ended',
    ...{ check: key, requirement, documentType, constraint, level, ground },
    seed: seedOf(bench.seed, key),
    ...{ verdict, reason, deviation, counterexample, trace, unprovable, counts, durationMs },
  };
  bench.journal.append(event);
  return { event, error: errorOf(end) };
};

/** What a test of the check throws; one that is left out has none. */
const errorOf = ({ verdict, reason, error }: End): Error | undefined =>
  error ?? (verdict === 'broken' ? new Error(reason?.en) : undefined);

interface Acting {
  readonly bench: Bench;
  readonly check: PlannedCheck;
  readonly tally: Tally;
  readonly facts: Facts;
  /** Set where what can't be decided is no fact about the check. */
  readonly isReplay?: true;
}

/** Accepted messages of a property that a failing one is compared with, the last that were sent: they come nearest to it. */
const mostCompared = 50;

/** The stage that a check acts on. */
export const stageOf = (acting: Acting): Stage => {
  const { bench, check, tally, facts } = acting;
  let properties = 0;
  const nextSeed = (): number => {
    properties += 1;
    return seedOf(bench.seed, properties === 1 ? check.key : `${check.key} ${String(properties)}`);
  };
  const once = async (act: (actor: CaseActor) => Promise<void>, accepted: Sent[] = []): Promise<void> => {
    const { ordinal, actor, finished } = openCase(bench, check, tally);
    await act(actor);
    const one = finished();
    await decide(acting, { ordinal, one, accepted });
    accepted.push(...one.sent);
    accepted.splice(0, accepted.length - mostCompared);
  };
  return {
    check,
    state: ({ verdict, reason }) => {
      facts.tell({ type: 'stated', check: check.key, as: verdict, reason });
    },
    once: (act) => once(act),
    unjudged: (act) => act(openCase(bench, check, tally).actor),
    overStream: () => decideOverStream(acting),
    forAll: (arbitrary, runs, act) => {
      const before = tally.exchanges;
      const accepted: Sent[] = [];
      let cases = 0;
      // A case takes about what those before it took.
      const sizeOfCase = (): number => Math.ceil((tally.exchanges - before) / cases);
      return forAll({
        arbitrary,
        runs,
        seed: nextSeed(),
        shrinks: bench.shrinks,
        mayShrink: () => bench.spare?.take(sizeOfCase()) ?? true,
        timeLimit: bench.timeLimit,
        run: (value) => {
          cases += 1;
          return once((actor) => act(actor, value), accepted);
        },
      });
    },
  };
};

/** Judges a case and journals what is said of it; throws what ends the property that the case belongs to. */
const decide = async ({ bench, check, facts, isReplay }: Acting, shown: Shown): Promise<void> => {
  const { ordinal, one } = shown;
  const judgement = await bench.judge(check.requirement, one);
  const { kind } = judgement;
  if (isReplay && kind !== 'conforms' && kind !== 'deviates') throw new CaseUndecided(kind, judgement.reason);
  facts.tell({
    type: 'judged',
    check: check.key,
    case: ordinal,
    judgement,
    unprovable: unprovable(one, judgement),
  });
  if (judgement.kind === 'deviates') throw new Nonconformance(check.requirement, judgement.deviation, shown);
  if (judgement.kind === 'blocked' || judgement.kind === 'untested')
    throw new CaseUndecided(judgement.kind, judgement.reason);
};

/** What shows a deviation is taken up into the one case. */
const decideOverStream = ({ bench, check, tally, facts }: Acting): Promise<void> => {
  const { key, requirement, documentType } = check;
  if (!isOverRun(requirement)) throw new Error(`no judge of streams for requirement "${requirement}"`);
  const { judgement, shown, unprovable: why } = bench.stream(requirement, documentType);
  const ordinal = (tally.cases += 1);
  for (const exchange of shown) shareExchange(bench.journal, { check: key, case: ordinal, exchange });
  facts.tell({ type: 'judged', check: key, case: ordinal, judgement, unprovable: why });
  if (judgement.kind !== 'deviates') return Promise.resolve();
  const one: Case = { sent: [], kept: undefined };
  return Promise.reject(new Nonconformance(requirement, judgement.deviation, { ordinal, one }));
};

const unprovable = ({ sent }: Case, judgement: Judgement): CaseJudged['unprovable'] => {
  if (sent.some(({ recorded }) => recorded?.lacks === true)) return 'bytes';
  return 'late' in judgement || sent.some(({ answer }) => 'late' in answer) ? 'time' : undefined;
};
