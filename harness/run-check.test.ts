import fc from 'fast-check';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '#contract/wire/exchange';
import type { Answer } from '#judgement/answer';
import { blocked, conforms, deviates, type Judgement, notApplicable } from '#judgement/verdict';
import { openJournal } from '#evidence/journal';
import type { PlannedCheck } from './plan.ts';
import { type Bench, runCheck, type Stage } from './run-check.ts';

const both = (text: string) => ({ nl: text, en: text });

const exchange: Exchange = {
  request: { method: 'POST', url: 'http://localhost/', headers: {}, body: Buffer.from('<a/>') },
  outcome: { response: { status: 200, headers: {}, body: Buffer.from('<b/>') } },
  startedAt: 0,
  durationMs: 1,
};

const check: PlannedCheck = {
  key: 'delivery.accepts-valid/Melding',
  requirement: 'delivery.accepts-valid',
  documentType: 'Melding',
  constraint: undefined,
  ordinal: 7,
  level: 'MUST',
  ground: 'public',
  constraints: [],
};

const benchJudging = (judgement: Judgement, answer: Answer = { kind: 'http-error', http: 400 }): Bench => ({
  journal: openJournal(mkdtempSync(join(tmpdir(), 'bench-'))),
  seed: 1,
  shrinks: 10,
  timeLimit: 10_000,
  read: () => answer,
  typeOf: () => undefined,
  judge: () => judgement,
  difference: () => undefined,
  kept: undefined,
  phase: 1,
  note: () => undefined,
  stream: () => ({ judgement: conforms, shown: [], unprovable: undefined }),
  alone: () => ({ note: () => undefined, stream: () => ({ judgement: conforms, shown: [], unprovable: undefined }) }),
  replayed: new Map(),
});

const sendOne = (stage: Stage): Promise<void> =>
  stage.once(async (actor) => {
    await actor.exchange('valid', () => Promise.resolve(exchange));
  });

const twice = async (stage: Stage): Promise<void> => {
  await sendOne(stage);
  await sendOne(stage);
};

/** Judgements that are given one after another; the last one stays. */
const inTurn = (...judgements: readonly Judgement[]): Bench['judge'] => {
  const left = [...judgements];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? conforms;
};

const verdictOf = async (judgement: Judgement, act: (stage: Stage) => Promise<void> = sendOne) =>
  (await runCheck(benchJudging(judgement), check, act)).event.verdict;

describe('the verdict of a check', () => {
  test.each([
    ['passed', conforms],
    ['failed', deviates(both('this'), both('that'))],
    ['blocked', blocked(both('gone'))],
    ['not-applicable', notApplicable(both('nothing'))],
  ])('is %s when its judge says so', async (verdict, judgement) => {
    expect(await verdictOf(judgement)).toBe(verdict);
  });

  test('looks past a case that the requirement says nothing about', async () => {
    const bench = { ...benchJudging(conforms), judge: inTurn(notApplicable(both('nothing')), conforms) };

    const { event } = await runCheck(bench, check, (stage) => twice(stage));

    expect(event).toMatchObject({ verdict: 'passed', reason: undefined, counts: { cases: 2 } });
  });

  test('is failed by a case behind one that the requirement says nothing about', async () => {
    const judge = inTurn(notApplicable(both('nothing')), deviates(both('this'), both('that')));

    const { event } = await runCheck({ ...benchJudging(conforms), judge }, check, (stage) => twice(stage));

    expect(event.verdict).toBe('failed');
  });

  test('is broken when the check sends nothing', async () => {
    expect(await verdictOf(conforms, () => Promise.resolve())).toBe('broken');
  });

  test('is broken when the check throws, be it before its first step', async () => {
    const thrown = (): Promise<void> => {
      throw new TypeError('a bug');
    };

    const { event } = await runCheck(benchJudging(conforms), check, thrown);

    expect(event).toMatchObject({ verdict: 'broken', reason: { en: 'Bug in the suite: a bug' } });
  });

  test('counts what was accepted and refused', async () => {
    const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: 'D', status: 'prepared' };

    const { event } = await runCheck(benchJudging(conforms, accepted), check, (stage) =>
      stage.forAll(fc.constant(1), 3, async (actor) => {
        await actor.exchange('valid', () => Promise.resolve(exchange));
      }),
    );

    expect(event.counts).toEqual({ cases: 3, exchanges: 3, accepted: 3, refused: 0 });
  });
});

test('numbers are twelve digits, begin with the ordinal of the check, and never come twice', async () => {
  const numbers: string[] = [];

  await runCheck(benchJudging(conforms), check, (stage) =>
    stage.forAll(fc.constant(1), 5, (actor) => {
      numbers.push(actor.number(), actor.number());
      return Promise.resolve();
    }),
  );

  expect(new Set(numbers).size).toBe(10);
  expect(numbers.every((number) => /^00007\d{7}$/.test(number))).toBe(true);
});
