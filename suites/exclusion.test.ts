import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { planPhase } from '#harness/plan';
import { topicOf } from '#judgement/requirements/registry';
import { aRunConfig } from '../test/samples/run-config.ts';
import { contentsOf } from './contents.ts';
import { findCheck } from './exclusion.ts';
import { left } from './left-out.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));

test('what something else carries TLS for leaves out its connection and certificate, and nothing else', () => {
  const config = aRunConfig({ phase: 2, mockControl: undefined, via: 'http://127.0.0.1:9' });
  const lab = { contract, config, unviolable: () => new Map() };
  const plan = planPhase(contract, 2, false);
  const leftOut = plan.filter((check) => findCheck(lab, check, contentsOf(2)) === left.via);

  expect(new Set(leftOut.map(({ requirement }) => topicOf(requirement)))).toEqual(new Set(['certificate', 'tls']));
  expect(leftOut.length).toBeGreaterThan(20);
  expect(leftOut.map(({ requirement }) => requirement)).not.toContain('tls.takes-large-bodies');
});

test('wrong credentials that were offered before a run was cut off are not offered again, but at the mock', () => {
  const check = planPhase(contract, 1, false).find(({ key }) => key === 'connection.refuses-wrong-username');
  const foundAt = (mockControl: string | undefined, offered: readonly string[]) => {
    const config = aRunConfig({ phase: 1, mockControl, before: { time: 1, accepted: 0, offered } });
    return check && findCheck({ contract, config, unviolable: () => new Map() }, check, contentsOf(1));
  };

  expect(foundAt(undefined, [check?.key ?? ''])).toBe(left.offered);
  expect(foundAt(undefined, [])).toHaveProperty('act');
  expect(foundAt('http://127.0.0.1:9', [check?.key ?? ''])).toHaveProperty('act');
});

test('two answers are told apart only where two requests may leave at once', () => {
  const check = planPhase(contract, 1, false).find(({ key }) => key === 'delivery.keeps-answers-apart');
  const foundAt = (change: Partial<ReturnType<typeof aRunConfig>['limits']>) => {
    const { limits, ...rest } = aRunConfig({ phase: 1 });
    const config = { ...rest, limits: { ...limits, connections: 4, requestsPerSecond: undefined, ...change } };
    return check && findCheck({ contract, config, unviolable: () => new Map() }, check, contentsOf(1));
  };

  expect(foundAt({})).toHaveProperty('act');
  expect(foundAt({ requestsPerSecond: 2 })).toHaveProperty('act');
  expect(foundAt({ requestsPerSecond: 1 })).toHaveProperty('verdict', 'not-applicable');
  expect(foundAt({ connections: 1 })).toBe(left.connections);
});
