import { expect, test } from 'vitest';
import { waitsForSlowAnswer } from './after-failure.ts';
import { sendsAcceptedOnce, waitsForAnswer } from './once-accepted.ts';
import type { SeenDelivery } from './seen-delivery.ts';

const said: SeenDelivery['said'] = {
  ...{ documentType: 'Melding', reference: 'r', title: 't', medium: 'm', publicationDate: '', rectifies: false },
  ...{ titleLength: 1, isOdd: false, notices: [], notice: 'n', likeness: 'l', wording: 'w', elements: [] },
};
const seen = (from: number, until: number, more: Partial<SeenDelivery> = {}): SeenDelivery => ({
  ...{ sender: 's', from, until, leftEarly: false, came: 'accepted', waitMs: undefined, said, likeness: 'l', ...more },
});
const left = { leftEarly: true, came: 'lost' } as const;

const kindOf = (judge: typeof waitsForAnswer, ...seenOnes: readonly SeenDelivery[]): string =>
  judge.decide(seenOnes.map((value, index) => ({ exchange: `exchange-${String(index)}`, value }))).judgement.kind;

test.each<[string, string, ...SeenDelivery[]]>([
  ['after the first was answered', 'conforms', seen(0, 4000), seen(4000, 4100)],
  ['before the first was answered', 'deviates', seen(0, 8000), seen(4000, 4100)],
  ['once its sender had broken off', 'conforms', seen(0, 8000, { ...left, halfClosedAt: 4000 }), seen(4001, 4100)],
  [
    'once it had half closed, and the answer went out',
    'conforms',
    seen(0, 8000, { halfClosedAt: 4000 }),
    seen(4001, 9000),
  ],
  ['before its sender broke off', 'deviates', seen(0, 8000, { ...left, halfClosedAt: 6000 }), seen(4000, 4100)],
  ['and it is not known when its sender broke off', 'conforms', seen(0, 8000, left), seen(4000, 4100)],
  ['sooner than any time-out, and its sender left', 'deviates', seen(0, 8000, left), seen(300, 400)],
])('a second one alike that begins %s %s', (_, kind, ...both) => {
  expect(kindOf(waitsForAnswer, ...both)).toBe(kind);
});

test('a number that went out to a sender who had half closed may not have been taken', () => {
  expect(kindOf(sendsAcceptedOnce, seen(0, 8000, { halfClosedAt: 4000 }), seen(9000, 9100))).toBe('conforms');
  expect(kindOf(sendsAcceptedOnce, seen(0, 8000), seen(9000, 9100))).toBe('deviates');
});

test('a sender that half closes and delivers the same before the answer has given up', () => {
  const first = seen(0, 8000, { halfClosedAt: 2000 });
  expect(kindOf(waitsForSlowAnswer, first, seen(2001, 9000))).toBe('deviates');
  expect(kindOf(waitsForSlowAnswer, first, seen(8100, 8200))).not.toBe('deviates');
});

test('of two at the same time the order says which came later', () => {
  const failed = seen(5, 5, { came: 'failed', isUntimed: true });
  const accepted = seen(5, 5, { isUntimed: true });

  expect(kindOf(sendsAcceptedOnce, failed, accepted)).toBe('conforms');
  expect(kindOf(sendsAcceptedOnce, accepted, failed)).toBe('deviates');
  expect(kindOf(waitsForAnswer, failed, accepted)).toBe('untested');
});
