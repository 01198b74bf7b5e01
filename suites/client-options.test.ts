import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readContract } from '#contract/reader';
import type { RunConfig } from '#harness/run-config';
import { clientOptions } from './client-options.ts';
import { aliveMessage } from './messages.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
const config: Pick<RunConfig, 'url' | 'phase' | 'limits' | 'carrier'> = {
  url: 'https://eto.example/',
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
const isAlive = alive && { soapAction: `"${alive.action}"`, body: aliveMessage(alive, []) };

describe('the connection test alone leaves', () => {
  test('in phase 4, wherever it goes', () => {
    expect(only({ phase: 4 })).toEqual(isAlive);
    expect(only({ phase: 4, url: 'https://127.0.0.1:1/' })).toEqual(isAlive);
  });

  test.each([1, 2, 3])('to production, though the run says that it is phase %i', (phase) => {
    expect(only({ phase, url: 'https://drop.overheid.nl/' })).toEqual(isAlive);
  });

  test('to what the environment has come to call production', () => {
    vi.stubEnv('DROP_PRODUCTIE_URL', 'https://eto.example/elders');
    try {
      expect(only({ phase: 1 })).toEqual(isAlive);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('and nothing at all where the contract knows no connection test', () => {
    const without = { ...contract, service: { ...contract.service, alive: undefined } };

    expect(only({ phase: 4 }, without)).toBe('nothing');
  });
});

test('elsewhere the guard is not in the way', () => {
  expect(only({ phase: 1 })).toBeUndefined();
});

test('nobody waits longer for a handshake than for an answer, nor longer than five seconds', () => {
  const connect = (timeoutMs: number) =>
    clientOptions(contract, { ...config, limits: { ...config.limits, timeoutMs } } as RunConfig).timeouts?.connectMs;

  expect([connect(300), connect(30_000)]).toEqual([300, 5000]);
});
