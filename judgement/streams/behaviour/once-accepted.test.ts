import { expect, test } from 'vitest';
import { waitsForAnswer } from './once-accepted.ts';
import type { SeenDelivery } from './seen-delivery.ts';

const said: SeenDelivery['said'] = {
  ...{ documentType: 'Melding', reference: 'r', title: 't', medium: 'm', publicationDate: '', rectifies: false },
  ...{ titleLength: 1, isOdd: false, notices: [], notice: 'n', likeness: 'l', elements: [] },
};
const seen = (from: number, until: number, leftEarly: boolean): SeenDelivery => ({
  ...{ sender: 's', from, until, leftEarly, came: leftEarly ? 'lost' : 'accepted' },
  ...{ waitMs: undefined, said, likeness: 'l' },
});

test.each([
  ['of which the first was broken off, which shows when its answer is written,', true, 'conforms'],
  ['of which the first was answered', false, 'deviates'],
])('two alike %s are under way at once or not', (_, leftEarly, kind) => {
  const marks = [seen(0, 8000, leftEarly), seen(4000, 4100, false)].map((value, index) => ({
    exchange: `exchange-${String(index)}`,
    value,
  }));
  expect(waitsForAnswer.decide(marks).judgement.kind).toBe(kind);
});
