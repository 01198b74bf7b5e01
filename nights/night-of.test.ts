import { expect, test } from 'vitest';
import type { CaseReplayed } from '#evidence/case-replayed';
import { causeDigest } from '#evidence/cause';
import type { Event } from '#evidence/event';
import { aCheck, aJudgement, anExchange, aRun } from '../test/samples/run.ts';
import { nightOf } from './night-of.ts';

const actual = { nl: 'HTTP 500', en: 'HTTP 500' };
const deviation = { expected: { nl: 'aangenomen', en: 'accepted' }, actual };
const counterexample = { case: 2, seed: 7, path: '', differences: [] };
const failed = aCheck({ verdict: 'failed', deviation, counterexample });
const { check } = failed;

const nightWith = (...events: readonly Event[]) => {
  const { started, planned, ended } = aRun([failed]);
  const all = [
    started,
    planned,
    ...events,
    aJudgement({ case: 2, judgement: { kind: 'deviates', deviation } }),
    failed,
    ended,
  ];
  return nightOf(all.filter((event) => event !== undefined));
};

test('a cause has the kinds of answer of the case that shows it, without its control and without values', () => {
  const night = nightWith(
    anExchange({ case: 1, answer: 'http-error', status: 404 }),
    anExchange({ case: 2, purpose: 'control' }),
    anExchange({ case: 2, answer: 'fault', status: 500, dossierNumber: '10000001' }),
    anExchange({ case: 2, answer: 'none', failure: { kind: 'timeout', code: 'X', message: 'after 30000 ms' } }),
  );

  expect(night?.failed).toEqual([
    {
      ...{
        check,
        documentType: 'Melding',
        level: 'MUST',
        counterexample: { case: 2, seed: 7, path: '' },
        again: 'seed',
      },
      cause: { requirement: 'delivery.accepts-valid', constraint: undefined, kind: 'fault 500, timeout' },
    },
  ]);
});

test('a failure has the sentence of the rule that it is about', () => {
  const { started, planned, ended } = aRun([]);
  const [text, constraint] = [{ nl: 'mag niet', en: 'must not' }, 'rules.sch#x'];
  const broken = { ...failed, constraint };
  const judged = aJudgement({ case: 2, judgement: { kind: 'deviates', deviation } });
  const all = [
    { ...started, rules: { [constraint]: text } },
    planned,
    anExchange({ soap: true }),
    judged,
    broken,
    ended,
  ];

  expect(nightOf(all.filter((event) => event !== undefined))?.failed).toMatchObject([{ says: text }]);
});

test('what a case of an earlier run came to is kept, and its values are none that the check makes again', () => {
  const replayed = {
    type: 'replayed',
    check,
    case: 2,
    from: 'melding-1',
    cause: causeDigest('d', { requirement: failed.requirement, kind: 'fault 500' }),
    outcome: 'failed',
    reason: actual,
  } as const;

  expect(nightWith(anExchange({ case: 2, answer: 'fault', status: 500 }), replayed)).toMatchObject({
    failed: [{ counterexample: { path: 'corpus melding-1' } }],
    replays: [{ check, cause: replayed.cause, outcome: 'failed' }],
  });
});

test('what cases of earlier runs fail by now is told too, and a case that fails by another cause shows its own no more', () => {
  const replay = (number: number, cause: string): CaseReplayed => ({
    ...{ type: 'replayed', check, case: number, from: `melding-${String(number)}`, cause },
    ...{ outcome: 'failed', reason: actual },
  });
  const causeOf = (kind: string): string => causeDigest('d', { requirement: failed.requirement, kind });
  const night = nightWith(
    anExchange({ case: 2, answer: 'fault', status: 500 }),
    replay(2, causeOf('fault 500')),
    anExchange({ case: 3, answer: 'fault', status: 400 }),
    replay(3, causeOf('accepted')),
    anExchange({ case: 4, answer: 'fault', status: 500 }),
    replay(4, causeOf('fault 500')),
  );

  expect(night?.failed.map(({ cause, counterexample: shown }) => [cause.kind, shown?.path])).toEqual([
    ['fault 500', 'corpus melding-2'],
    ['fault 400', 'corpus melding-3'],
  ]);
  expect(night?.replays.map(({ outcome }) => outcome)).toEqual(['failed', 'blocked', 'failed']);
});

test('what is told in confidence is known by the run that found it first, and by nothing that shows it', () => {
  const secret = aCheck({
    ...{ check: 'connection.refuses-wrong-password', requirement: 'connection.refuses-wrong-password' },
    ...{ documentType: undefined, verdict: 'failed', deviation },
  });
  const found = {
    type: 'replayed',
    check: secret.check,
    from: 'x',
    found: 'r1',
    outcome: 'failed',
    reason: actual,
  } as const;
  const foundBy = (path: string, ...replays: readonly Event[]) => {
    const { started, planned, ended } = aRun([secret]);
    const judged = aJudgement({ check: secret.check, case: 2, judgement: { kind: 'deviates', deviation } });
    const failing = { ...secret, counterexample: { case: 2, seed: 7, path, differences: [] } };
    const events = [started, planned, anExchange({ soap: true }), judged, ...replays, failing, ended];
    return nightOf(events.filter((event) => event !== undefined))?.failed;
  };
  const failure = { check: secret.check, level: 'MUST', cause: { requirement: secret.requirement, kind: '' } };

  const { runId } = aRun([]).started;
  expect(foundBy('1')).toMatchObject([{ ...failure, found: runId, again: 'check' }]);
  expect(foundBy('1', { ...found, case: 2 })).toMatchObject([{ ...failure, found: 'r1' }]);
  expect(foundBy('1', { ...found, case: 2 })?.[0]?.counterexample).toBeUndefined();
});

test('the cause of a case that is told in confidence is not kept', () => {
  const replayed = { type: 'replayed', case: 1, from: 'x', cause: 'c', outcome: 'fixed', reason: undefined } as const;

  expect(nightWith({ ...replayed, check: 'connection.refuses-wrong-password' })?.replays).toEqual([
    { check: 'connection.refuses-wrong-password', cause: undefined, outcome: 'fixed' },
  ]);
});

test('a case that has no room in a run waits, and one that is told in confidence without its cause', () => {
  const { planned } = aRun([failed]);
  const waiting = [check, 'connection.refuses-wrong-password'].map((one) => ({ check: one, cause: 'c', found: 'r1' }));

  expect(planned && nightWith({ ...planned, waiting })?.replays).toEqual([
    { check, cause: 'c', outcome: 'waiting' },
    { check: 'connection.refuses-wrong-password', found: 'r1', outcome: 'waiting' },
  ]);
});

test('a median is over the answers of a document type', () => {
  const times = [10, 30, 20, 40].map((durationMs) => anExchange({ durationMs }));

  expect(nightWith(...times, anExchange({ status: undefined, durationMs: 9000 }))?.times).toEqual([
    { documentType: 'Melding', median: 25, exchanges: 4 },
  ]);
});

test('where not one SOAP answer came nothing failed, and all is undecided', () => {
  const night = nightWith(anExchange({ case: 2, answer: 'unexpected', status: 200, soap: undefined }));

  expect(night).toMatchObject({ outcome: 'unreached', failed: [] });
  expect(night?.undecided).toEqual([
    { as: 'blocked', reason: expect.objectContaining({ en: 'not one SOAP answer came' }) as object, checks: [check] },
  ]);
});
