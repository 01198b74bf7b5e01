import { expect, test } from 'vitest';
import type { PlannedCheck } from '#harness/plan';
import { affordNight } from './budget.ts';

const check = (requirement: PlannedCheck['requirement']): PlannedCheck => ({
  ...{ key: requirement, ordinal: 1, requirement, documentType: undefined, constraint: undefined },
  ...{ level: 'MUST', ground: 'public', constraints: [] },
});

test('a night in which nothing has turns is the first of one', () => {
  const priced = [{ check: check('connection.serves-wsdl'), cost: { requests: 1, accepted: 0 } }];
  const limits = { requests: 100, accepted: 10, requestsPerSecond: 5, connections: 1, timeoutMs: 1000, shrinks: 0 };

  expect(affordNight(priced, { requests: 100, accepted: 10 }, { turn: 4, limits }).days).toBe(1);
});
