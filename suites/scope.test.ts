import { beforeAll, describe, expect, test } from 'vitest';
import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import type { RunConfig } from '#harness/run-config';
import { aRunConfig } from '../test/samples/run-config.ts';
import { scopeOf } from './scope.ts';

let contract: Contract;
beforeAll(() => {
  contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
});

const eto = (change: Partial<RunConfig> = {}): RunConfig =>
  aRunConfig({
    mockControl: undefined,
    url: 'https://eto.example/3pas',
    runs: 50,
    permitted: [],
    media: [],
    authorities: undefined,
    limits: { requestsPerSecond: 2, requests: 500, accepted: 100, connections: 4, timeoutMs: 1000, shrinks: 20 },
    ...change,
  });

const { limits: unlimited } = aRunConfig();
const everything = ['violations', 'variants', 'attacks', 'wrong-credentials', 'wrong-certificates', 'bopa'] as const;

describe('the scope of a run', () => {
  test('leaves out with its remedy what has no permission, and delivers every other document type', () => {
    const { planned, config } = scopeOf(contract, eto(), { never: [] });

    expect(planned.leftOut[0]).toMatchObject({
      reason: { en: 'there is no permission of KOOP for faulty messages' },
      remedy: { nl: expect.stringContaining('omvang: [violations]') as string },
    });
    expect(planned.leftOut.reduce((sum, { checks }) => sum + checks, planned.scope)).toBe(planned.plan);
    expect(config.unaffordable).toBeUndefined();
    expect(config.runs).toBeLessThan(50);
    expect(planned.requests).toBeLessThanOrEqual(2 + 0.8 * 498);
    expect((config.spare ?? 0) + planned.requests).toBeLessThanOrEqual(500);
  });

  test('takes the firmest ground first where not all fits, and gets round in consecutive days', () => {
    const days = new Map<string, number>();
    const found = scopeOf(contract, eto({ permitted: everything }), { never: [] }).config.unaffordable?.days ?? 0;
    const leftOutOn = (day: number): ReadonlySet<string> => {
      const today = new Date(Date.parse('2026-11-23') + day * 86_400_000).toISOString().slice(0, 10);
      const { planned, config } = scopeOf(contract, eto({ permitted: everything, today }), { never: [] });
      expect(planned.requests).toBeLessThanOrEqual(2 + 0.8 * 498);
      return new Set(config.unaffordable?.keys);
    };
    for (let day = 0; day < found; day += 1) {
      for (const key of leftOutOn(day)) days.set(key, (days.get(key) ?? 0) + 1);
    }

    expect(found).toBeGreaterThan(1);
    expect([...days].filter(([, count]) => count === found)).toEqual([]);
    expect([...days.keys()].filter((key) => key.startsWith('delivery.accepts-valid'))).toEqual([]);
  });

  test('of nights together is all that is permitted, each with a delivery of every document type, also where one has less to spend', () => {
    const on = (turn: number, requests = 500) => {
      const { limits, ...rest } = eto({ permitted: everything, runs: 1 });
      const config: RunConfig = { ...rest, limits: { ...limits, requests }, night: { turn, limits } };
      const scope = scopeOf(contract, config, { never: [] });
      const keys = scope.planned.checks?.filter(({ leftOut }) => leftOut === undefined).map(({ check }) => check) ?? [];
      expect(scope.planned.requests).toBeLessThanOrEqual(requests);
      return { keys, days: scope.config.unaffordable?.days ?? 0 };
    };
    const { days } = on(0);
    const nights = Array.from({ length: days }, (_, turn) => on(turn).keys);
    const seen = new Set(nights.flat());
    const limits = { ...unlimited, requestsPerSecond: eto().limits.requestsPerSecond };
    const { planned } = scopeOf(contract, eto({ permitted: everything, runs: 25, limits }), { never: [] });

    expect(days).toBeGreaterThan(1);
    expect(nights.every((keys) => keys.includes('delivery.accepts-valid/Melding'))).toBe(true);
    expect(planned.checks?.filter(({ check, leftOut }) => leftOut === undefined && !seen.has(check))).toEqual([]);
    expect(on(days).keys).toEqual(nights[0]);
    expect(on(1, 200).keys.every((key) => nights[1]?.includes(key))).toBe(true);
  });

  test('one of many nights tells what others left no requests for, and nothing where they left enough', () => {
    const cutOf = (requests: number, ofDay: number | undefined) => {
      const { limits, ...rest } = eto({ permitted: everything, runs: 1 });
      const config: RunConfig = { ...rest, limits: { ...limits, requests, ofDay }, night: { turn: 1, limits } };
      return scopeOf(contract, config, { never: [] }).planned.cutShort;
    };

    expect(cutOf(200, 500)).toMatchObject({ requests: 200, perDay: 500 });
    expect(cutOf(200, 500)?.checks).toBeGreaterThan(0);
    expect([cutOf(500, 500), cutOf(200, undefined)]).toEqual([undefined, undefined]);
  });

  test('counts the controls of checks that run without valid deliveries, and the doctor only where it looks', () => {
    const given = eto({ permitted: everything, topics: ['protocol'], documentTypes: ['Melding'] });
    const requestsOf = (isDoctored: boolean) => scopeOf(contract, given, { never: [], isDoctored }).planned;

    expect(requestsOf(true).requests - requestsOf(false).requests).toBe(2);
    expect(requestsOf(false).requests).toBeGreaterThan(requestsOf(false).scope);
  });

  test('is narrowed by a lapsed permission only where that covered something which was asked for', () => {
    const lapsed = { lapsed: { nl: 'verlopen', en: 'lapsed' }, permitted: [] };
    const of = (change: Partial<RunConfig>) => scopeOf(contract, eto({ ...lapsed, ...change }), { never: [] }).config;

    expect(of({ lapsedFor: ['violations'] }).lapsed?.en).toBe('lapsed');
    expect(of({ lapsedFor: ['violations'], topics: ['connection'] }).lapsed).toBeUndefined();
    expect(of({ lapsedFor: ['bopa'], documentTypes: ['Melding'] }).lapsed).toBeUndefined();
    expect(of({ lapsedFor: ['wrong-credentials'], topics: ['connection'] }).lapsed?.en).toBe('lapsed');
  });

  test('names each check that is to be decided or left out, with its reason', () => {
    const { planned } = scopeOf(contract, eto({ documentTypes: ['Melding'] }), { never: [] });
    const { checks = [], leftOut } = planned;

    expect(checks.length).toBe(planned.plan - planned.unselected);
    expect(checks.filter((one) => one.leftOut === undefined).length).toBe(planned.scope);
    expect(checks.every((one) => one.leftOut === undefined || one.leftOut < leftOut.length)).toBe(true);
  });

  test('names no number of days where some of it fits on none', () => {
    const limits = { ...eto().limits, requests: 24, accepted: 20 };
    const { planned, config } = scopeOf(contract, eto({ permitted: everything, limits }), { never: [] });
    const told = planned.leftOut.find(({ reason }) => reason.en.startsWith('no more fits'));

    expect(config.unaffordable?.keys.length).toBeGreaterThan(0);
    expect(config.unaffordable?.days).toBeUndefined();
    expect(told?.remedy.en).toBe('put higher limits in the profile, where KOOP agrees');
  });

  test('tells the least that limits must be where they are too small for its core', () => {
    const limits = { ...eto().limits, accepted: 3 };
    expect(scopeOf(contract, eto({ limits }), { never: [] }).tooSmall?.accepted).toBeGreaterThan(3);
    expect(scopeOf(contract, eto({ limits, documentTypes: ['Melding'] }), { never: [] }).tooSmall).toBeUndefined();
  });

  test('is the whole plan at the embedded endpoint, where nothing is limited', () => {
    const limits = { ...eto().limits, requestsPerSecond: undefined, requests: undefined, accepted: undefined };
    const given = aRunConfig({ mockControl: 'http://127.0.0.1:1/', runs: 50, limits });
    const { planned, config } = scopeOf(contract, given, { never: [] });

    expect(planned).toMatchObject({ scope: planned.plan, unselected: 0, runs: 50, leftOut: [] });
    expect(config.runs).toBe(50);
  });

  test('counts what flags take away, and nothing that does not apply', () => {
    const given = aRunConfig({ mockControl: 'http://127.0.0.1:1/', topics: ['connection'] });
    const { planned } = scopeOf(contract, given, { never: [] });

    expect(planned.unselected).toBe(planned.plan - planned.scope);
    expect(planned.leftOut.map(({ reason }) => reason.en)).toEqual(['--topic connection leaves them out']);
  });
});
