import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { RunConfig } from '../run-config.ts';
import { clientOptions } from './client-options.ts';
import { aliveMessage } from '#generators/alive-message';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const guard = { production: [], testHosts: [] };
const config: Pick<RunConfig, 'url' | 'guard' | 'phase' | 'limits' | 'carrier'> = {
  url: 'https://eto.example/',
  guard,
  phase: 1,
  carrier: 'basic',
  limits: {
    requestsPerSecond: 2,
    requests: 500,
    accepted: 100,
    connections: 4,
    timeoutMs: 30_000,
    shrinks: 0,
  },
};

const only = (change: Partial<RunConfig>, of = contract) =>
  clientOptions(of, { ...config, ...change } as RunConfig).only;

const { alive } = contract.service;
const isAlive = alive && { soapAction: `"${alive.action}"`, body: aliveMessage(contract, []) };

describe('the connection test alone leaves', () => {
  test('in phase 4, wherever it goes', () => {
    expect(only({ phase: 4 })).toEqual(isAlive);
    expect(only({ phase: 4, url: 'https://127.0.0.1:1/' })).toEqual(isAlive);
  });

  test.each([1, 2, 3])('to production, though the run says that it is phase %i', (phase) => {
    expect(only({ phase, url: 'https://drop.overheid.nl/' })).toEqual(isAlive);
  });

  test('to what is named as production, though its name bears a mark and it is listed', () => {
    const production = ['https://eto.example:8443/elders'];

    expect(only({ guard: { production, testHosts: ['eto.example'] } })).toEqual(isAlive);
  });

  test.each(['https://drop.example/', 'https://192.0.2.7/', 'https://0.0.0.0/', 'https://x.localhost/'])(
    'to %s, of which nothing says that it is for tests',
    (url) => {
      expect(only({ url })).toEqual(isAlive);
    },
  );

  test('and nothing at all where the contract knows no connection test', () => {
    const without = { ...contract, service: { ...contract.service, alive: undefined } };

    expect(only({ phase: 4 }, without)).toBe('nothing');
  });
});

test.each([
  ['a mark in its name', 'https://eto.example/', []],
  ['the profile', 'https://drop.example/', ['drop.example']],
  ['the profile, by its address', 'https://[2001:db8::7]/', ['2001:db8::7']],
  ['being this machine', 'http://127.0.0.1:1/', []],
])('where %s says that it is for tests the guard is not in the way', (_, url, testHosts) => {
  expect(only({ url, guard: { ...guard, testHosts } })).toBeUndefined();
});

test('nobody waits longer for a handshake than for an answer, nor longer than five seconds', () => {
  const connect = (timeoutMs: number) =>
    clientOptions(contract, { ...config, limits: { ...config.limits, timeoutMs } } as RunConfig).timeouts?.connectMs;

  expect([connect(300), connect(30_000)]).toEqual([300, 5000]);
});

test('a request that the budget holds back is told with the limit that it is', () => {
  const spent = (limits: RunConfig['limits']) => clientOptions(contract, { ...config, limits } as RunConfig).spent?.nl;

  expect(spent(config.limits)).toContain('zet limits.requests hoger');
  expect(spent({ ...config.limits, requests: 3, ofDay: 50 })).toBe(
    'de 50 verzoeken per dag (limits.perDay) zijn op; om middernacht, Nederlandse tijd, begint het tellen opnieuw',
  );
});
