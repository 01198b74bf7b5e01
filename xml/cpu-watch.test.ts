import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchCpu } from './cpu-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A thread that gets a share of the time. */
const thread = (share: number) => {
  const now = (): number => vi.getMockedSystemTime()?.getTime() ?? 0;
  const begun = now();
  return { cpuUsage: () => Promise.resolve({ user: (now() - begun) * share * 1000, system: 5_000_000 }) };
};

/** Whether it used 600 ms of CPU within so many. */
const isOverAfter = async (ms: number, worker: Parameters<typeof watchCpu>[0]): Promise<boolean> => {
  const onOver = vi.fn();
  const stop = watchCpu(worker, 600, onOver);
  await vi.advanceTimersByTimeAsync(ms);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  return onOver.mock.calls.length > 0;
};

test.each([
  { share: 1, ms: 500, over: false },
  { share: 1, ms: 700, over: true },
  { share: 0.1, ms: 4000, over: false },
  { share: 0.1, ms: 7000, over: true },
  { share: 0, ms: 60_000, over: false },
])('a thread with $share of the time is over 600 ms of CPU after $ms ms: $over', async ({ share, ms, over }) => {
  expect(await isOverAfter(ms, thread(share))).toBe(over);
});

test('where nobody can tell, it is never over', async () => {
  expect(await isOverAfter(60_000, {})).toBe(false);
  expect(await isOverAfter(60_000, { cpuUsage: () => Promise.reject(new Error('not running')) })).toBe(false);
});
