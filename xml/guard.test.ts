import { afterAll, describe, expect, test } from 'vitest';
import { GuardCrash, GuardFailure, GuardTimeout } from './guard-error.ts';
import { guarded, type Guard } from './guard.ts';

/** A worker module as its text. */
const worker = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

const functions = worker(`
  import { isMainThread } from 'node:worker_threads';
  export const start = (setup) => {
    let calls = 0;
    return {
      add: (one, other) => one + other + setup,
      later: async (value) => value,
      count: () => (calls += 1),
      length: (bytes) => bytes.length,
      where: () => isMainThread,
      rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms, 'rested')),
      loop: () => { for (;;); },
      fail: () => { throw new RangeError('no such thing'); },
      trap: () => { throw new WebAssembly.RuntimeError('unreachable'); },
      leave: () => process.exit(7),
      leaveLater: () => { setTimeout(() => process.exit(7), 20); },
      crash: () => { setTimeout(() => { throw new Error('too late'); }, 0); return new Promise(() => undefined); },
    };
  };
`);

const open: Guard[] = [];
const guard = (module: URL, deadlineMs = 2000, setup: unknown = 0): Guard => {
  const one = guarded(module, { deadlineMs, setup });
  open.push(one);
  return one;
};

afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
});

describe('guarded', () => {
  const one = guard(functions, 2000, 100);

  test('calls a function in another thread and gives its result', async () => {
    expect(await one.call('add', 1, 2)).toBe(103);
    expect(await one.call('later', { a: [1] })).toEqual({ a: [1] });
    expect(await one.call('length', new Uint8Array(5))).toBe(5);
    expect(await one.call('where')).toBe(false);
  });

  test('runs calls one after another in one worker', async () => {
    const first = Number(await one.call('count'));

    expect(await Promise.all([one.call('count'), one.call('count'), one.call('count')])).toEqual([
      first + 1,
      first + 2,
      first + 3,
    ]);
  });

  test('passes on what a function throws, and keeps the worker', async () => {
    const before = Number(await one.call('count'));
    const failure = one.call('fail');

    await expect(failure).rejects.toBeInstanceOf(GuardFailure);
    await expect(failure).rejects.toMatchObject({ thrown: 'RangeError', message: 'no such thing' });
    await expect(one.call('nothing')).rejects.toThrow('no function nothing in the worker');
    expect(await one.call('count')).toBe(before + 1);
  });

  test('stops a call past its deadline and starts anew', async () => {
    const short = guard(functions, 300);
    await short.call('count');
    const endless = short.call('loop');
    const next = short.call('count');

    await expect(endless).rejects.toBeInstanceOf(GuardTimeout);
    await expect(endless).rejects.toThrow('the call of loop took more than 300 ms');
    expect(await next).toBe(1);
  });

  test.each(['trap', 'leave', 'crash'])('starts anew after a worker that ends by %s', async (name) => {
    await one.call('count');

    await expect(one.call(name)).rejects.toBeInstanceOf(GuardCrash);
    expect(await one.call('count')).toBe(1);
  });

  test('starts anew after a worker that ends between calls', async () => {
    await one.call('leaveLater');
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(await one.call('count')).toBe(1);
  });

  test('tells why a worker does not start, each time', async () => {
    const broken = guard(worker('export const start = () => { throw new TypeError("no setup"); };'));

    await expect(broken.call('add')).rejects.toMatchObject({ name: 'GuardFailure', message: 'no setup' });
    await expect(broken.call('add')).rejects.toMatchObject({ name: 'GuardFailure', message: 'no setup' });
    await expect(guard(worker('export const other = 1;')).call('add')).rejects.toThrow('exports no start(setup)');
    await expect(guard(worker('export const start = () => ({')).call('add')).rejects.toMatchObject({
      thrown: 'SyntaxError',
    });
  });

  test('a call that works on is stopped for its CPU, and one that waits is not', async () => {
    const patient = guarded(functions, { deadlineMs: 60, patienceMs: 3000, setup: 0 });
    open.push(patient);

    await expect(patient.call('loop')).rejects.toThrow(GuardTimeout);
    expect(await patient.call('rest', 200)).toBe('rested');
  });

  test('a worker that never gets ready is given up', async () => {
    const stuck = guarded(worker('export const start = () => { for (;;); };'), { deadlineMs: 50, startMs: 200 });

    await expect(stuck.call('add')).rejects.toThrow('starting the worker took more than 200 ms');
    await stuck.close();
  });

  test('refuses calls after it is closed, and ends those under way', async () => {
    const closing = guard(functions, 60_000);
    await closing.call('count');
    const endless = closing.call('loop');
    const waiting = closing.call('count');
    const both = Promise.allSettled([endless, waiting]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await closing.close();

    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(closing.call('add')).rejects.toThrow("can't call add: the guard is closed");
  });
});
