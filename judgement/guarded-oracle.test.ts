import { afterAll, expect, test } from 'vitest';
import type { JudgementContext } from './finding.ts';
import { readContract } from '#contract/reader';
import { guardedOracle } from './guarded-oracle.ts';
import { messageOfSeconds, sampleMessage } from '../test/samples/delivery.ts';

const context: JudgementContext = {
  today: '2026-11-23',
  oin: undefined,
  mandates: [{ kind: 'gemeente', name: 'Woerden' }],
};
const oracle = guardedOracle(readContract('contract/2020-01'), { deadlineMs: 1000 });

afterAll(() => oracle.close());

test('judges in its worker as the oracle does', async () => {
  expect(await oracle.judge(sampleMessage(), context)).toMatchObject({ verdict: 'valid', findings: [] });
  expect(await oracle.judge(sampleMessage({ gezag: ['gemeente', 'Utrecht'] }), context)).toMatchObject({
    verdict: 'invalid',
    findings: [{ constraint: 'rules.sch#bevoegd-gezag-gemachtigd' }],
  });
});

test('a message that takes too long is unjudgeable, and the next is judged', async () => {
  expect(await oracle.judge(messageOfSeconds(), context)).toEqual({
    verdict: 'unjudgeable',
    reason: { nl: 'het beoordelen duurde langer dan 1000 ms', en: 'judging took longer than 1000 ms' },
    late: true,
  });
  expect(await oracle.judge(sampleMessage(), context)).toMatchObject({ verdict: 'valid' });
});
