import type { Bilingual } from '#contract/texts/bilingual';
import { ContractError } from '#contract/folder/contract-error';
import { shortened, shortenedBoth } from '#contract/texts/shortened';
import { type CheckVerdict, checkFold } from '#evidence/check-fold';
import type { Counterexample } from '#evidence/counterexample';
import type { CaseJudged, CheckEnded, CheckStated, Counts } from '#evidence/event';
import { type OpenCheck, noCounts } from '#evidence/so-far';
import type { Case, Sent } from '#judgement/case';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Judgement } from '#judgement/verdict';
import type fc from 'fast-check';
import type { StreamFound } from '#evidence/stream-fold';
import { isOverRun } from '#judgement/streams/over-run';
import type { StreamRequirement } from '#judgement/streams/registry';
import { type CaseActor, type CaseSurroundings, type Tally, openCase, shareExchange } from './case.ts';
import { forAll, foundIn } from './for-all.ts';
import type { PlannedCheck } from './plan.ts';
import { seedOf } from './seed.ts';
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
    };

/** Journals a check that is not acted, with the reason. */
export const skipCheck = (bench: Bench, check: PlannedCheck, { verdict, reason }: Exclusion): Ended => {
  const before = bench.before?.(check.key);
  const facts = factsInto(bench, before);
  facts.tell({ type: 'stated', check: check.key, as: verdict, reason });
  return ended(bench, check, { ...facts.result(), counts: before?.counts ?? noCounts, durationMs: 0 });
};

/** Acts a check, journals everything, and returns how it ended; never throws for what the peer or the environment did. */
export const runCheck = async (
  bench: Bench,
  check: PlannedCheck,
  act: (stage: Stage) => Promise<void>,
): Promise<Ended> => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  const begun = performance.now();
  const before = bench.before?.(key);
  const counts = before?.counts ?? noCounts;
  const tally: Tally = { ...counts, lacking: counts.lacking ?? 0, numbers: bench.firstNumber ?? 0 };
  const target = { requirement, documentType, constraint };
  bench.journal.append({ type: 'check-started', check: key, ...target, level, ground, seed: seedOf(bench.seed, key) });
  const facts = factsInto(bench, before);
  const error = await thrownBy(async () => act(stageOf({ bench, check, tally, facts })));
  if (error !== undefined && !isDecided(error)) facts.tell({ type: 'stated', check: key, ...statementOf(error) });
  const verdict = facts.result();
  const counterexample = error instanceof Nonconformance ? counterexampleOf(bench, error) : caseBefore(verdict);
  const durationMs = Math.round(performance.now() - begun);
  return ended(bench, check, { ...verdict, counts: countsOf(tally), counterexample, durationMs, error });
};

const countsOf = ({ numbers: _numbers, lacking, ...counts }: Tally): Counts => ({
  ...counts,
  lacking: lacking || undefined,
});

const thrownBy = (act: () => Promise<void>): Promise<Error | undefined> =>
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

const statementOf = (error: Error): Pick<CheckStated, 'as' | 'reason' | 'trace'> =>
  error instanceof ContractError
    ? { as: 'blocked', reason: contractReason(error) }
    : { as: 'broken', reason: brokenReason(error), trace: error.stack && shortened(error.stack, 4000) };

/** A failure that an earlier part of the run recorded, and that did not come again. */
const caseBefore = ({ shown }: CheckVerdict): Counterexample | undefined =>
  shown === undefined ? undefined : { case: shown, seed: 0, path: '', differences: [] };

const counterexampleOf = ({ journal, difference }: Bench, error: Nonconformance): Counterexample => {
  const { ordinal, one, accepted = [] } = error.shown;
  const beside = [...one.sent, ...accepted].filter(({ answer }) => answer.kind === 'accepted');
  const { seed = 0, path = '' } = foundIn(error) ?? {};
  const patches = one.sent.map((sent) => ({ sent, text: difference(sent, beside) ?? '' }));
  const differences = patches.flatMap(({ sent, text }) => {
    const patch = journal.keep(encoder.encode(text), mostOfPatch).place;
    return patch === undefined ? [] : [{ exchange: sent.recorded?.id ?? '', patch }];
  });
  const changed = patches.map(({ text }) => changedIn(text)).find((text) => text !== '');
  return { case: ordinal, seed, path, changed, differences };
};

/** The lines that a patch adds, in one; what it only takes away is told as that. */
const changedIn = (patch: string): string => {
  const lines = patch.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line));
  const added = lines.filter((line) => line.startsWith('+'));
  const told =
    added.length > 0 ? added.map((line) => line.slice(1).trim()) : lines.map((line) => `- ${line.slice(1).trim()}`);
  return shortened(told.join(' '), mostOfChanged);
};

/** Characters of what was changed that stand in a line. */
const mostOfChanged = 300;

const encoder = new TextEncoder();

/** Bytes of a patch that are kept: more than a person reads. */
const mostOfPatch = 64 * 1024;

/** The code of the contract's author, `rules.mjs`, runs in ours. */
const contractReason = ({ message }: ContractError): Bilingual =>
  shortenedBoth({ nl: `De contractmap klopt niet: ${message}`, en: `The contract folder is wrong: ${message}` });

const brokenReason = (error: Error): Bilingual => {
  const { nl, en } = textOf(error);
  return shortenedBoth({ nl: `Fout in de suite: ${nl}`, en: `Bug in the suite: ${en}` });
};

/** Some errors speak both languages. */
const textOf = (error: Error & { readonly text?: Bilingual }): Bilingual =>
  error.text ?? { nl: error.message, en: error.message };

interface Acting {
  readonly bench: Bench;
  readonly check: PlannedCheck;
  readonly tally: Tally;
  readonly facts: Facts;
}

/** Accepted messages of a property that a failing one is compared with, the last that were sent: they come nearest to it. */
const mostCompared = 50;

const stageOf = (acting: Acting): Stage => {
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
const decide = async ({ bench, check, facts }: Acting, shown: Shown): Promise<void> => {
  const { ordinal, one } = shown;
  const judgement = await bench.judge(check.requirement, one);
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
