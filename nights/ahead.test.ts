import { expect, test } from 'vitest';
import { aNight, aFailure } from '../test/samples/night.ts';
import { aheadIn } from './ahead.ts';
import { compareNight } from './compare-night.ts';

const ends = [{ kind: 'permission' as const, name: 'KOOP', until: '2099-01-01' }];
const { memory } = compareNight(undefined, aNight(0, { failed: [aFailure()], ends }));
const now = new Date(memory.tonight);

test.each([
  ['lastSign', { ...memory, lastSign: '9999-01-01T00:00:00.000Z' }],
  [
    'findings.0.places.0.looked',
    {
      ...memory,
      findings: memory.findings.map((one) => ({
        ...one,
        places: one.places.map((place) => ({ ...place, looked: '2027-01-01T14:00:00.000Z' })),
      })),
    },
  ],
])('a moment of the future is found, by its key %s', (key, spoilt) => {
  expect(aheadIn(spoilt, now)?.key).toBe(key);
});

test('a clock that is some hours ahead is none, and neither is what ends one day', () => {
  expect(aheadIn(memory, new Date(now.getTime() - 11 * 3_600_000))).toBeUndefined();
  expect(aheadIn(aNight(0, { ends }), now)).toBeUndefined();
});
