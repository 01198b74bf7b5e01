import { type CaseJudged, type CheckEnded, type ExchangeRecorded, journalVersion } from '#evidence/event';
import type { RunResult } from '#reporters/run-result';

/** A check that passed, with what a test changes of it. */
export const aCheck = (change: Partial<CheckEnded> = {}): CheckEnded => ({
  type: 'check-ended',
  check: 'delivery.accepts-valid/Melding',
  requirement: 'delivery.accepts-valid',
  documentType: 'Melding',
  constraint: undefined,
  verdict: 'passed',
  level: 'MUST',
  ground: 'public',
  seed: 1,
  counts: { cases: 1, exchanges: 1, accepted: 1, refused: 0 },
  reason: undefined,
  deviation: undefined,
  counterexample: undefined,
  durationMs: 1500,
  ...change,
});

/** The judgement that lets a check pass. */
export const aJudgement = (change: Partial<CaseJudged> = {}): CaseJudged => ({
  type: 'judged',
  check: 'delivery.accepts-valid/Melding',
  case: 1,
  judgement: { kind: 'conforms' },
  ...change,
});

/** An accepted delivery, with what a test changes of it. */
export const anExchange = (change: Partial<ExchangeRecorded> = {}): ExchangeRecorded => ({
  type: 'exchange',
  id: '1-1',
  check: 'delivery.accepts-valid/Melding',
  case: 1,
  purpose: 'valid',
  constraint: undefined,
  method: 'POST',
  url: 'http://127.0.0.1:1/',
  requestHeaders: {},
  request: undefined,
  requestBytes: 0,
  status: 200,
  responseHeaders: {},
  response: undefined,
  responseBytes: 0,
  failure: undefined,
  startedAt: 0,
  durationMs: 1,
  answer: 'accepted',
  soap: true,
  dossierNumber: undefined,
  documentType: 'Melding',
  ...change,
});

/** A run of these checks, without exchanges. */
export const aRun = (checks: readonly CheckEnded[], complete = true): RunResult => ({
  confidential: [],
  started: {
    type: 'run-started',
    version: journalVersion,
    at: '2026-11-23T12:00:00.000Z',
    runId: 'rtest',
    suite: '0.0.0',
    contract: { id: '2020-01', digest: 'd', confirmed: false },
    profile: 'mock-poc',
    asked: { profile: 'mock-poc', contract: undefined },
    phase: 1,
    target: 'http://127.0.0.1:1/',
    isMock: true,
    seed: 1,
    runs: 1,
    clock: '2026-11-23T12:00:00.000Z',
    inEffect: {},
    topics: [],
    documentTypes: [],
    checks: checks.length,
  },
  ended: complete
    ? { type: 'run-ended', at: '2026-11-23T12:00:01.000Z', complete: true, reason: undefined }
    : undefined,
  planned: {
    type: 'planned',
    plan: checks.length,
    scope: checks.length,
    unselected: 0,
    runs: 1,
    requests: 1,
    leftOut: [],
  },
  aim: undefined,
  checks,
  stopped: 0,
  sent: {
    ...{ requests: 1, answered: 1, alive: 1, waits: { times: 0, milliseconds: 0 } },
    ...{ broken: new Map(), valid: new Map([['Melding', 1]]) },
  },
  dossiers: [],
  lacking: { exchanges: 0, ids: [] },
  lost: { exchanges: 0, ids: [] },
  damaged: 0,
  changed: [],
  unfounded: [],
});
