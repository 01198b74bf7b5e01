import type { Bilingual } from '#contract/contract';
import { ContractError } from '#contract/contract-error';
import { shortened, shortenedBoth } from '#contract/shortened';
import type { Case, Sent } from '#judgement/case';
import type { Judgement, Verdict } from '#judgement/verdict';
import type fc from 'fast-check';
import { type CaseActor, type CaseSurroundings, type Tally, openCase } from './case.ts';
import type { CheckEnded, Counterexample, Counts } from '#evidence/event';
import { forAll, foundIn } from './for-all.ts';
import type { PlannedCheck } from './plan.ts';
import { seedOf } from './seed.ts';
import { Nonconformance, Undecided } from './stop.ts';

/** What a run gives to its checks. */
export interface Bench extends CaseSurroundings {
  readonly seed: number;
  /** Most attempts at a smaller counterexample. */
  readonly shrinks: number;
  /** Milliseconds that the cases of one property may take. */
  readonly timeLimit: number;
  readonly judge: (requirement: string, one: Case) => Judgement | Promise<Judgement>;
  /** How a message differs from the one that it was made from, as a patch; undefined where it was made from none. */
  readonly difference: (sent: Sent) => string | undefined;
}

/** What a check acts on. */
export interface Stage {
  readonly check: PlannedCheck;
  /** One case without generated values. */
  readonly once: (act: (actor: CaseActor) => Promise<void>) => Promise<void>;
  /** One case for each generated value; a failing one is made smaller. */
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

/** Why a check is not acted at all. */
export interface Exclusion {
  readonly verdict: 'untested' | 'not-applicable' | 'blocked';
  readonly reason: Bilingual;
}

/** Journals a check that is not acted, with the reason. */
export const skipCheck = (bench: Bench, check: PlannedCheck, { verdict, reason }: Exclusion): Ended => {
  const event = endedEvent(bench, check, { verdict, reason, counts: noCounts, durationMs: 0 });
  bench.journal.append(event);
  return { event, error: undefined };
};

const noCounts: Counts = { cases: 0, exchanges: 0, accepted: 0, refused: 0 };

const endedEvent = (
  bench: Bench,
  { key, requirement, documentType, constraint, level, ground }: PlannedCheck,
  end: Pick<CheckEnded, 'verdict' | 'reason' | 'counts' | 'durationMs'> &
    Partial<Pick<CheckEnded, 'deviation' | 'counterexample' | 'trace'>>,
): CheckEnded => ({
  type: 'check-ended',
  check: key,
  requirement,
  documentType,
  constraint,
  level,
  ground,
  seed: seedOf(bench.seed, key),
  deviation: undefined,
  counterexample: undefined,
  ...end,
});

/** Acts a check, journals everything, and returns how it ended; never throws for what the peer or the environment did. */
export const runCheck = async (
  bench: Bench,
  check: PlannedCheck,
  act: (stage: Stage) => Promise<void>,
): Promise<Ended> => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  const started = performance.now();
  const tally: Tally = { ...noCounts, lacking: 0, numbers: 0 };
  const silent: Silent = { cases: 0, reason: undefined };
  const target = { requirement, documentType, constraint };
  bench.journal.append({ type: 'check-started', check: key, ...target, level, ground, seed: seedOf(bench.seed, key) });
  const acting = (async () => act(stageOf({ bench, check, tally, silent })))();
  const end = await acting.then(
    () => endOf(bench, undecided(tally, silent), tally),
    (error: unknown) => endOf(bench, error instanceof Error ? error : new Error(String(error)), tally),
  );
  const { error, ...rest } = end;
  const durationMs = Math.round(performance.now() - started);
  const event = endedEvent(bench, check, { ...rest, counts: countsOf(tally), durationMs });
  bench.journal.append(event);
  return { event, error };
};

