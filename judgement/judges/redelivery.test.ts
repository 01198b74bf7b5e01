import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import { caseJudge } from '../judge.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const accepted = (dossierNumber: string): Answer => ({
  kind: 'accepted',
  http: 200,
  dossierNumber,
  status: 'prepared',
});
const refused: Answer = { kind: 'http-error', http: 400 };
const lost: Answer = { kind: 'none', failure: { kind: 'aborted', code: '', message: '' } };

const judged = (again: Answer, last: Answer, kept?: readonly string[]): string =>
  caseJudge(contract)('redelivery.survives-lost-answer', {
    sent: [sentWith('lost', lost), sentWith('again', again), sentWith('last', last)],
    kept,
  }).kind;

describe('after a lost answer', () => {
  test('a duplicate may be refused or get its number again, at once or after one more acceptance', () => {
    expect(judged(refused, refused)).toBe('conforms');
    expect(judged(accepted('D1'), refused)).toBe('conforms');
    expect(judged(accepted('D1'), accepted('D1'))).toBe('conforms');
    expect(judged(accepted('D1'), accepted('D2'))).toBe('deviates');
  });

  test('there is one dossier, where we can look', () => {
    expect(judged(accepted('D1'), refused, ['1'])).toBe('conforms');
    expect(judged(accepted('D1'), refused, ['1', '1'])).toBe('deviates');
  });
});

describe('after a success', () => {
  const judgedAfter = (again: Answer, last?: Answer): string =>
    caseJudge(contract)('redelivery.refuses-after-success', {
      sent: [
        sentWith('valid', accepted('D1')),
        sentWith('again', again),
        ...(last === undefined ? [] : [sentWith('last', last)]),
      ],
      kept: undefined,
    }).kind;

  test('a duplicate is refused, in its own bytes and in others', () => {
    expect(judgedAfter(refused, refused)).toBe('conforms');
    expect(judgedAfter(accepted('D2'), refused)).toBe('deviates');
    expect(judgedAfter(refused, accepted('D2'))).toBe('deviates');
  });

  test('a case without the repetition in other bytes is judged by the other, as one of a pact is', () => {
    expect(judgedAfter(refused)).toBe('conforms');
    expect(judgedAfter(accepted('D2'))).toBe('deviates');
  });
});
