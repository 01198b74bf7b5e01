import { expect, test } from 'vitest';
import { createPlays } from './plays.ts';

const fault = { answer: 'fault', seconds: 1 } as const;
const slow = { answer: 'slow', seconds: 1 } as const;

test('a script counts deliveries from where a recording was', () => {
  const plays = createPlays(
    [
      { ...fault, delivery: 6 },
      { ...slow, every: 4 },
    ],
    4,
  );

  expect([1, 2, 3, 4].map(() => plays.take()?.answer)).toEqual([undefined, 'fault', undefined, 'slow']);
});

test('what is asked comes at the next delivery, once, before the script has its say', () => {
  const plays = createPlays([{ ...slow, every: 1 }]);
  plays.next(fault);

  expect([1, 2].map(() => plays.take()?.answer)).toEqual(['fault', 'slow']);
});
