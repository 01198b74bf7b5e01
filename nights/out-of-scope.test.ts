import { expect, test } from 'vitest';
import type { Planned, ToDecide } from '#evidence/event';
import { aFailure, aNight } from '../test/samples/night.ts';
import { compareNight, type Comparison } from './compare-night.ts';
import type { Night } from './night.ts';
import { outOfScope } from './out-of-scope.ts';
import { comparisonText } from './text/comparison-text.ts';

const reason = { nl: 'het profiel noemt geen bevoegd gezag', en: 'the profile names no authority' };
const remedy = { nl: 'noem het', en: 'name it' };
const pair = 'delivery.accepts-valid/Melding';

const planned = (checks: readonly (readonly [check: string, leftOut?: number])[]): Planned => ({
  ...{ type: 'planned', plan: 9, scope: 5, unselected: 0, runs: 1, requests: 9 },
  leftOut: [
    { checks: 2, reason, remedy },
    { checks: 1, reason: remedy, remedy, by: 'turn' },
  ],
  checks: checks.map(([check, leftOut]) => ({ check, leftOut }) as ToDecide),
});

test('is what no check of a requirement and document type is left of, unless it has its turn in another run', () => {
  const out = outOfScope(
    planned([
      [pair, 0],
      ['rejection.refuses-rule/Melding/a', 0],
      ['rejection.refuses-rule/Melding/b'],
      ['rejection.refuses-rule/Besluit/a', 0],
      ['rejection.refuses-rule/Besluit/b', 1],
      ['delivery.accepts-valid/Besluit', 1],
    ]),
  );

  expect(out).toEqual([{ reason, remedy, pairs: [pair] }]);
});

const without = (day: number): Night =>
  aNight(day, {
    passed: ['connection.serves-wsdl'],
    out: [{ reason, remedy, pairs: [pair, 'variants.accepts-cdata/Melding'] }],
  });

const told = (nights: readonly Night[]): readonly (readonly string[])[] => {
  let before: Comparison | undefined;
  return nights.map((night) => {
    before = compareNight(before?.memory, night);
    return [before.told, ...before.changes.map(({ kind }) => kind)];
  });
};

test('what passed before is an alarm once it is tested no more, and told once it is again', () => {
  expect(told([aNight(0), without(1), without(2), aNight(3), aNight(4)])).toEqual([
    ['first', 'first'],
    ['worse', 'narrower'],
    ['unchanged'],
    ['changed', 'wider'],
    ['unchanged'],
  ]);
});

test('a known finding that is tested no more is told once with its reason, and counted', () => {
  const failed = [aFailure({ again: 'check' })];
  const nights = [aNight(0, { failed, passed: [] }), without(1), without(2), aNight(3, { failed })];

  expect(told(nights)).toEqual([['first', 'first'], ['changed', 'hidden'], ['unchanged'], ['changed', 'wider']]);
  const { memory } = compareNight(undefined, aNight(0, { failed, passed: [] }));
  const night = compareNight(memory, without(1));
  expect(comparisonText(night, 'en')).toMatch(
    /1 known finding \(1 of them not tested\)[^]*is not tested any more: what is known: delivery.accepts-valid, Melding, answer fault 500 \(the profile names no authority; name it\)/,
  );
});

test('what was never tested is no news', () => {
  expect(told([without(0), without(1)])).toEqual([['first', 'first'], ['unchanged']]);
});

test('what is away stays so while it has not had its turn again', () => {
  const turn = aNight(2, { passed: ['connection.serves-wsdl'] });

  expect(told([aNight(0), without(1), turn, without(3)]).slice(2)).toEqual([['unchanged'], ['unchanged']]);
});
