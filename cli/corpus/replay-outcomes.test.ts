import { expect, test } from 'vitest';
import { causeDigest } from '#evidence/cause';
import { aCheck, anExchange } from '../../test/samples/run.ts';
import { replayOutcomes } from './replay-outcomes.ts';

const { check, requirement } = aCheck();

test.each([
  { status: 500, outcome: 'failed' },
  { status: 400, outcome: 'blocked' },
] as const)('a case of a Fault with 500 that comes to one with $status: $outcome', ({ status, outcome }) => {
  const cause = causeDigest('d', { requirement, kind: 'fault 500' });
  const replayed = {
    type: 'replayed',
    check,
    case: 1,
    from: 'x',
    cause,
    outcome: 'failed',
    reason: undefined,
  } as const;
  const events = [anExchange({ check, case: 1, answer: 'fault', status }), replayed];

  expect([...replayOutcomes({ byCheck: [] }, events, 'd')]).toEqual([['x', outcome]]);
});
