import { expect, test } from 'vitest';
import { aCheck, aRun } from '../test/samples/run.ts';
import { inPlanOrder } from './plan-order.ts';

test('checks stand as the plan has them, in whatever order they ended', () => {
  const checks = ['one', 'other'].map((check) => aCheck({ check }));
  const { planned } = aRun(checks);
  const ended = [aCheck({ check: 'unplanned' }), ...checks.toReversed()];

  expect(inPlanOrder({ checks: ended, planned: planned && { ...planned, checks } }).map(({ check }) => check)).toEqual([
    ...['one', 'other', 'unplanned'],
  ]);
  expect(inPlanOrder({ checks: ended, planned: undefined })).toEqual(ended);
});
