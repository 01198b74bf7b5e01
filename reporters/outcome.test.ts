import { describe, expect, test } from 'vitest';
import type { CheckEnded } from '#evidence/event';
import { exitCodes, outcomeOf } from './outcome.ts';
import { aCheck, aRun } from '../test/samples/run.ts';

const outcome = (checks: readonly Partial<CheckEnded>[], { strict = false, complete = true } = {}) =>
  outcomeOf(
    aRun(
      checks.map((one) => aCheck(one)),
      complete,
    ),
    strict,
  );

const passed = { verdict: 'passed' } as const;

describe('the outcome of a run', () => {
  test('is passed when something passed and nothing else binds', () => {
    expect(outcome([passed, { verdict: 'untested' }, { verdict: 'not-applicable' }])).toBe('passed');
  });

  test('is failed when a MUST failed, whatever else happened', () => {
    expect(outcome([passed, { verdict: 'failed' }, { verdict: 'broken' }, { verdict: 'blocked' }])).toBe('failed');
  });

  test('counts a failed SHOULD under strict only, and a report-only failure never', () => {
    expect(outcome([passed, { verdict: 'failed', level: 'SHOULD' }])).toBe('passed');
    expect(outcome([passed, { verdict: 'failed', level: 'SHOULD' }], { strict: true })).toBe('failed');
    expect(outcome([passed, { verdict: 'failed', level: 'REPORT' }], { strict: true })).toBe('passed');
  });

  test('is broken or blocked when a check is', () => {
    expect(outcome([passed, { verdict: 'broken' }, { verdict: 'blocked' }])).toBe('broken');
    expect(outcome([passed, { verdict: 'blocked' }])).toBe('blocked');
  });

  test('is that of a permission which had lapsed, whatever was found under what remained', () => {
    const lapsed = { nl: 'verlopen', en: 'lapsed' };
    for (const checks of [[passed], [passed, { verdict: 'failed' } as const]]) {
      const run = aRun(checks.map((one) => aCheck(one)));
      const result = outcomeOf({ ...run, started: { ...run.started, lapsed } }, false);
      expect([result, exitCodes[result]]).toEqual(['unpermitted', 3]);
    }
  });

  test('is never passed without a pass, or before the end', () => {
    expect(outcome([])).toBe('incomplete');
    expect(outcome([{ verdict: 'untested' }])).toBe('incomplete');
    expect(outcome([passed], { complete: false })).toBe('incomplete');
    const run = aRun([aCheck()]);
    expect(outcomeOf({ ...run, started: { ...run.started, checks: 2 } }, false)).toBe('incomplete');
    expect(outcomeOf({ ...run, damaged: 1 }, false)).toBe('incomplete');
    const failed = aRun([aCheck({ verdict: 'failed' })]);
    expect(outcomeOf({ ...failed, damaged: 1 }, false)).toBe('failed');
    expect(outcomeOf({ ...failed, damaged: 1, changed: [7] }, false)).toBe('incomplete');
  });
});
