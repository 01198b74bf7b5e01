import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { type Answer, soapNamespace } from '../answer.ts';
import type { Sent } from '../case.ts';
import { judgeCase } from '../judge.ts';

const contract = readContract('contract/2020-01');
const fault = {
  code: 'DeserializationFailed',
  codeNamespace: 'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher',
  text: 'x',
  hasDetail: false,
  detail: undefined,
  parts: ['faultcode', 'faultstring'],
};
const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'prepared' };
const faulty = (http: number, more: Partial<typeof fault> = {}, dossierNumber = ''): Answer => ({
  kind: 'fault',
  http,
  fault: { ...fault, ...more },
  dossierNumber,
});

const sent = (purpose: string, answer: Answer): Sent => ({
  purpose,
  answer,
  exchange: {
    request: { method: 'POST', url: '', headers: {}, body: new Uint8Array() },
    outcome: { response: { status: 0, headers: {}, body: new Uint8Array() } },
    startedAt: 0,
    durationMs: 0,
  },
});

const judged = (requirement: string, ...all: readonly (readonly [string, Answer])[]): string =>
  judgeCase(contract, requirement, { sent: all.map((one) => sent(...one)), kept: undefined }).kind;

const ofFaults = [
  'protocol.answers-fault-with-500',
  'protocol.faults-in-place-of-response',
  'protocol.explains-body-errors-in-detail',
  'protocol.builds-faults-by-the-book',
  'protocol.uses-known-fault-codes',
];

describe.each(ofFaults)('%s', (requirement) => {
  test('says nothing of a violation that is accepted, or refused without a Fault', () => {
    expect(judged(requirement, ['control', accepted], ['violation', accepted])).toBe('conforms');
    expect(judged(requirement, ['control', accepted], ['violation', { kind: 'http-error', http: 400 }])).toBe(
      'conforms',
    );
  });

  test('is blocked where a valid delivery is not accepted, or the way is', () => {
    expect(judged(requirement, ['control', faulty(500)], ['violation', faulty(500)])).toBe('blocked');
    expect(judged(requirement, ['control', accepted], ['violation', { kind: 'http-error', http: 429 }])).toBe(
      'blocked',
    );
  });
});

test.each([
  ['protocol.answers-fault-with-500', faulty(500), faulty(200)],
  ['protocol.faults-in-place-of-response', faulty(500), faulty(500, {}, '17')],
  ['protocol.explains-body-errors-in-detail', faulty(500, { hasDetail: true }), faulty(500)],
  ['protocol.builds-faults-by-the-book', faulty(500), faulty(500, { parts: ['faultcode', 'reden'] })],
  ['protocol.uses-known-fault-codes', faulty(500), faulty(500, { codeNamespace: soapNamespace })],
])('%s tells a good Fault from a bad one', (requirement, good, bad) => {
  const control = ['control', accepted] as const;

  expect(judged(requirement, control, ['violation', good])).toBe('conforms');
  expect(judged(requirement, control, ['violation', bad])).toBe('deviates');
});

test('redelivery.accepts-after-refusal needs a refusal first', () => {
  const requirement = 'redelivery.accepts-after-refusal';

  expect(judged(requirement, ['violation', accepted])).toBe('conforms');
  expect(judged(requirement, ['violation', faulty(500)], ['mended', faulty(500)])).toBe('deviates');
  expect(judged(requirement, ['violation', faulty(500)], ['mended', accepted])).toBe('conforms');
});
