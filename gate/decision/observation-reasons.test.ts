import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import type { Observations } from '../sample/observations.ts';
import { evaluate } from './evaluate.ts';

const decided = (change: Partial<Observations>, sample: Partial<Observations['sample']> = {}) => {
  const { observations, ...rest } = honest(2);
  if (observations === undefined) throw new Error('no observations');
  const { outcome, reasons } = evaluate({
    ...rest,
    observations: { ...observations, ...change, sample: { ...observations.sample, ...sample } },
  });
  return [outcome, reasons.map(({ text }) => text.nl)];
};

test.each<[string, Partial<Observations>, Partial<Observations['sample']>]>([
  ['de waarnemingen zijn van een dag die nog moet komen', { date: '2026-12-01' }, {}],
  ['de waarnemingen zijn van voor de dag waarop de steekproef getrokken is', { date: '2020-11-29' }, {}],
  ['de steekproef is getrokken op een dag die nog moet komen', {}, { at: '2031-01-01T00:00:00Z' }],
  ['de steekproef is getrokken voordat het laatste bericht er was', {}, { at: '2020-01-01T00:00:00Z' }],
  ['de steekproef noemt een andere leverancier dan het pakket', {}, { vendor: 'Anderssoft' }],
])('observations that can not be leave it undecided: %s', (why, change, sample) => {
  expect(decided(change, sample)).toEqual(['onbeslist', [why]]);
});

test('observations of the day of the sample are fine', () => {
  expect(decided({ date: '2026-11-20' })).toEqual(['voldoet', []]);
});
