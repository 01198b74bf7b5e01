import { expect, test } from 'vitest';
import type { Event } from '#evidence/event';
import { anExchange, aRun } from '../test/samples/run.ts';
import { headline } from './headline.ts';
import { outcomeOf } from './outcome.ts';
import { foldRun } from './run-result.ts';

const { started } = aRun([]);
const message = anExchange({ check: 'recording', purpose: 'received', answer: 'accepted', soap: true });
const of = (messages: number | undefined): readonly Event[] => [
  { ...started, type: 'recording-started', recording: 'r', recordedBy: 'system', messages },
  message,
  message,
];

test('an import that was killed with a part of its messages kept has no verdict, and says what to do', () => {
  const result = foldRun(of(3));
  const outcome = outcomeOf(result, { strict: 'must', complete: false });

  expect(result.unkept).toEqual({ kept: 2, of: 3 });
  expect(outcome).toBe('incomplete');
  expect(headline(result, { outcome, strict: 'must', language: 'en' })).toBe(
    'NO VERDICT: the import was cut off: 2 of 3 messages were kept, and a part gets no verdict; remove this folder and give the same command 3pas import again',
  );
});

test('one that kept all of them, or does not say how many there were, is judged', () => {
  expect([foldRun(of(2)).unkept, foldRun(of(undefined)).unkept]).toEqual([undefined, undefined]);
});
