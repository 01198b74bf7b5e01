import type { CheckEnded, Event, RunStarted } from '#evidence/event';
import { JournalError } from '#evidence/journal-error';
import type { Damaged } from '#evidence/journal-feed';
import { outcomeOf } from '#reporters/outcome';
import { type RunResult, foldRun } from '#reporters/run-result';
import type { WaitingCase } from '#evidence/case-replayed';
import { answerKindsFold } from './answer-kinds.ts';
import { type SentAgain, failuresOf, replayOf, waitingOf } from './failures-of.ts';
import { type Night, type Subject, type Undecided, nightVersion } from './night.ts';
import { outOfScope } from './out-of-scope.ts';
import { timesFold } from './times-fold.ts';

/** Folds the events of a run into what is compared; undefined for a recording, a replay or a verification by Pact, which are no runs. Throws `JournalError` where they were changed since. */
export const nightOf = (events: Iterable<Event | Damaged>): Night | undefined => {
  const [kinds, times] = [answerKindsFold(), timesFold()];
  const [replays, waiting]: [SentAgain[], WaitingCase[]] = [[], []];
  const tapped = function* (): Generator<Event | Damaged> {
    for (const event of events) {
      if (event.type !== 'damaged') for (const fold of [kinds, times]) fold.add(event);
      if (event.type === 'replayed') replays.push({ ...event, kind: kinds.ofCase(event) });
      if (event.type === 'planned') waiting.push(...(event.waiting ?? []));
      yield event;
    }
  };
  const result = foldRun(tapped());
  if (result.recording !== undefined || result.started.asked.by !== undefined) return undefined;
  demandUnchanged(result);
  const { started, checks, sent, ended } = result;
  const { runId, at, suite, seed, inEffect, contract } = started;
  const of = (verdict: CheckEnded['verdict']): readonly CheckEnded[] =>
    checks.filter((check) => check.verdict === verdict);
  const outcome = outcomeOf(result, { strict: 'must', complete: false });
  // A page of a web server is no answer of the endpoint, and what it breaks is nothing of that.
  const around = { runId, contract: contract.digest, replays, rules: new Map(Object.entries(started.rules ?? {})) };
  const whole = new Map(result.confidential.map(({ check }) => [check.check, check]));
  const [failed, unanswered] = outcome === 'unreached' ? [[], of('failed')] : [of('failed'), []];
  return {
    ...{ type: 'night', version: nightVersion, runId, at, suite, seed },
    subject: subjectOf(started),
    permitted: inEffect.permitted,
    ...{ outcome, isStopped: ended?.complete === true ? undefined : true },
    requests: sent.requests,
    cutShort: result.planned?.cutShort,
    passed: keysOf(of('passed')),
    failed: failed.flatMap((check) =>
      failuresOf(whole.get(check.check) ?? check, kinds.result().get(check.check) ?? '', around),
    ),
    undecided: [
      ...(['blocked', 'broken', 'untested'] as const).flatMap((as) => undecidedOf(as, of(as))),
      ...(unanswered.length === 0 ? [] : [{ as: 'blocked' as const, reason: noAnswer, checks: keysOf(unanswered) }]),
    ],
    out: result.planned === undefined ? [] : outOfScope(result.planned),
    ...{ times: times.result(), ends: started.ends ?? [] },
    replays: [...replays.map((one) => replayOf(one, contract.digest)), ...waiting.map(waitingOf)],
  };
};

/** What was not written as it is proves nothing; a last line that a killed run tore is no such change. */
const demandUnchanged = ({ changed, unfounded }: RunResult): void => {
  const [line] = changed;
  if (line !== undefined)
    throw new JournalError({
      nl: `journal.ndjson is na de run beschadigd of gewijzigd, regel ${String(line)}`,
      en: `journal.ndjson was damaged or changed after the run, line ${String(line)}`,
    });
  const [check] = unfounded;
  if (check !== undefined)
    throw new JournalError({
      nl: `journal.ndjson is na de run gewijzigd: het oordeel over ${check.check} volgt niet uit wat ernaast staat`,
      en: `journal.ndjson was changed after the run: the verdict on ${check.check} does not follow from what stands beside it`,
    });
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

const undecidedOf = (as: Undecided['as'], checks: readonly CheckEnded[]): readonly Undecided[] =>
  [...Map.groupBy(checks, ({ reason }) => reason?.en).values()].map((own) => ({
    as,
    reason: own[0]?.reason,
    checks: keysOf(own),
  }));
