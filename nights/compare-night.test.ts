import { describe, expect, test } from 'vitest';
import { type Cause, causeDigest } from '#evidence/cause';
import { aFailure, aNight, blockedNight } from '../test/samples/night.ts';
import { failing, later, nights, toldOf } from '../test/samples/told-nights.ts';
import { compareNight } from './compare-night.ts';
import type { Failure, Night, Replay } from './night.ts';

const valid = 'delivery.accepts-valid/Melding';

const fixed = { counterexample: { case: 1, seed: 0, path: '' }, again: 'check' } as const;
const replayed = (day: number, outcome: Replay['outcome'], cause: Cause = aFailure().cause): Night =>
  aNight(day, { replays: [{ check: valid, cause: causeDigest('d', cause), outcome }] });

describe('findings', () => {
  test('one is an alarm once, and known from then on', () => {
    expect(toldOf([...nights(0, 2), failing(2), failing(3), failing(4)])).toEqual([
      'first',
      'unchanged',
      'worse new',
      'unchanged',
      'unchanged',
    ]);
  });

  test('those of the first night are known', () => {
    expect(toldOf([failing(0), failing(1)])).toEqual(['first', 'unchanged']);
  });

  test('another kind of answer is another cause', () => {
    const cause = { requirement: 'delivery.accepts-valid', kind: 'http-error 500' } as const;

    expect(toldOf([aNight(0), failing(1), failing(2, { cause })])).toEqual(['first', 'worse new', 'worse new']);
  });

  test('what values a seed made is none', () => {
    const counterexample = { case: 9, seed: 8, path: '14' };

    expect(toldOf([aNight(0), failing(1), failing(2, { counterexample })]).at(-1)).toBe('unchanged');
  });

  test('one that values decide ends when its counterexample passes', () => {
    expect(toldOf([aNight(0), failing(1), failing(2), replayed(3, 'fixed'), aNight(4)])).toEqual([
      'first',
      'worse new',
      'unchanged',
      'changed ended',
      'unchanged',
    ]);
  });

  test('one of one night alone that comes to stay is an alarm on the third night, wherever its turn is', () => {
    const inPart = (night: Night): Night => ({ ...night, subject: { ...night.subject, isPart: true } });
    const told = toldOf(
      [...nights(0, 4), failing(4, fixed), aNight(5), ...nights(6, 40, (day) => failing(day, fixed))].map(inPart),
    );

    expect(told.slice(4, 10)).toEqual([
      ...['worse new', 'changed varying', 'unchanged', 'unchanged', 'worse steady', 'unchanged'],
    ]);
    expect(told.slice(10).filter((one) => one.startsWith('worse'))).toEqual([]);
  });

  test('a night that left most undecided got round nothing, and one whose permission lapsed did', () => {
    const verdicts = (night: Night): number | undefined =>
      compareNight(compareNight(undefined, aNight(0)).memory, night).memory.verdicts;

    expect(verdicts(aNight(1, { outcome: 'unpermitted' }))).toBe(2);
    expect(verdicts(aNight(1, { cutShort: { checks: 3, requests: 12, perDay: 90 } }))).toBe(1);
    expect(verdicts(blockedNight(1))).toBe(1);
    expect(verdicts({ ...blockedNight(1), passed: ['a', 'b', 'c'] })).toBe(2);
  });

  test('is not seen again, and not ended, where its counterexample was not tried', () => {
    expect(toldOf([aNight(0), failing(1), failing(2), aNight(3), aNight(4)])).toEqual([
      'first',
      'worse new',
      'unchanged',
      'changed unseen',
      'unchanged',
    ]);
  });

  test('stays while its counterexample fails, whatever its check comes upon', () => {
    expect(toldOf([aNight(0), failing(1), failing(2), replayed(3, 'failed'), failing(4)]).slice(3)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  test('is not ended by a case that could not be decided', () => {
    expect(toldOf([aNight(0), failing(1), failing(2), replayed(3, 'blocked')]).at(-1)).toBe('changed unseen');
  });

  test('one that the same request shows each night ends when its check passes, and its return is an alarm', () => {
    const wsdl = {
      ...fixed,
      check: 'connection.serves-wsdl',
      cause: { requirement: 'connection.serves-wsdl', kind: 'http-error 404' },
      documentType: undefined,
    } as const;

    expect(
      toldOf([aNight(0), failing(1, wsdl), failing(2, wsdl), aNight(3), failing(4, wsdl), failing(5, wsdl)]),
    ).toEqual(['first', 'worse new', 'unchanged', 'changed ended', 'worse back', 'unchanged']);
  });

  test('one that the seed of a run makes ends where a run with that seed passes its check, and by no other', () => {
    const withSeed = (seed: number | undefined) => (night: Night) => ({ ...night, seed: seed ?? night.seed });
    const seen = [aNight(0), failing(1, { again: 'seed' }), failing(2, { again: 'seed' }), aNight(3)];

    expect(toldOf(seen.map(withSeed(undefined))).at(-1)).toBe('changed unseen');
    expect(toldOf(seen.map(withSeed(1))).at(-1)).toBe('changed ended');
  });

  test.each([
    { went: 'was not seen again', without: aNight },
    { went: 'passed its counterexample', without: (day: number) => replayed(day, 'fixed') },
  ])('one that $went is an alarm when it is back, and intermittent once it comes and goes', ({ without }) => {
    const once = [aNight(0), failing(1), failing(2), without(3), aNight(4), failing(5)];
    const twice = [...once, without(6), failing(7)];
    const comesAndGoes = toldOf([...twice, without(8), ...nights(9, 14), failing(14), without(15), failing(23)]);

    expect(toldOf(once).at(-1)).toBe('worse back');
    expect(
      toldOf([...once, ...nights(6, 20, without), failing(20)])
        .slice(6)
        .join(' '),
    ).not.toContain('worse');
    expect(comesAndGoes.slice(6)).toEqual(['changed varying', ...Array<string>(9).fill('unchanged'), 'changed missed']);
    expect(toldOf([...once.slice(0, 4), ...nights(4, 11), failing(11)]).at(-1)).toBe('worse back');
  });

  test('one whose case has no room in a run is told once it had its turn', () => {
    const waits = (day: number): Night => replayed(day, 'waiting');

    expect(toldOf([aNight(0), failing(1), failing(2), waits(3), waits(4), replayed(5, 'fixed')]).slice(3)).toEqual([
      ...['unchanged', 'unchanged', 'changed ended'],
    ]);
    expect(toldOf([aNight(0), failing(1), failing(2), waits(3), failing(4)]).slice(3)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  test('one whose case fails by another cause is told as that, and is not ended by it', () => {
    const other = { requirement: 'delivery.accepts-valid', kind: 'timeout' } as const;
    const elsewise = { ...failing(3, { cause: other }), replays: replayed(3, 'blocked').replays };

    expect(toldOf([aNight(0), failing(1), failing(2), elsewise, replayed(4, 'fixed')]).slice(3)).toEqual([
      'worse new',
      'changed ended varying',
    ]);
  });

  test('is not ended by a case of another cause of its check, and stays while its own fails', () => {
    const other = { requirement: 'delivery.accepts-valid', kind: 'timeout' } as const;
    const two = (day: number): Night => ({
      ...failing(day, { cause: other }),
      replays: [...replayed(day, 'fixed', other).replays, ...replayed(day, 'failed').replays],
    });

    expect(toldOf([aNight(0), failing(1), failing(2), replayed(3, 'fixed', other)]).at(-1)).toBe('changed unseen');
    expect(toldOf([aNight(0), failing(1), failing(2), failing(3, { cause: other }), two(4)]).slice(2)).toEqual([
      'unchanged',
      'worse new',
      'unchanged',
    ]);
  });

  test('whose answer is told in confidence ends once all that showed it pass, and by no other case of its check', () => {
    const cause = { requirement: 'delivery.accepts-valid', kind: '' } as const;
    const shownBy = (day: number, found: string): Night => failing(day, { cause, found, counterexample: undefined });
    const fixedCase = (day: number, found: string): Night =>
      aNight(day, { replays: [{ check: valid, found, outcome: 'fixed' }] });
    const two = [shownBy(0, 'r0'), shownBy(1, 'r1')];

    const besides = (day: number, other: Replay): Night => ({
      ...fixedCase(day, 'r0'),
      replays: [...fixedCase(day, 'r0').replays, other],
    });
    const waiting = besides(2, { check: valid, found: 'r0', outcome: 'waiting' });
    const elsewhere = aNight(2, {
      replays: [{ check: 'connection.refuses-wrong-password', found: 'r0', outcome: 'fixed' }],
    });
    const twice = [shownBy(0, 'r0'), shownBy(1, 'r0')];
    expect([waiting, elsewhere].map((night) => toldOf([...twice, night]).at(-1))).toEqual([
      ...['unchanged', 'changed unseen'],
    ]);
    expect(toldOf([...two, fixedCase(2, 'r9'), fixedCase(3, 'r0'), fixedCase(4, 'r1')]).slice(2)).toEqual([
      'changed unseen',
      'unchanged',
      'changed ended',
    ]);
    const repeating = failing(0, { cause, found: 'r0', again: 'check', counterexample: undefined });
    expect(toldOf([repeating, aNight(1)]).at(-1)).toBe('changed ended');
    expect(toldOf([failing(0, { cause }), failing(1, { cause }), fixedCase(2, 'r0')]).at(-1)).toBe('changed unseen');
  });

  test('counts nights, not runs of one night', () => {
    const night = (day: number): readonly Night[] => [failing(day), later(2, aNight(day)), later(4, failing(day))];
    const told = toldOf([...nights(0, 3), ...night(3), ...night(4), aNight(5), later(3, failing(5)), failing(6)]);

    expect(told.slice(3)).toEqual([
      ...['worse new', 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged'],
      ...['changed unseen', 'unchanged', 'unchanged'],
    ]);
  });

  test('that nothing could show for a year stays where it is open, and is told to be forgotten where it was not seen again', () => {
    const elsewhere = (day: number): Night => aNight(day, { passed: [] });

    expect(toldOf([aNight(0), failing(1), elsewhere(400), failing(401)]).slice(2)).toEqual([
      'changed missed',
      'unchanged',
    ]);
    expect(toldOf([aNight(0), failing(1), failing(2), aNight(3), elsewhere(400)]).at(-1)).toBe(
      'changed forgotten missed',
    );
  });

  test('of a requirement that this version does not have is told once to lapse', () => {
    const cause = { requirement: 'delivery.did-once', kind: 'fault 500' } as const;
    const old = failing(1, { cause, check: 'delivery.did-once/Melding' });

    expect(toldOf([aNight(0), old, aNight(2), aNight(3)]).slice(2)).toEqual(['changed gone', 'unchanged']);
  });

  test('a constraint whose turn comes in another document type is no news', () => {
    const cause = {
      requirement: 'rejection.refuses-rule-violation',
      constraint: 'rules.sch#x',
      kind: 'accepted',
    } as const;
    const at = (documentType: string): Partial<Failure> => ({
      ...{ cause, documentType, check: `${cause.requirement}/${documentType}/${cause.constraint}` },
    });

    expect(toldOf([aNight(0), failing(1, at('Melding')), failing(2, at('BeschikkingAanvraag'))]).slice(1)).toEqual([
      'worse new',
      'unchanged',
    ]);
  });
});
