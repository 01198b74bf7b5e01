import * as v from 'valibot';
import { expect, test } from 'vitest';
import { aNight } from '../test/samples/night.ts';
import { failing } from '../test/samples/told-nights.ts';
import { compareNight } from './compare-night.ts';
import { memoryShape } from './shapes.ts';

const { memory } = compareNight(compareNight(undefined, aNight(0)).memory, failing(1));
const [finding] = memory.findings;
const places = [{ check: 'delivery.no-such/Melding', looked: memory.tonight, trail: 'x', isTold: true }];
const keyOf = (change: object): string | undefined => {
  const { issues } = v.safeParse(memoryShape, JSON.parse(JSON.stringify({ ...memory, ...change })));
  return issues === undefined ? undefined : (v.getDotPath(issues[0]) ?? undefined);
};

test.each([
  { change: {}, key: undefined },
  { change: { findings: [finding, finding, finding] }, key: 'findings.1' },
  { change: { findings: [{ ...finding, places }] }, key: 'findings.0.places' },
  { change: { tonight: '2020-01-01T01:00:00.000Z' }, key: 'tonight' },
  { change: { tonight: '2027-01-03T01:00:00.000Z' }, key: 'tonight' },
])('what no night can leave is refused with its key: $key', ({ change, key }) => {
  expect(keyOf(change)).toBe(key);
});