const countsOf = ({ numbers: _numbers, lacking, ...counts }: Tally): Counts => ({
  ...counts,
  lacking: lacking || undefined,
});

/** Cases that the requirement says nothing about, and why. */
interface Silent {
  cases: number;
  reason: Bilingual | undefined;
}

/** A check is not applicable when none of its cases is; the others are looked past. */
const undecided = ({ cases }: Tally, silent: Silent): Undecided | undefined =>
  silent.reason !== undefined && silent.cases === cases ? new Undecided('not-applicable', silent.reason) : undefined;

interface End {
  readonly verdict: Verdict;
  readonly reason: Bilingual | undefined;
  readonly deviation: CheckEnded['deviation'];
  readonly counterexample: Counterexample | undefined;
  readonly trace?: string | undefined;
  readonly error: Error | undefined;
}

const endOf = (bench: Bench, error: Error | undefined, tally: Tally): End => {
  const none = { reason: undefined, deviation: undefined, counterexample: undefined, error };
  if (error === undefined) return tally.cases > 0 ? { ...none, verdict: 'passed' } : nothingSent;
  if (error instanceof Undecided) return { ...none, verdict: error.verdict, reason: error.reason };
  if (error instanceof ContractError) return { ...none, verdict: 'blocked', reason: contractReason(error) };
  if (!(error instanceof Nonconformance))
    return {
      ...none,
      verdict: 'broken',
      reason: brokenReason(error),
      trace: error.stack && shortened(error.stack, 4000),
    };
  return { ...none, verdict: 'failed', deviation: error.deviation, counterexample: counterexampleOf(bench, error) };
};

const counterexampleOf = ({ journal, difference }: Bench, error: Nonconformance): Counterexample => {
  const { ordinal, one } = error.shown;
  const { seed = 0, path = '' } = foundIn(error) ?? {};
  const differences = one.sent.flatMap((sent) => {
    const patch = journal.keep(encoder.encode(difference(sent) ?? ''), mostOfPatch).place;
    return patch === undefined ? [] : [{ exchange: sent.recorded?.id ?? '', patch }];
  });
  return { case: ordinal, seed, path, differences };
};

const encoder = new TextEncoder();

/** Bytes of a patch that are kept: more than a person reads. */
const mostOfPatch = 64 * 1024;

const nothingSent: End = {
  verdict: 'broken',
  reason: {
    nl: 'De controle heeft niets verstuurd; dat is een fout in de suite.',
    en: 'The check sent nothing; that is a bug in the suite.',
  },
  deviation: undefined,
  counterexample: undefined,
  error: new Error('The check sent nothing; that is a bug in the suite.'),
};

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
  readonly silent: Silent;
}

const stageOf = (acting: Acting): Stage => {
  const { bench, check, tally } = acting;
  const once = async (act: (actor: CaseActor) => Promise<void>): Promise<void> => {
    const { ordinal, actor, finished } = openCase(bench, check, tally);
    await act(actor);
    await decide(acting, { ordinal, one: finished() });
  };
  return {
    check,
    once,
    forAll: (arbitrary, runs, act) =>
      forAll({
        arbitrary,
        runs,
        seed: seedOf(bench.seed, check.key),
        shrinks: bench.shrinks,
        timeLimit: bench.timeLimit,
        run: (value) => once((actor) => act(actor, value)),
      }),
  };
};

const decide = async (
  { bench, check, silent }: Acting,
  { ordinal, one }: { ordinal: number; one: Case },
): Promise<void> => {
  const judgement = await bench.judge(check.requirement, one);
  switch (judgement.kind) {
    case 'conforms':
      return;
    case 'not-applicable':
      silent.cases += 1;
      silent.reason ??= judgement.reason;
      return;
    case 'blocked':
    case 'untested':
      throw new Undecided(judgement.kind, judgement.reason);
    case 'deviates':
      throw new Nonconformance(check.requirement, judgement.deviation, { ordinal, one });
  }
};
