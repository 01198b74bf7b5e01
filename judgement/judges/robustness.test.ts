import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { WireFailure } from '#contract/wire/exchange';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import { caseJudge } from '../judge.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: 'D1', status: 'prepared' };

const none = (kind: WireFailure['kind']): Answer => ({ kind: 'none', failure: { kind, code: '', message: '' } });

const judged = (control: Answer, attack: Answer, afterwards: Answer): string =>
  caseJudge(contract)('robustness.refuses-zip-bomb', {
    sent: [sentWith('control', control), sentWith('attack', attack), sentWith('afterwards', afterwards)],
    kept: undefined,
  }).kind;

test('an endpoint that hangs up on an attack withstands it while it goes on accepting deliveries', () => {
  expect(judged(accepted, none('reset'), accepted)).toBe('conforms');
  expect(judged(accepted, none('reset'), none('refused'))).toBe('deviates');
});

test('an endpoint that lets an attack hang does not withstand it', () => {
  expect(judged(accepted, none('timeout'), accepted)).toBe('deviates');
  expect(judged(accepted, none('timeout'), none('timeout'))).toBe('deviates');
});

test('an endpoint that was down before the attack is not judged by it', () => {
  expect(judged(none('refused'), none('refused'), none('refused'))).toBe('blocked');
  expect(judged(none('timeout'), none('timeout'), none('timeout'))).toBe('blocked');
});

test('a delivery after the attack that we or a proxy held back, or that came too soon, leaves it undecided', () => {
  expect(judged(accepted, none('reset'), none('budget'))).toBe('untested');
  expect(judged(accepted, none('reset'), none('proxy'))).toBe('blocked');
  expect(judged(accepted, none('reset'), { kind: 'http-error', http: 429 })).toBe('blocked');
});
