import { describe, expect, test } from 'vitest';
import type { CheckEnded } from '#evidence/event';
import { exitCodes, outcomeOf } from './outcome.ts';
import type { RunResult } from './run-result.ts';
import { aCheck, aRun } from '../test/samples/run.ts';

const usual = { strict: 'must', complete: false } as const;
const runOf = (checks: readonly Partial<CheckEnded>[], complete = true): RunResult =>
  aRun(
    checks.map((one) => aCheck(one)),
    complete,
  );
const outcome = (checks: readonly Partial<CheckEnded>[], demands: Partial<Parameters<typeof outcomeOf>[1]> = {}) =>
  outcomeOf(runOf(checks), { ...usual, ...demands });

const passed = { verdict: 'passed' } as const;
const failed = { verdict: 'failed' } as const;

describe('the outcome of a run', () => {
  test('is passed when the whole plan was decided, whatever is not applicable', () => {
    expect(outcome([passed, { verdict: 'not-applicable' }])).toBe('passed');
  });

  test('is in part where something was left out, and no verdict where completeness is asked for', () => {
    const checks = [passed, { verdict: 'left-out' } as const];
    expect(outcome(checks)).toBe('in-part');
    expect(outcome(checks, { complete: true })).toBe('too-little');
    expect([exitCodes['in-part'], exitCodes['too-little']]).toEqual([0, 3]);
  });

  test('is in part where flags took checks away that no report shows', () => {
    const run = runOf([passed]);
    const planned = { type: 'planned', plan: 2, scope: 1, unselected: 1, runs: 1, requests: 1, leftOut: [] } as const;
    expect(outcomeOf({ ...run, planned }, usual)).toBe('in-part');
  });

  test('is no verdict where not one SOAP answer came, whatever was judged of it', () => {
    const silent = { ...runOf([failed]), sent: { ...runOf([]).sent, answered: 0 } };
    expect(outcomeOf(silent, usual)).toBe('unreached');
    expect(outcomeOf({ ...silent, ended: undefined }, usual)).toBe('incomplete');
  });

  test('is no verdict of a recording without a message that could be judged', () => {
    const recordingOf = (requirement: 'request.quotes-action' | 'message.is-well-formed'): RunResult => {
      const run = runOf([{ ...passed, requirement }, { verdict: 'untested' }]);
      return { ...run, recording: { ...run.started, type: 'recording-started', recording: 'r' } };
    };
    const outcomes = (['request.quotes-action', 'message.is-well-formed'] as const).map((one) =>
      outcomeOf(recordingOf(one), usual),
    );

    expect(outcomes).toEqual(['undecided', 'in-part']);
  });

  test('is one of a recording in part where one message leaves open what others of a type showed', () => {
    const judgements = { 'message.is-well-formed': 'conforms' } as const;
    const run = runOf([{ ...passed, requirement: 'request.quotes-action' }, { verdict: 'untested' }]);
    const recording = { ...run.started, type: 'recording-started', recording: 'r' } as const;
    const types = [{ documentType: 'Melding', messages: 1, accepted: 1, judgements }];

    expect(outcomeOf({ ...run, recording, types: { type: 'types', types } }, usual)).toBe('in-part');
  });

  test('is no verdict where nothing was in scope, which is no fault of the endpoint', () => {
    const run = runOf([{ verdict: 'left-out' }]);
    const planned = { type: 'planned', plan: 1, scope: 0, unselected: 0, runs: 1, requests: 0, leftOut: [] } as const;
    const nothing = outcomeOf({ ...run, planned, sent: { ...run.sent, answered: 0 } }, usual);

    expect([nothing, exitCodes[nothing]]).toEqual(['empty', 3]);
  });

  test('is failed when a MUST failed, whatever else happened', () => {
    expect(outcome([passed, failed, { verdict: 'broken' }, { verdict: 'blocked' }])).toBe('failed');
    expect(outcomeOf(lapsed([failed]), usual)).toBe('failed');
  });

  test('counts a failed SHOULD under strict, and what is only reported under strict of all', () => {
    const [should, report] = (['SHOULD', 'REPORT'] as const).map((level) => ({ verdict: 'failed', level }) as const);
    const counted = (one: Partial<CheckEnded> | undefined) =>
      (['must', 'should', 'all'] as const).map((strict) => outcome([passed, one ?? {}], { strict }));
    expect(counted(should)).toEqual(['passed', 'failed', 'failed']);
    expect(counted(report)).toEqual(['passed', 'passed', 'failed']);
  });

  test('is no verdict when a check is broken, blocked or undecided', () => {
    expect(outcome([passed, { verdict: 'broken' }])).toBe('broken');
    expect(outcome([passed, { verdict: 'blocked' }])).toBe('undecided');
    expect(outcome([passed, { verdict: 'untested' }])).toBe('undecided');
  });

  test('is no verdict when a document type in scope was never accepted, or none is in scope', () => {
    const type = (documentType: string, verdict: CheckEnded['verdict'] = 'passed') => ({ documentType, verdict });
    const advisory = { ...type('Aanvraag', 'failed'), level: 'REPORT' } as const;
    expect(outcome([type('Melding'), advisory])).toBe('undecided');
    expect(outcome([type('Melding'), type('Aanvraag', 'left-out')])).toBe('in-part');
    const alive = { requirement: 'connection.answers-is-alive', documentType: undefined } as const;
    expect(outcome([alive, type('Melding', 'left-out')])).toBe('undecided');
    expect(outcome([alive])).toBe('passed');
  });

  test('is no verdict in phase 4 when IsAlive was not answered', () => {
    const alive = { requirement: 'connection.answers-is-alive', documentType: undefined } as const;
    const run = runOf([alive]);
    const inPhase4 = { ...run, started: { ...run.started, phase: 4 } };
    expect(outcomeOf(inPhase4, usual)).toBe('passed');
    expect(outcomeOf({ ...inPhase4, sent: { ...run.sent, alive: 0 } }, usual)).toBe('undecided');
  });

  const lapsed = (checks: readonly Partial<CheckEnded>[]): RunResult => {
    const run = runOf(checks);
    return { ...run, started: { ...run.started, lapsed: { nl: 'verlopen', en: 'lapsed' } } };
  };

  test('is no verdict where a permission had lapsed', () => {
    expect(outcomeOf(lapsed([passed]), usual)).toBe('unpermitted');
    expect(outcomeOf(lapsed([passed, { verdict: 'left-out' }]), usual)).toBe('unpermitted');
  });

  test('is never passed without a pass, without its plan, or before the end', () => {
    expect(outcome([])).toBe('undecided');
    expect(outcomeOf(runOf([passed], false), usual)).toBe('incomplete');
    const run = runOf([passed]);
    expect(outcomeOf({ ...run, planned: undefined }, usual)).toBe('incomplete');
    expect(outcomeOf({ ...run, started: { ...run.started, checks: 2 } }, usual)).toBe('incomplete');
    expect(outcomeOf({ ...run, damaged: 1 }, usual)).toBe('incomplete');
    const wrong = runOf([failed]);
    expect(outcomeOf({ ...wrong, damaged: 1 }, usual)).toBe('failed');
    expect(outcomeOf({ ...wrong, damaged: 1, changed: [7] }, usual)).toBe('incomplete');
  });
});
