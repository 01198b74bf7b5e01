import { afterAll, expect, test } from 'vitest';
import type { JudgementContext } from './finding.ts';
import { readContract } from '#contract/reader';
import { guardedOracle } from './guarded-oracle.ts';
import { sampleMessage } from '../test/samples/delivery.ts';

const context: JudgementContext = {
  today: '2026-11-23',
  oin: undefined,
  mandates: [{ kind: 'gemeente', name: 'Woerden' }],
};
const oracle = guardedOracle(readContract('contract/2020-01'), 1000);

afterAll(() => oracle.close());

/** An area whose edges all overlap each other in x, so that each must be held against each; an odd number of corners leaves it simple. */
const tangled = (corners: number): string =>
  Array.from({ length: corners }, (_, index) => `${String((index % 2) * 100_000)} ${String(400_000 + index)}`).join(
    ',',
  );

test('judges in its worker as the oracle does', async () => {
  expect(await oracle.judge(sampleMessage(), context)).toMatchObject({ verdict: 'valid', findings: [] });
  expect(await oracle.judge(sampleMessage({ gezag: ['gemeente', 'Utrecht'] }), context)).toMatchObject({
    verdict: 'invalid',
    findings: [{ constraint: 'rules.sch#bevoegd-gezag-gemachtigd' }],
  });
});

test('a message that takes too long is unjudgeable, and the next is judged', async () => {
  const slow = sampleMessage({
    markeringen: [`<d:Vlak><d:Geometrie>POLYGON((${tangled(60_001)},-1 399999,0 400000))</d:Geometrie></d:Vlak>`],
  });

  expect(await oracle.judge(slow, context)).toEqual({
    verdict: 'unjudgeable',
    reason: 'the call of judge took more than 1000 ms',
    late: true,
  });
  expect(await oracle.judge(sampleMessage(), context)).toMatchObject({ verdict: 'valid' });
});
