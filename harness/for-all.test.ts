import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forAll, foundIn, Interrupted } from './for-all.ts';
import { Nonconformance, CaseUndecided } from './stop.ts';

const deviation = { expected: { nl: 'a', en: 'a' }, actual: { nl: 'b', en: 'b' } };
const nonconformance = (): Nonconformance =>
  new Nonconformance('delivery.accepts-valid', deviation, { ordinal: 1, one: { sent: [], kept: undefined } });

const property = (run: (value: number) => Promise<void>) => ({
  arbitrary: fc.nat(1000),
  runs: 100,
  seed: 7,
  shrinks: 200,
  timeLimit: 60_000,
  run,
});

describe('forAll', () => {
  test('runs every value when nothing fails', async () => {
    const seen: number[] = [];

    await forAll(property((value) => Promise.resolve(void seen.push(value))));

    expect(seen).toHaveLength(100);
  });

  test('rethrows the smallest nonconformance with seed and path', async () => {
    let last = -1;
    const failing = forAll(
      property((value) => {
        if (value < 10) return Promise.resolve();
        last = value;
        return Promise.reject(nonconformance());
      }),
    );

    const error: unknown = await failing.catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Nonconformance);
    expect(last).toBe(10);
    expect(error instanceof Nonconformance && foundIn(error)).toMatchObject({ seed: 7 });
  });

  test('makes nothing smaller once there is no room for it', async () => {
    let [room, smaller, hasFailed] = [3, 0, false];
    const failing = forAll({
      ...property((value) => {
        if (hasFailed) smaller += 1;
        hasFailed ||= value >= 10;
        return value < 10 ? Promise.resolve() : Promise.reject(nonconformance());
      }),
      mayShrink: () => (room -= 1) >= 0,
    });

    await expect(failing).rejects.toBeInstanceOf(Nonconformance);
    expect(smaller).toBe(3);
  });

  test('stops at once, without shrinking, at an error that is no nonconformance', async () => {
    let calls = 0;
    const blocked = new CaseUndecided('blocked', { nl: 'weg', en: 'gone' });

    const failing = forAll(
      property(() => {
        calls += 1;
        return Promise.reject(blocked);
      }),
    );

    await expect(failing).rejects.toBe(blocked);
    expect(calls).toBe(1);
  });

  test('keeps the nonconformance when shrinking meets another error', async () => {
    let calls = 0;
    const failing = forAll(
      property(() => {
        calls += 1;
        return Promise.reject(calls === 1 ? nonconformance() : new TypeError('a bug'));
      }),
    );

    await expect(failing).rejects.toBeInstanceOf(Nonconformance);
    expect(calls).toBeGreaterThan(1);
  });

  test('gives up shrinking after the allowed number of attempts', async () => {
    let calls = 0;
    const failing = forAll({
      ...property(() => {
        calls += 1;
        return Promise.reject(nonconformance());
      }),
      arbitrary: fc.maxSafeNat(),
      shrinks: 5,
    });

    await expect(failing).rejects.toBeInstanceOf(Nonconformance);
    expect(calls).toBeLessThanOrEqual(7);
  });

  test('does not take an interrupted property for a passed one', async () => {
    const failing = forAll({
      ...property(() => new Promise((resolve) => setImmediate(resolve))),
      runs: 1_000_000,
      timeLimit: 20,
    });

    await expect(failing).rejects.toBeInstanceOf(Interrupted);
  });
});
