import type { Contract } from '#contract/contract';
import { dutchDay } from '#judgement/certificate/days';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { Deviation } from '#judgement/verdict';
import type { CaseReplayed } from '../case-replayed.ts';
import { type Answered, type Cause, answerKind, causeDigest, kindOf } from '../cause.ts';
import type { Counterexample } from '../counterexample.ts';
import type { CheckEnded, Event, RunStarted, Target } from '../event.ts';
import type { Damaged } from '../journal-feed.ts';
import type { BytesOf } from '../open-exchanges.ts';
import { type RecordedCase, type RecordedSent, recordedCasesFold, reopenSent } from '../recorded-cases.ts';
import { type CaseOrigin, type CaseRequest, type CorpusCase, caseBounds } from './corpus-case.ts';
import { mannerOf } from './manner-of.ts';

/** The means to make cases of what a run found. */
export interface MakingCases extends Pick<GuardedAnswers, 'read' | 'judge' | 'look'> {
  readonly contract: Contract;
  readonly bytes: BytesOf;
}

/** A failure that shows which case it was found in. */
export interface ShownFailure extends CheckEnded {
  readonly deviation: Deviation;
  readonly counterexample: Counterexample;
}

/** Whether a check failed, and one of its cases shows it. */
const isShownFailure = (event: Event | Damaged): event is ShownFailure =>
  event.type === 'check-ended' &&
  event.verdict === 'failed' &&
  event.deviation !== undefined &&
  event.counterexample !== undefined;

/** Makes a case of each of some failures of a run, in their order: that of its check, and then those of cases of earlier runs that failed by another cause than their own. */
export const casesInRun = async (
  events: Iterable<Event | Damaged>,
  making: MakingCases,
  isWanted: (failure: ShownFailure) => boolean = () => true,
): Promise<readonly CorpusCase[]> => {
  const recorded = recordedCasesFold();
  const otherwise = otherwiseFold(recorded.find, making.contract.digest);
  const failures: ShownFailure[] = [];
  let started: RunStarted | undefined;
  for (const event of events) {
    recorded.add(event);
    if (event.type === 'run-started') started ??= event;
    otherwise.add(event);
    if (isShownFailure(event) && isWanted(event)) failures.push(event, ...otherwise.of(event));
  }
  if (started === undefined) return [];
  const origin = originOf(started);
  const cases: CorpusCase[] = [];
  for (const failure of failures) {
    const found = recorded.find({ check: failure.check, case: failure.counterexample.case });
    cases.push(await caseOf(failure, found, { ...making, origin }));
  }
  return cases;
};

/** Gathers what cases of earlier runs failed by where that is not their own cause. */
const otherwiseFold = (find: (of: { check: string; case: number }) => RecordedCase, contract: string) => {
  const deviations = new Map<string, Deviation>();
  const replays: CaseReplayed[] = [];
  const isOther = ({ check, case: number, cause }: CaseReplayed, target: Target): boolean =>
    cause !== causeDigest(contract, causeOf(target, find({ check, case: number }).exchanges));
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'judged' && event.judgement.kind === 'deviates')
        deviations.set(`${event.check} ${String(event.case)}`, event.judgement.deviation);
      if (event.type === 'replayed' && event.outcome === 'failed') replays.push(event);
    },
    /** Those of a check that failed, beside the case that shows it. */
    of: (failure: ShownFailure): readonly ShownFailure[] =>
      replays.flatMap((one) => {
        const deviation = deviations.get(`${one.check} ${String(one.case)}`);
        if (one.check !== failure.check || one.case === failure.counterexample.case || deviation === undefined)
          return [];
        const counterexample = { ...failure.counterexample, case: one.case, path: '' };
        return isOther(one, failure) ? [{ ...failure, deviation, counterexample }] : [];
      }),
  };
};

const causeOf = ({ requirement, constraint }: Target, exchanges: readonly Answered[]): Cause => ({
  ...{ requirement, constraint },
  kind: kindOf(requirement, exchanges.filter(({ purpose }) => purpose !== 'tried').map(answerKind)),
});

/** Without where in the run it was found. */
type RunOrigin = Omit<CaseOrigin, 'path'>;

const originOf = ({ runId, seed, clock, suite, contract, phase, profile, target, isMock }: RunStarted): RunOrigin => ({
  ...{ run: runId, seed, clock, day: dutchDay(new Date(clock)), suite },
  contract: { id: contract.id, digest: contract.digest },
  ...{ phase, profile, target, isMock },
});

const caseOf = async (
  { requirement, documentType, constraint, level, deviation, counterexample }: ShownFailure,
  recorded: RecordedCase,
  making: MakingCases & { readonly origin: RunOrigin },
): Promise<CorpusCase> => {
  const { origin, contract, bytes } = making;
  const own = recorded.exchanges.filter(({ purpose }) => purpose !== 'tried');
  const sent = await Promise.all(own.map((event) => reopenSent(event, { ...making, phase: origin.phase })));
  const target = { requirement, documentType, constraint };
  const cause = causeDigest(contract.digest, causeOf(target, own));
  const manner = await mannerOf(target, { ...recorded, exchanges: own, sent }, { ...making, day: origin.day });
  const kept = own.filter(({ purpose }) => manner.replay === 'requests' || purpose !== 'filler');
  return {
    ...{ ...target, level, deviation, cause, ...manner, observes: recorded.kept !== undefined },
    ...{ owner: '', reason: '', origin: { ...origin, path: counterexample.path } },
    requests: kept.slice(0, caseBounds.requests).map((exchange) => requestOf(exchange, bytes)),
  };
};

const requestOf = (
  { purpose, constraint, method, requestHeaders, request }: RecordedSent,
  bytes: BytesOf,
): CaseRequest => ({
  ...{ purpose, constraint, method: method === 'GET' || method === 'PUT' ? method : 'POST' },
  contentType: requestHeaders['content-type'] ?? null,
  soapAction: requestHeaders['soapaction'] ?? null,
  chunked: requestHeaders['transfer-encoding'] === 'chunked',
  asksFirst: requestHeaders['expect'] !== undefined,
  body: (request === undefined ? undefined : bytes(request)) ?? new Uint8Array(),
});
