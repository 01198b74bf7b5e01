import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import type { Sent } from '../case.ts';
import { caseJudge } from '../judge.ts';
import type { RequirementId } from '../requirements/registry.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const judge = caseJudge(contract);

const judged = (requirement: RequirementId, ...sent: readonly Sent[]): string =>
  judge(requirement, { sent, kept: undefined }).kind;

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: 'D1', status: 'prepared' };
const lost: Answer = { kind: 'none', failure: { kind: 'reset', code: 'ECONNRESET', message: '' } };
const refused: Answer = { kind: 'http-error', http: 400 };
const used: Answer = { kind: 'none', failure: { kind: 'budget', code: 'BUDGET', message: '', unsent: true } };

describe('a dossier number for what had to be refused proves it, whatever came of the delivery beside it', () => {
  test.each([
    ['rejection.refuses-rule-violation', 'violation'],
    ['connection.refuses-wrong-username', 'wrong-username'],
    ['connection.refuses-missing-username', 'no-username'],
    ['tls.refuses-no-certificate', 'wrong-certificate'],
  ] as const)('%s', (requirement, purpose) => {
    const beside = (control: Answer, answer: Answer) =>
      judged(requirement, sentWith('control', control), sentWith(purpose, answer));

    expect(beside(refused, accepted)).toBe('deviates');
    expect(beside(lost, accepted)).toBe('deviates');
    expect(beside(refused, refused)).toBe('blocked');
    expect(beside(lost, refused)).toBe('blocked');
    expect(beside(used, refused)).toBe('untested');
    expect(beside(accepted, used)).toBe('untested');
  });
});

test.each([
  [401, 'deviates'],
  [403, 'deviates'],
  [404, 'deviates'],
  [407, 'blocked'],
  [503, 'blocked'],
])('a description that is refused by %i %s', (http, kind) => {
  expect(judged('connection.serves-wsdl', sentWith('wsdl', { kind: 'http-error', http }))).toBe(kind);
});
