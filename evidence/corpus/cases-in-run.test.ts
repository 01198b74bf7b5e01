import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { aCheck, aJudgement, anExchange, aRun } from '../../test/samples/run.ts';
import { causeDigest } from '../cause.ts';
import type { Event } from '../event.ts';
import { casesInRun } from './cases-in-run.ts';

const contract = readContract('contract/2020-01');
const deviation = { expected: { nl: 'aangenomen', en: 'accepted' }, actual: { nl: 'geweigerd', en: 'refused' } };
const failed = aCheck({
  ...{ verdict: 'failed', deviation },
  counterexample: { case: 1, seed: 7, path: '0:1', differences: [] },
});
const { check, requirement } = failed;
const causeOf = (kind: string): string => causeDigest(contract.digest, { requirement, kind });

/** A case that a run failed by a Fault with some status. */
const failing = (number: number, status: number) => [
  anExchange({ check, case: number, id: String(number), answer: 'fault', status }),
  aJudgement({ check, case: number, judgement: { kind: 'deviates', deviation } }),
];

/** A case of an earlier run that did, known by its own cause. */
const again = (number: number, status: number, own: string): readonly Event[] => [
  ...failing(number, status),
  {
    ...{ type: 'replayed', check, case: number, from: 'x', cause: causeOf(own) },
    ...{ outcome: 'failed', reason: deviation.actual },
  },
];

test('a case of an earlier run that fails by another cause than its own is a case of that', async () => {
  const { started, ended } = aRun([failed]);
  const events = [
    { ...started, contract: { ...started.contract, digest: contract.digest } },
    ...[...failing(1, 500), ...again(2, 500, 'fault 500'), ...again(3, 400, 'accepted'), failed],
    ...(ended === undefined ? [] : [ended]),
  ];
  const making = {
    ...{ contract, bytes: () => undefined, look: () => Promise.reject(new Error('a stream')) },
    read: () => Promise.resolve({ kind: 'alive', http: 200 } as const),
    judge: () => Promise.reject(new Error('no judge')),
  };

  const cases = await casesInRun(events, making);

  expect(cases.map(({ cause, origin: { path } }) => [cause, path])).toEqual([
    [causeOf('fault 500'), '0:1'],
    [causeOf('fault 400'), ''],
  ]);
});
