import { describe, expect, test } from 'vitest';
import { aCheck, anExchange } from '../test/samples/run.ts';
import type { CaseJudged, Event } from './event.ts';
import { soFarFold, toAct } from './so-far.ts';
import { verdictsFold } from './verdicts.ts';

const open = 'delivery.accepts-valid/Melding';
const shut = 'delivery.accepts-valid/BeschikkingAanvraag';
const over = 'delivery.numbers-dossiers-uniquely';
const both = { nl: 'dit', en: 'this' };

const started = (check: string): Event => {
  const { type: _, counts: _counts, verdict: _verdict, ...rest } = aCheck({ check });
  return { ...rest, type: 'check-started' };
};
const judged = (check: string, number: number, kind: 'conforms' | 'deviates' = 'conforms'): CaseJudged => ({
  type: 'judged',
  check,
  case: number,
  judgement: kind === 'conforms' ? { kind } : { kind, deviation: { expected: both, actual: both } },
});
const resumed = (...again: readonly string[]): Event => ({ type: 'run-resumed', at: '', time: 1, target: '', again });

const soFar = (...events: readonly Event[]) => {
  const fold = soFarFold();
  for (const event of events) fold.add(event);
  return fold.result();
};

describe('a run that was cut off', () => {
  test('goes on with the number after the last case that left anything', () => {
    const { open: left } = soFar(
      started(open),
      anExchange({ check: open, case: 1, answer: 'accepted', documentType: 'Melding' }),
      judged(open, 1),
      { type: 'shared', check: open, case: 2, exchange: '1-1' },
    );

    expect(left.get(open)).toMatchObject({ counts: { cases: 2, exchanges: 1, accepted: 1 }, judged: [{ case: 1 }] });
  });

  test('acts what is open, what ended undecided, and where it gets longer what the whole decides', () => {
    const plan = [open, shut, over];
    const passed = [shut, over].map((check) => aCheck({ check, verdict: 'passed' }));
    const blocked = aCheck({ check: shut, verdict: 'blocked' });

    expect([...toAct(soFar(started(open), ...passed), plan)]).toEqual([open, over]);
    expect([...toAct(soFar(aCheck({ check: open }), ...passed, blocked), plan)]).toEqual([shut, over]);
    expect([...toAct(soFar(aCheck({ check: open }), ...passed), plan)]).toEqual([]);
    expect([...toAct(soFar(aCheck({ check: open }), aCheck({ check: shut }), started(over)), plan)]).toEqual([over]);
  });

  test('tells what offered wrong credentials, or may have when it was cut off', () => {
    const [username, password] = ['connection.refuses-wrong-username', 'connection.refuses-wrong-password'] as const;
    const sent = anExchange({ check: username, purpose: 'wrong-username' });
    const unsent = { kind: 'budget', code: '', message: '', unsent: true } as const;
    const ended = aCheck({ check: username, verdict: 'blocked' });
    const offered = (...events: readonly Event[]) => [...soFar(...events).offered];

    expect(offered(started(username), sent, ended, resumed(username))).toEqual([username]);
    expect(offered(started(username), { ...sent, failure: unsent }, ended)).toEqual([]);
    expect(offered(started(open), started(password))).toEqual([password]);
  });

  test('keeps a failure that it has shown, and takes back what kept a check from being decided', () => {
    const stated = (check: string): Event => ({ type: 'stated', check, as: 'blocked', reason: both });
    const events: readonly Event[] = [
      ...[started(open), judged(open, 1, 'deviates'), started(shut), judged(shut, 1), stated(shut)],
      resumed(open, shut),
      ...[started(open), judged(open, 2), aCheck({ check: open, verdict: 'failed' })],
      ...[started(shut), judged(shut, 2), aCheck({ check: shut, verdict: 'passed' })],
    ];
    const fold = verdictsFold();
    for (const event of events) fold.add(event);

    expect(fold.result().unfounded).toEqual([]);
    expect(fold.result().verdicts.get(open)).toMatchObject({ verdict: 'failed', shown: 1 });
  });
});
