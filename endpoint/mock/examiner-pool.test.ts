import { expect, test } from 'vitest';
import type { Examination } from './examine.ts';
import { examinerPool } from './examiner-pool.ts';

const context = { today: '2024-03-01', oin: undefined, mandates: undefined };

/** Examiners that end when they are told to, by the text of their message; and a clock that is moved by hand. */
const stage = (most: number) => {
  const begun: string[] = [];
  const open = new Map<string, (failure?: Error) => void>();
  const started: (() => void)[] = [];
  const due: (() => void)[] = [];
  let closed = 0;
  const pool = examinerPool({
    make: () => ({
      examine: (message) =>
        new Promise((resolve, reject) => {
          const text = Buffer.from(message).toString();
          begun.push(text);
          open.set(text, (failure) => {
            if (failure === undefined) resolve({ kind: 'malformed', explanation: { nl: text, en: text } });
            else reject(failure);
          });
        }),
      warmUp: () =>
        new Promise((resolve) => {
          started.push(resolve);
        }),
      close: () => Promise.resolve(void (closed += 1)),
    }),
    most,
    largeBytes: 12,
    helpAfterMs: 50,
    later: (run) => void due.push(run),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    closed: () => closed,
    starting: () => started.length,
    send: (text: string): Promise<Examination> => pool.examine(Buffer.from(text), context),
    close: pool.close,
    /** What is being started is ready. */
    ready: async () => {
      for (const resolve of started.splice(0)) resolve();
      await settle();
    },
    /** Those that wait have waited long. */
    wait: async () => {
      for (const run of due.splice(0)) run();
      await settle();
    },
    end: async (text: string, failure?: Error) => {
      open.get(text)?.(failure);
      await settle();
    },
  };
};

test('one examiner does all while nothing takes long', async () => {
  const { send, ready, end, begun, wait, starting } = stage(3);
  const first = send('a');
  await ready();
  await end('a');
  void send('b');
  await end('b');
  await wait();

  expect(await first).toEqual({ kind: 'malformed', explanation: { nl: 'a', en: 'a' } });
  expect([begun, starting()]).toEqual([['a', 'b'], 0]);
});

test('a message that waits long gets another examiner, up to so many', async () => {
  const { send, ready, begun, wait, starting } = stage(3);
  await ready();
  for (const text of ['a', 'b', 'c', 'd', 'e']) void send(text);
  await wait();

  expect([begun, starting()]).toEqual([['a'], 2]);
  await ready();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('the smallest goes first, and none is overtaken for ever', async () => {
  const { send, ready, end, begun } = stage(1);
  await ready();
  void send('first');
  void send('large-large');
  void send('tiny');
  await end('first');
  expect(begun.at(-1)).toBe('tiny');

  for (let count = 0; count < 30; count += 1) {
    void send(`s${String(count)}`);
    const last = begun.at(-1) ?? '';
    await end(last);
  }
  expect(begun.indexOf('large-large')).toBeGreaterThan(2);
  expect(begun.indexOf('large-large')).toBeLessThan(25);
});

test('large messages go through the first examiner, one at a time, and the rest through the others', async () => {
  const { send, ready, end, wait, begun } = stage(2);
  await ready();
  void send('large, the first');
  void send('a');
  await wait();
  await ready();
  void send('large, the second');
  void send('b');
  expect(begun).toEqual(['large, the first', 'a']);

  await end('a');
  expect(begun.at(-1)).toBe('b');
  await end('b');
  expect(begun).toHaveLength(3);
  await end('large, the first');
  expect(begun.at(-1)).toBe('large, the second');
});

test('messages of one size keep their order', async () => {
  const { send, ready, end, begun } = stage(1);
  await ready();
  for (const text of ['1', '2', '3', '4']) void send(text);
  for (const text of ['1', '2', '3']) await end(text);

  expect(begun).toEqual(['1', '2', '3', '4']);
});

test('an examiner that failed is started again before it gets another message', async () => {
  const { send, ready, end, begun, starting } = stage(1);
  await ready();
  const failing = send('a');
  void send('b');
  const failure = new Error('stuck');
  const told = expect(failing).rejects.toBe(failure);
  await end('a', failure);
  await told;

  expect([begun, starting()]).toEqual([['a'], 1]);
  await ready();
  expect(begun).toEqual(['a', 'b']);
});

test('closing closes all, and starts none', async () => {
  const { send, ready, wait, close, closed, starting } = stage(3);
  await ready();
  void send('a');
  void send('b');
  await wait();
  await close();
  await wait();

  expect([closed(), starting()]).toEqual([2, 1]);
});
