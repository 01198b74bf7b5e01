import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { canLock } from './lock.ts';
import { allowedRules, useToMake, useToSend } from './use.ts';

const shipped = readContract('contract/2020-01');
const copied = { ...shipped, directory: '/elsewhere', faces: '/elsewhere/rules.mjs' };
const foreign = { ...copied, files: new Map([...shipped.files, ['rules.mjs', new TextEncoder().encode('//')]]) };
const without = readContract('test/contracts/post');

describe('rules.mjs', () => {
  test('that comes with us is trusted, wherever its copy is', () => {
    expect([shipped, copied].map((one) => [useToMake(one, {}), useToSend(one, {})])).toEqual([
      ['here', 'here'],
      ['here', 'here'],
    ]);
    expect(allowedRules(copied, {})).toMatch(/^[\da-f]{64}$/);
  });

  test('of others is locked in where deliveries are made, and refused where they are sent', () => {
    expect(useToMake(foreign, {}, true)).toBe('locked');
    expect(() => useToSend(foreign, {})).toThrow(
      /^\/elsewhere\/rules\.mjs \(SHA-256 [\da-f]{64}\) is code that .*--no-rules$/,
    );
    expect(allowedRules(foreign, {})).toBeUndefined();
  });

  test('of others is refused where Node can not lock it in', () => {
    expect(() => useToMake(foreign, {}, false)).toThrow(/from version 25 on, and this is .*--trust-rules.*--no-rules$/);
  });

  test('of others is run apart for whoever trusts it', () => {
    const trusting = { trustRules: true };

    expect([useToMake(foreign, trusting, false), useToSend(foreign, trusting)]).toEqual(['apart', 'apart']);
    expect(allowedRules(foreign, trusting)).toMatch(/^[\da-f]{64}$/);
  });

  test.each([[shipped], [foreign]])('that is left out is not run', (contract) => {
    const leftOut = { rules: false };

    expect([useToMake(contract, leftOut, false), useToSend(contract, leftOut)]).toEqual(['nowhere', 'nowhere']);
    expect(allowedRules(contract, leftOut)).toBeUndefined();
  });

  test('need not be there', () => {
    expect([useToMake(without, {}, false), useToSend(without, {})]).toEqual(['nowhere', 'nowhere']);
  });
});

test.each([
  [['--permission'], false],
  [['--permission', '--allow-net'], true],
  [[], false],
])('a Node with %j can lock a process in: %s', (flags, can) => {
  expect(canLock(new Set(flags))).toBe(can);
});
