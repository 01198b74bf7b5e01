import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { InboundNote } from '#contract/wire/exchange';
import { conforms, untested } from '#judgement/verdict';
import { anExchange } from '../test/samples/run.ts';
import { planRecording } from './plan.ts';
import { sendersFold } from './senders-fold.ts';

const plan = planRecording(readContract(resolve(import.meta.dirname, '../contract/2020-01')), 1).slice(0, 3);
const text = { nl: 'x', en: 'x' };

const sentBy = (id: string, sender: string | undefined, answer = 'accepted') => noted(id, { sender }, answer);

const noted = (id: string, note: InboundNote, answer: string) => {
  const head = { connection: 1, peer: '', target: '/', httpVersion: '1.1', rawHeaders: [], bodyBytes: 1, isCut: false };
  return anExchange({ id, answer, inbound: { ...head, note } });
};

/** The first check fails for whoever sent exchange 1, the second stays open, and the third is in order. */
const judge = (check: (typeof plan)[number], isOwn: (exchange: string) => boolean) => {
  const deviates = { kind: 'deviates', deviation: { expected: text, actual: text } } as const;
  const judgement = [isOwn('1') ? deviates : conforms, untested(text), conforms][plan.indexOf(check)] ?? conforms;
  return { judgement, shown: [], unprovable: undefined };
};

test('each of several senders gets a verdict by its own messages', () => {
  const fold = sendersFold();
  for (const one of [sentBy('1', 'a'), sentBy('2', 'b', 'fault'), sentBy('3', undefined), sentBy('4', 'b')])
    fold.add(one);
  const [first] = plan;

  expect(fold.result(plan, judge, 0)?.senders).toEqual([
    {
      ...{ sender: 'a', messages: 1, accepted: 1, passed: 1, open: 1 },
      failed: [{ requirement: first?.requirement, level: first?.level }],
    },
    { sender: 'b', messages: 2, accepted: 1, passed: 2, open: 1, failed: [] },
  ]);
});

test('one sender alone has the verdict of the recording', () => {
  const fold = sendersFold();
  for (const one of [sentBy('1', 'a'), sentBy('2', undefined)]) fold.add(one);

  expect(fold.result(plan, judge, 0)).toBeUndefined();
  expect(fold.result(plan, judge, 3)).toEqual({ type: 'senders', senders: [], strangers: 3 });
});

test('a username that came without its password is told with its count, and has no verdict by that', () => {
  const fold = sendersFold();
  for (const one of [sentBy('1', 'a'), noted('2', { claims: 'a' }, 'http-error'), sentBy('3', undefined)])
    fold.add(one);

  expect(fold.result(plan, judge, 0)).toBeUndefined();
  expect(fold.result(plan, judge, 2)).toEqual({
    ...{ type: 'senders', senders: [], strangers: 2 },
    claims: [{ username: 'a', messages: 1 }],
  });
});
