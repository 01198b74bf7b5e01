import { expect, test } from 'vitest';
import { sendsRefusedOnce } from './after-failure.ts';
import type { SeenDelivery } from './seen-delivery.ts';

const said: SeenDelivery['said'] = {
  ...{ documentType: 'Melding', reference: 'r', title: 't', medium: 'm', publicationDate: '', rectifies: false },
  ...{ titleLength: 1, isOdd: false, notices: [], notice: 'n', likeness: 'l', elements: [] },
};
/** Refused in no time, as where a tool kept no duration. */
const refused = (from: number): SeenDelivery => ({
  ...{ sender: 's', from, until: from, leftEarly: false, came: 'refused', waitMs: undefined, said, likeness: 'l' },
});

test.each([
  ['once', [0], 'conforms'],
  ['twice at one time', [0, 0], 'deviates'],
  ['again later', [0, 60_000], 'deviates'],
] as const)('a refused message whose duration was not kept came %s', (_, times, kind) => {
  const marks = times.map((from, index) => ({ exchange: `exchange-${String(index)}`, value: refused(from) }));

  expect(sendsRefusedOnce.decide(marks).judgement.kind).toBe(kind);
});
