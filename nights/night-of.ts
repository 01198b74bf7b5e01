import type { CheckEnded, Event, RunStarted } from '#evidence/event';
import type { CaseReplayed } from '#evidence/case-replayed';
import type { Damaged } from '#evidence/journal-feed';
import { type Demands, outcomeOf } from '#reporters/outcome';
import { requirementOf, requirements } from '#judgement/requirements/registry';
import { foldRun } from '#reporters/run-result';
import { answerKindsFold } from './answer-kinds.ts';
import {
  type Failure,
  type Night,
  type Replay,
  type Shown,
  type Subject,
  type Undecided,
  nightVersion,
} from './night.ts';
import { outOfScope } from './out-of-scope.ts';
import { timesFold } from './times-fold.ts';

/** Folds the events of a run into what is compared, by what is demanded of it; undefined for a recording, a replay or a verification by Pact, which are no runs. */
export const nightOf = (events: Iterable<Event | Damaged>, demands: Demands): Night | undefined => {
  const [kinds, times] = [answerKindsFold(), timesFold()];
  const replays: CaseReplayed[] = [];
  const tapped = function* (): Generator<Event | Damaged> {
    for (const event of events) {
      if (event.type !== 'damaged') for (const fold of [kinds, times]) fold.add(event);
      if (event.type === 'replayed') replays.push(event);
      yield event;
    }
  };
  const result = foldRun(tapped());
  if (result.recording !== undefined || result.started.asked.by !== undefined) return undefined;
  const { started, checks, sent } = result;
  const { runId, at, suite, seed, inEffect } = started;
  const of = (verdict: CheckEnded['verdict']): readonly CheckEnded[] =>
    checks.filter((check) => check.verdict === verdict);
  const outcome = outcomeOf(result, demands);
  // A page of a web server is no answer of the endpoint, and what it breaks is nothing of that.
  const [failed, unanswered] = outcome === 'unreached' ? [[], of('failed')] : [of('failed'), []];
  return {
    ...{ type: 'night', version: nightVersion, runId, at, suite, seed },
    subject: subjectOf(started),
    permitted: inEffect.permitted,
    outcome,
    requests: sent.requests,
    passed: keysOf(of('passed')),
    failed: failed.map((check) => failureOf(check, kinds.result().get(check.check), replays)),
    undecided: [
      ...(['blocked', 'broken', 'untested'] as const).flatMap((as) => undecidedOf(as, of(as))),
      ...(unanswered.length === 0 ? [] : [{ as: 'blocked' as const, reason: noAnswer, checks: keysOf(unanswered) }]),
    ],
    out: result.planned === undefined ? [] : outOfScope(result.planned),
    ...{ times: times.result(), ends: started.ends ?? [] },
    replays: replays.map(replayOf),
  };
};

const noAnswer = { nl: 'er kwam niet één SOAP-antwoord', en: 'not one SOAP answer came' };

const keysOf = (checks: readonly CheckEnded[]): readonly string[] => checks.map(({ check }) => check).sort();

const subjectOf = (started: RunStarted): Subject => ({
  profile: started.profile,
  target: started.isMock ? 'mock' : hostOf(started.target),
  phase: started.phase,
  contract: started.contract.digest,
  topics: started.topics.toSorted(),
  documentTypes: started.documentTypes.toSorted(),
  runs: started.runs,
  isPart: started.turn !== undefined,
});

const hostOf = (target: string): string => URL.parse(target)?.host ?? target;

const failureOf = (check: CheckEnded, kind: string | undefined, replays: readonly CaseReplayed[]): Failure => {
  const { requirement, constraint, documentType, level } = check;
  const counterexample = shownIn(check, replays);
  return {
    check: check.check,
    // What is told in confidence has no counterexample here, and no answer either.
    cause: { requirement, constraint, kind: (counterexample === undefined ? undefined : kind) ?? '' },
    documentType,
    level,
    counterexample,
  };
};

/** What is told in confidence has no cause here either. */
const replayOf = ({ check, cause, outcome }: CaseReplayed): Replay => {
  const requirement = requirementOf(check);
  const isConfidential = requirement !== undefined && requirements.get(requirement)?.security === true;
  return { check, cause: isConfidential ? undefined : cause, outcome };
};

/** A case of an earlier run has values of that run, which the check does not make again by itself. */
const shownIn = ({ check, counterexample }: CheckEnded, replays: readonly CaseReplayed[]): Shown | undefined => {
  if (counterexample === undefined) return undefined;
  const { case: number, seed, path } = counterexample;
  const replay = replays.find((one) => one.check === check && one.case === number);
  return { case: number, seed, path: replay === undefined ? path : `corpus ${replay.from}` };
};

const undecidedOf = (as: Undecided['as'], checks: readonly CheckEnded[]): readonly Undecided[] =>
  [...Map.groupBy(checks, ({ reason }) => reason?.en).values()].map((own) => ({
    as,
    reason: own[0]?.reason,
    checks: keysOf(own),
  }));
