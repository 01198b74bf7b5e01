import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { WireFailure } from '#contract/exchange';
import type { Answer } from '../answer.ts';
import type { Sent } from '../case.ts';
import { judgeCase } from '../judge.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: 'D1', status: 'prepared' };

const none = (kind: WireFailure['kind']): Answer => ({ kind: 'none', failure: { kind, code: '', message: '' } });

const sentAs = (purpose: string, answer: Answer): Sent => ({
  purpose,
  answer,
  exchange: {
    request: { method: 'POST', url: 'http://localhost/', headers: {}, body: new Uint8Array() },
    outcome: { failure: { kind: 'other', code: '', message: '' } },
    startedAt: 0,
    durationMs: 0,
  },
});

const judged = (control: Answer, attack: Answer, afterwards: Answer): string =>
  judgeCase(contract, 'robustness.refuses-zip-bomb', {
    sent: [sentAs('control', control), sentAs('attack', attack), sentAs('afterwards', afterwards)],
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
  expect(judged(accepted, none('reset'), none('budget'))).toBe('blocked');
  expect(judged(accepted, none('reset'), none('proxy'))).toBe('blocked');
  expect(judged(accepted, none('reset'), { kind: 'http-error', http: 429 })).toBe('blocked');
});
