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

const everything = ['violations', 'variants', 'attacks', 'wrong-credentials', 'wrong-certificates', 'bopa'] as const;

describe('the scope of a run', () => {
  test('leaves out with its remedy what has no permission, and delivers every other document type', () => {
    const { planned, config } = scopeOf(contract, eto(), []);

    expect(planned.leftOut[0]).toMatchObject({
      reason: { en: 'there is no permission of KOOP for faulty messages' },
      remedy: { nl: expect.stringContaining('omvang: [violations]') as string },
    });
    expect(planned.leftOut.reduce((sum, { checks }) => sum + checks, planned.scope)).toBe(planned.plan);
    expect(config.unaffordable).toBeUndefined();
    expect(config.runs).toBeLessThan(50);
    expect(planned.requests).toBeLessThanOrEqual(400);
  });

  test('takes the firmest ground first where not all fits, and gets round in consecutive days', () => {
    const days = new Map<string, number>();
    const found = scopeOf(contract, eto({ permitted: everything }), []).config.unaffordable?.days ?? 0;
    const leftOutOn = (day: number): ReadonlySet<string> => {
      const today = new Date(Date.parse('2026-11-23') + day * 86_400_000).toISOString().slice(0, 10);
      const { planned, config } = scopeOf(contract, eto({ permitted: everything, today }), []);
      expect(planned.requests).toBeLessThanOrEqual(400);
      return new Set(config.unaffordable?.keys);
    };
    for (let day = 0; day < found; day += 1) {
      for (const key of leftOutOn(day)) days.set(key, (days.get(key) ?? 0) + 1);
    }

    expect(found).toBeGreaterThan(1);
    expect([...days].filter(([, count]) => count === found)).toEqual([]);
    expect([...days.keys()].filter((key) => key.startsWith('delivery.accepts-valid'))).toEqual([]);
  });

  test('names no number of days where some of it fits on none', () => {
    const limits = { ...eto().limits, requests: 24, accepted: 20 };
    const { planned, config } = scopeOf(contract, eto({ permitted: everything, limits }), []);
    const told = planned.leftOut.find(({ reason }) => reason.en.startsWith('no more fits'));

    expect(config.unaffordable?.keys.length).toBeGreaterThan(0);
    expect(config.unaffordable?.days).toBeUndefined();
    expect(told?.remedy.en).toBe('put higher limits in the profile, where KOOP agrees');
  });

  test('tells the least that limits must be where they are too small for its core', () => {
    const limits = { ...eto().limits, accepted: 3 };
    expect(scopeOf(contract, eto({ limits }), []).tooSmall?.accepted).toBeGreaterThan(3);
    expect(scopeOf(contract, eto({ limits, documentTypes: ['Melding'] }), []).tooSmall).toBeUndefined();
  });

  test('is the whole plan at the embedded endpoint, where nothing is limited', () => {
    const limits = { ...eto().limits, requestsPerSecond: undefined, requests: undefined, accepted: undefined };
    const given = aRunConfig({ mockControl: 'http://127.0.0.1:1/', runs: 50, limits });
    const { planned, config } = scopeOf(contract, given, []);

    expect(planned).toMatchObject({ scope: planned.plan, unselected: 0, runs: 50, leftOut: [] });
    expect(config.runs).toBe(50);
  });

  test('counts what flags take away, and nothing that does not apply', () => {
    const given = aRunConfig({ mockControl: 'http://127.0.0.1:1/', topics: ['connection'] });
    const { planned } = scopeOf(contract, given, []);

    expect(planned.unselected).toBe(planned.plan - planned.scope);
    expect(planned.leftOut.map(({ reason }) => reason.en)).toEqual(['--topic connection leaves them out']);
  });
});
