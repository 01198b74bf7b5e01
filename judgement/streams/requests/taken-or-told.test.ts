import { expect, test } from 'vitest';
import { takenOrTold } from './taken-or-told.ts';

const { decide } = takenOrTold([]);
const marked = (...all: readonly (readonly [got: string, said: string])[]) =>
  decide(all.map(([got, said], index) => ({ exchange: String(index), value: { got, said } }))).judgement;

test('where access was refused each time, that is said, and not that nothing came', () => {
  const [refused, other] = [['unheard', 'HTTP 401'] as const, ['unheard', ''] as const];

  expect(marked(refused, refused)).toMatchObject({
    kind: 'blocked',
    reason: {
      en: 'access was refused each time (2 times HTTP 401), and no message was read: username and password or certificate were not accepted',
    },
  });
  expect(marked(refused, other)).toMatchObject({ reason: { en: 'not one message was taken (refused: 2)' } });
  expect(marked(refused, ['taken', ''])).toMatchObject({ kind: 'conforms' });
});
