import { expect, test } from 'vitest';
import { inTurn, isLarge, watchGrowth } from './large-calls.ts';

const mebibyte = 1024 ** 2;

test('a call is large by the bytes in its arguments, however deep they lie', () => {
  const body = new Uint8Array(300 * 1024);

  expect(isLarge(['judge', { sent: [{ exchange: { request: { body } } }] }])).toBe(true);
  expect(isLarge([body.subarray(0, 1000), { today: '2026-11-23' }, undefined])).toBe(false);
});

test('large calls wait for one another, also for one that fails', async () => {
  const told: string[] = [];
  const first = Promise.withResolvers<undefined>();
  const one = inTurn(async () => {
    told.push('one begins');
    await first.promise;
    throw new Error('one fails');
  });
  const other = inTurn(() => Promise.resolve(told.push('other')));

  await Promise.resolve();
  told.push('one goes on');
  first.resolve(undefined);
  await expect(one).rejects.toThrow('one fails');
  await other;
  expect(told).toEqual(['one begins', 'one goes on', 'other']);
});

test.each([
  ['grew in a process that is large', [300, 400], true],
  ['grew in a process that is small', [100, 200], false],
  ['did not grow in a process that is large', [400, 410], false],
])('a worker that %s', async (_, [before = 0, after = 0], isTooMuch) => {
  let memory = before * mebibyte;
  const growth = watchGrowth(() => memory);

  await growth.over(() => {
    memory = after * mebibyte;
    return Promise.resolve();
  });
  expect(growth.isTooMuch()).toBe(isTooMuch);
  growth.reset();
  expect(growth.isTooMuch()).toBe(false);
});
