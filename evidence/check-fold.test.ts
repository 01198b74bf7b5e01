import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocked, conforms, deviates, type Judgement, notApplicable, untested } from '#judgement/verdict';
import { checkFold } from './check-fold.ts';
import type { CaseJudged, CheckStated } from './event.ts';

const both = (text: string) => ({ nl: text, en: text });
const check = 'delivery.accepts-valid/Melding';
const judged = (number: number, judgement: Judgement, more: Partial<CaseJudged> = {}): CaseJudged => ({
  type: 'judged',
  check,
  case: number,
  judgement,
  ...more,
});
const stated = (as: CheckStated['as'], said: string): CheckStated => ({
  type: 'stated',
  check,
  as,
  reason: both(said),
});

const folded = (...facts: readonly (CaseJudged | CheckStated)[]) => {
  const fold = checkFold();
  for (const fact of facts) fold.add(fact);
  return fold.result();
};

describe('the facts of a check come to', () => {
  const wrong = deviates(both('this'), both('that'));
  const smaller = deviates(both('this'), both('less'));

  test.each([
    ['passed', [judged(1, conforms)]],
    ['passed', [judged(1, notApplicable(both('nothing'))), judged(2, conforms)]],
    ['not-applicable', [judged(1, notApplicable(both('nothing')))]],
    ['failed', [judged(1, conforms), judged(2, wrong)]],
    ['failed', [judged(1, wrong), judged(2, blocked(both('gone')))]],
    ['blocked', [judged(1, conforms), judged(2, blocked(both('gone')))]],
    ['untested', [judged(1, conforms), stated('untested', 'no way')]],
    ['untested', [judged(1, untested(both('unseen')))]],
    ['broken', [judged(1, conforms), stated('broken', 'a bug')]],
    ['broken', []],
  ] as const)('%s', (verdict, facts) => {
    expect(folded(...facts).verdict).toBe(verdict);
  });

  test('the smallest case that deviates', () => {
    expect(folded(judged(1, conforms), judged(2, wrong), judged(3, smaller), judged(4, conforms))).toMatchObject({
      shown: 3,
      deviation: { actual: both('less') },
    });
  });

  test('the first reason that was given', () => {
    expect(folded(stated('untested', 'first'), judged(1, blocked(both('later')))).reason).toEqual(both('first'));
  });

  test('how many cases can not be proved again', () => {
    const facts = [
      judged(1, conforms, { unprovable: 'bytes' }),
      judged(2, conforms),
      judged(3, conforms, { unprovable: 'time' }),
    ];

    expect(folded(...facts).unprovable).toBe(2);
  });
});

test('a verdict is passed only where a case conforms and nothing speaks against it', () => {
  const said = fc.constantFrom<Judgement>(
    conforms,
    notApplicable(both('nothing')),
    blocked(both('gone')),
    untested(both('unseen')),
    deviates(both('this'), both('that')),
  );
  const property = fc.property(fc.array(said, { maxLength: 6 }), (all) => {
    const kinds = all.map(({ kind }) => kind);
    const isClean = kinds.every((kind) => kind === 'conforms' || kind === 'not-applicable');

    expect(folded(...all.map((one, index) => judged(index + 1, one))).verdict === 'passed').toBe(
      isClean && kinds.includes('conforms'),
    );
  });

  fc.assert(property, { seed: 20261129 });
});
