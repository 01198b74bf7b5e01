import { expect, test } from 'vitest';
import { mendsAfterRefusal, sendsAgainAfterError, sendsRefusedOnce, spacesRetries } from './after-failure.ts';
import type { Gap, SeenDelivery } from './seen-delivery.ts';

const said: SeenDelivery['said'] = {
  ...{ documentType: 'Melding', reference: 'r', title: 't', medium: 'm', publicationDate: '', rectifies: false },
  ...{ titleLength: 1, isOdd: false, notices: [], notice: 'n', likeness: 'l', wording: 'w', elements: [] },
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

test('a refused message that was mended in part is not the same one', () => {
  const mended = { ...refused(60_000), said: { ...said, wording: 'other' } };
  const judged = (...all: readonly SeenDelivery[]) =>
    sendsRefusedOnce.decide(all.map((value, index) => ({ exchange: `exchange-${String(index)}`, value }))).judgement
      .kind;

  expect(judged(refused(0), mended)).toBe('conforms');
  expect(judged(refused(0), mended, refused(90_000))).toBe('deviates');
});

test('of deliveries whose times are not known their order is judged, and no time between them', () => {
  const one: SeenDelivery = { ...refused(5), isUntimed: true };
  const kindsOf = (first: SeenDelivery['came'], second: SeenDelivery['came']) =>
    [spacesRetries, sendsAgainAfterError, mendsAfterRefusal].map(
      (judge) =>
        judge.decide([
          { exchange: 'exchange-10', value: { ...one, came: second } },
          { exchange: 'exchange-9', value: { ...one, came: first } },
        ]).judgement.kind,
    );

  expect(kindsOf('failed', 'accepted')).toEqual(['untested', 'conforms', 'untested']);
  expect(kindsOf('refused', 'accepted')).toEqual(['untested', 'untested', 'conforms']);
  expect(kindsOf('accepted', 'failed')).toEqual(['untested', 'untested', 'untested']);
});

test('what did not come may be in what was not kept', () => {
  const mark = (value: SeenDelivery | Gap, index: number) => ({ exchange: `exchange-${String(index)}`, value });
  const kinds = (...values: readonly (SeenDelivery | Gap)[]) =>
    [mendsAfterRefusal, sendsRefusedOnce].map((judge) => judge.decide(values.map(mark)).judgement.kind);

  expect(kinds(refused(0))).toEqual(['deviates', 'conforms']);
  expect(kinds(refused(0), 'gap')).toEqual(['untested', 'untested']);
  expect(kinds(refused(0), refused(9), 'gap')).toEqual(['untested', 'deviates']);
});
