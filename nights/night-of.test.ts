import { expect, test } from 'vitest';
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
  return nightOf(
    all.filter((event) => event !== undefined),
    { strict: 'must', complete: false },
  );
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
      ...{ check, documentType: 'Melding', level: 'MUST', counterexample: { case: 2, seed: 7, path: '' } },
      cause: { requirement: 'delivery.accepts-valid', constraint: undefined, kind: 'fault 500, timeout' },
    },
  ]);
});

test('what a case of an earlier run came to is kept, and its values are none that the check makes again', () => {
  const replayed = {
    type: 'replayed',
    check,
    case: 2,
    from: 'melding-1',
    cause: 'c',
    outcome: 'failed',
    reason: actual,
  } as const;

  expect(nightWith(anExchange({ case: 2, answer: 'fault', status: 500 }), replayed)).toMatchObject({
    failed: [{ counterexample: { path: 'corpus melding-1' } }],
    replays: [{ check, cause: 'c', outcome: 'failed' }],
  });
});

test('the cause of a case that is told in confidence is not kept', () => {
  const replayed = { type: 'replayed', case: 1, from: 'x', cause: 'c', outcome: 'fixed', reason: undefined } as const;

  expect(nightWith({ ...replayed, check: 'connection.refuses-wrong-password' })?.replays).toEqual([
    { check: 'connection.refuses-wrong-password', cause: undefined, outcome: 'fixed' },
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
