import { describe, expect, test } from 'vitest';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import type { Sent } from '../case.ts';
import { mustAccept, mustRefuse, mustRefuseCredentials, sentAs } from './outcome.ts';

const fault = { code: 'Client', codeNamespace: '', text: '', hasDetail: true, detail: undefined, parts: [] };

const answers = {
  accepted: { kind: 'accepted', http: 200, dossierNumber: 'D1', status: 'prepared' },
  fault: { kind: 'fault', http: 500, fault, dossierNumber: '' },
  'fault with a dossier number': { kind: 'fault', http: 500, fault, dossierNumber: 'D1' },
  '400 without a fault': { kind: 'http-error', http: 400 },
  '401': { kind: 'http-error', http: 401 },
  '403': { kind: 'http-error', http: 403 },
  '429': { kind: 'http-error', http: 429 },
  '503': { kind: 'http-error', http: 503 },
  'a page of HTML': { kind: 'unexpected', http: 200, reason: { nl: 'geen XML', en: 'not XML' } },
  'no answer': { kind: 'none', failure: { kind: 'timeout', code: 'UND_ERR', message: 'too late' } },
} as const satisfies Record<string, Answer>;

const sent = (answer: Answer): Sent => sentWith('valid', answer);

const table = (judge: (one: Sent) => { readonly kind: string }) =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, judge(sent(answer)).kind]));

describe('what an answer is judged to be', () => {
  test('where a delivery must be accepted', () => {
    expect(table(mustAccept)).toEqual({
      accepted: 'conforms',
      fault: 'deviates',
      'fault with a dossier number': 'deviates',
      '400 without a fault': 'deviates',
      '401': 'blocked',
      '403': 'blocked',
      '429': 'blocked',
      '503': 'blocked',
      'a page of HTML': 'deviates',
      'no answer': 'blocked',
    });
  });

  test('where a delivery must be refused', () => {
    expect(table(mustRefuse)).toEqual({
      accepted: 'deviates',
      fault: 'conforms',
      'fault with a dossier number': 'deviates',
      '400 without a fault': 'conforms',
      '401': 'blocked',
      '403': 'blocked',
      '429': 'blocked',
      '503': 'blocked',
      'a page of HTML': 'deviates',
      'no answer': 'blocked',
    });
  });

  test('where wrong credentials must be refused', () => {
    expect(table(mustRefuseCredentials)).toEqual({
      accepted: 'deviates',
      fault: 'conforms',
      'fault with a dossier number': 'deviates',
      '400 without a fault': 'conforms',
      '401': 'conforms',
      '403': 'conforms',
      '429': 'blocked',
      '503': 'blocked',
      'a page of HTML': 'deviates',
      'no answer': 'blocked',
    });
  });

  test.each(['401', '403'] as const)(
    'beside an accepted delivery %s speaks of the message, not of the credentials',
    (name) => {
      const beside = (control: Answer) =>
        sentAs({ sent: [{ ...sent(control), purpose: 'control' }, sent(answers[name])], kept: undefined }, 'valid');

      expect(mustAccept(beside(answers.accepted)).kind).toBe('deviates');
      expect(mustRefuse(beside(answers.accepted)).kind).toBe('conforms');
      expect(mustAccept(beside(answers['401'])).kind).toBe('blocked');
      expect(mustRefuse(beside(answers['401'])).kind).toBe('blocked');
    },
  );
});
