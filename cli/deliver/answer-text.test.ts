import { expect, test } from 'vitest';
import type { Answer } from '#judgement/answer';
import { answerText } from './answer-text.ts';

const fault = (code: string): Answer => ({
  ...{ kind: 'fault', http: 500, dossierNumber: '' },
  fault: { code, codeNamespace: '', text: 'x', hasDetail: false, detail: undefined, parts: [] },
});
const moved: Answer = { kind: 'unexpected', http: 302, reason: { nl: 'een leeg antwoord', en: 'an empty answer' } };

test.each<[string, Answer, RegExp]>([
  ['refused the message', fault('Client'), /correct the delivery/],
  ['failed', fault('Server'), /again later as it is/],
  ['failed in a part of its own', fault('Server.Database'), /again later as it is/],
  ['failed without a Fault', { kind: 'http-error', http: 500 }, /again later as it is/],
  ['refers to another address', moved, /check the URL/],
])('an endpoint that %s gets its own advice', (_, answer, advice) => {
  expect(answerText(answer, { patienceMs: 2000 }).en).toMatch(advice);
});

test('no answer in time tells how long it was waited for, and Retry-After how long to wait', () => {
  const failure = { kind: 'timeout', code: 'x', message: 'y' } as const;
  const late = answerText({ kind: 'none', failure }, { patienceMs: 2000 });
  const busy = answerText({ kind: 'http-error', http: 503 }, { patienceMs: 2000, waitMs: 119_500 });

  expect(late.en).toMatch(/^No answer: no whole answer came within 2 s .* Whether there is a dossier can not be seen/);
  expect(busy.en).toMatch(/asks to wait 120 s/);
  expect(busy.nl).not.toContain('overbelast');
});
