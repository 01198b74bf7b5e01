import { expect, test } from 'vitest';
import { type Answered, answerKind, causeDigest, fingerprintOf, kindOf } from './cause.ts';

const answered = (change: Partial<Answered>): Answered => ({
  ...{ purpose: 'valid', answer: 'fault', status: 500, failure: undefined },
  ...change,
});

test.each<[string, Partial<Answered>, string | undefined]>([
  ['a control', { purpose: 'control' }, undefined],
  ['what was set aside', { purpose: 'tried' }, undefined],
  ['no answer', { answer: 'none', failure: { kind: 'timeout', code: 'X', message: 'after 30000 ms' } }, 'timeout'],
  ['an acceptance under any status', { answer: 'accepted', status: 201 }, 'accepted'],
  [
    'a refusal of what is valid, wherever among its like',
    { refusal: { code: 'E12', element: '/a/b[3]/c' } },
    'fault 500 E12 /a/b/c',
  ],
  ['a refusal of what is not', { purpose: 'violation', refusal: { code: 'E12', element: '/a/b[3]/c' } }, 'fault 500'],
  [
    'what discloses an inside',
    { refusal: { code: 'java.lang.NullPointerException', element: '' } },
    'fault 500 [a class or source file with a line number]',
  ],
])('the kind of %s', (_, change, kind) => {
  expect(answerKind(answered(change))).toBe(kind);
});

test('kinds stand in their order, each once, and not for what a whole run decides', () => {
  const answers = ['fault 500', undefined, 'accepted', 'fault 500'];

  expect(kindOf('delivery.accepts-valid', answers)).toBe('fault 500, accepted');
  expect(kindOf('delivery.is-steady', answers)).toBe('');
});

test('a cause is another one under another contract, and the same in every document type', () => {
  const cause = { requirement: 'rejection.refuses-rule-violation', constraint: 'rules.sch#x', kind: 'accepted' };

  expect(fingerprintOf(cause)).toBe('rejection.refuses-rule-violation | rules.sch#x | accepted');
  expect(causeDigest('d', cause)).toMatch(/^[0-9a-f]{16}$/);
  expect(causeDigest('d', cause)).not.toBe(causeDigest('other', cause));
});
