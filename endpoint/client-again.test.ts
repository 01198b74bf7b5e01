import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { answering, body, clientOf, failureIn, listen, ok, responseIn, text } from '../test/samples/peer.ts';

/** A clock that passes only by its waits, which it remembers. */
const waitingClock = (): Clock & { readonly waits: readonly number[] } => {
  let time = Date.parse('2026-11-29T12:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
};

/** Requests that a peer was sent, by the method. */
const countOf = (heard: string, method: string): number => heard.split(`${method} /`).length - 1;

describe('interim answers that nobody asked for', () => {
  const interim = ['HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 102 Processing\r\nX: 1\r\n\r\n', 'HTTP/1.1 103 \r\n\r\n'];

  test.each([...interim, interim.join('')])('%j are passed over', async (before) => {
    const { url } = await listen(answering(before + ok('eerste')));
    const client = clientOf({ url });

    const answers = [await client.send({ body }), await client.send({ body })];

    expect(answers.map((one) => text(responseIn(one).body))).toEqual(['eerste', 'eerste']);
  });

  test('are passed over that come byte by byte, before the body is there', async () => {
    const { url } = await listen((socket) => {
      socket.setNoDelay(true);
      socket.once('data', () => {
        const bytes = [...(interim[0] ?? ''), ...ok('traag')];
        const drip = setInterval(() => {
          const next = bytes.shift();
          if (next === undefined) clearInterval(drip);
          else socket.write(next);
        }, 1);
      });
    });

    expect(text(responseIn(await clientOf({ url }).send({ body })).body)).toBe('traag');
  });

  test.each(['HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 100 Cont', 'HTTP/1.1 1'])(
    'do not make an answer of %j',
    async (only) => {
      const { url } = await listen((socket) => socket.once('data', () => socket.end(only)));

      expect(['reset', 'truncated']).toContain(failureIn(await clientOf({ url }).send({ body })).kind);
    },
  );

  test('that never end are no answer', async () => {
    const { url } = await listen((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        const drip = setInterval(() => socket.write(interim[0] ?? ''), 10);
        socket.once('close', () => {
          clearInterval(drip);
        });
      });
    });

    expect(failureIn(await clientOf({ url }).send({ body })).kind).toBe('timeout');
  });
});

describe('a connection that the peer closes without notice', () => {
  /** After its first answer a connection ends so many milliseconds later, or only once it is used again. */
  const ending =
    (afterMs: number | 'used') =>
    (socket: Socket): void => {
      socket.once('data', () => {
        if (afterMs === 0) socket.end(ok('x'));
        else socket.write(ok('x'));
        if (afterMs === 'used') socket.once('data', () => socket.resetAndDestroy());
        else setTimeout(() => socket.end(), afterMs);
      });
    };

  test.each([0, 3])('after %i milliseconds costs a fresh one and no failure', async (afterMs) => {
    const { url, heard } = await listen(ending(afterMs));
    const client = clientOf({ url, connections: 2 });

    const exchanges = await Promise.all(Array.from({ length: 12 }, () => client.send({ body })));

    expect(exchanges.map((one) => responseIn(one).status)).toEqual(Array(12).fill(200));
    expect(countOf(heard(), 'POST')).toBe(12);
  });

  test('only when it is used again is lost once for a delivery, which is not sent twice', async () => {
    const { url, heard } = await listen(ending('used'));
    const client = clientOf({ url });
    const outcomes: string[] = [];

    for (let index = 0; index < 5; index += 1) {
      const { outcome } = await client.send({ body });
      outcomes.push('response' in outcome ? 'answered' : `${outcome.failure.kind} ${String(outcome.failure.reused)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    expect(outcomes).toEqual(['answered', 'reset true', 'answered', 'answered', 'answered']);
    expect(countOf(heard(), 'POST')).toBe(5);
  });

  test.each(['GET', 'POST'] as const)('is no failure of a %s that may arrive twice', async (method) => {
    const { url } = await listen(ending('used'));
    const client = clientOf({ url });
    const request = method === 'GET' ? { method } : { body, isRepeatable: true };

    await client.send(request);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const again = await client.send(request);

    expect(responseIn(again).status).toBe(200);
    expect(again.earlier).toMatchObject([{ waitedMs: 0 }]);
  });
});

test('a connection that this client ends itself, as after a DELETE, says nothing of the next ones', async () => {
  let connections = 0;
  const { url } = await listen((socket) => {
    connections += 1;
    answering(ok('x'))(socket);
  });
  const client = clientOf({ url });

  for (const method of ['POST', 'DELETE', 'POST', 'POST', 'POST'] as const) await client.send({ method, body });

  expect(connections).toBe(2);
});

test('a request of which nothing left is sent again, once, and counts in no limit', async () => {
  const { port, heard } = await listen((socket) => socket.resetAndDestroy());
  const client = clientOf({ url: `https://127.0.0.1:${String(port)}/`, budget: 1 });

  const first = await client.send({ body });
  const second = await client.send({ body });

  expect([first, second].map((one) => [failureIn(one).kind, failureIn(one).unsent])).toEqual([
    ['reset', true],
    ['reset', true],
  ]);
  expect(first.earlier).toHaveLength(1);
  expect(client.counts).toMatchObject({ sent: 0, failed: 4, bytesSent: 0 });
  expect(heard()).not.toContain('POST');
});

describe('an endpoint that asks to wait', () => {
  /** Answers each request with the next of these, and the last for ever. */
  const inTurn = (...answers: readonly string[]) => {
    let index = 0;
    return (socket: Socket): void => {
      socket.on('data', () => {
        socket.write(answers[Math.min(index, answers.length - 1)] ?? '');
        index += 1;
      });
    };
  };
  const busy = (status: number, headers: string): string =>
    ok('druk', headers).replace('200 OK', `${String(status)} x`);

  test.each([
    [429, 'Retry-After: 7\r\n', 7000],
    [503, 'Retry-After: 0\r\n', 0],
    [503, 'Retry-After: Sun, 29 Nov 2026 12:00:30 GMT\r\n', 30_000],
    [429, 'Date: Sun, 29 Nov 2026 09:00:00 GMT\r\nRetry-After: Sun, 29 Nov 2026 09:00:05 GMT\r\n', 5000],
    [429, 'Retry-After: Sun, 29 Nov 2026 11:00:00 GMT\r\n', 0],
  ])('by %i with %j is waited for', async (status, headers, waitedMs) => {
    const { url } = await listen(inTurn(busy(status, headers), ok('ja')));
    const clock = waitingClock();
    const client = clientOf({ url, clock, budget: 2 });

    const exchange = await client.send({ body });

    expect(text(responseIn(exchange).body)).toBe('ja');
    expect(exchange.earlier).toEqual([{ status, waitedMs }]);
    expect(clock.waits).toEqual(waitedMs === 0 ? [] : [waitedMs]);
    expect(failureIn(await client.send({ body })).kind).toBe('budget');
  });

  test.each([
    [429, ''],
    [429, 'Retry-After: straks\r\n'],
    [503, 'Retry-After: 3600\r\n'],
    [500, 'Retry-After: 1\r\n'],
    [301, 'Retry-After: 1\r\n'],
  ])('by %i with %j is not', async (status, headers) => {
    const { url } = await listen(answering(busy(status, headers)));
    const clock = waitingClock();

    const exchange = await clientOf({ url, clock }).send({ body });

    expect(responseIn(exchange).status).toBe(status);
    expect(exchange.earlier).toBeUndefined();
    expect(clock.waits).toEqual([]);
  });

  test('again and again is waited for five times a request and ten minutes in all', async () => {
    const { url, heard } = await listen(answering(busy(429, 'Retry-After: 60\r\n')));
    const clock = waitingClock();
    const client = clientOf({ url, clock });

    const exchanges = [await client.send({ body }), await client.send({ body }), await client.send({ body })];

    expect(exchanges.map(({ earlier = [] }) => earlier.length)).toEqual([5, 5, 0]);
    expect(clock.waits).toEqual(Array(10).fill(60_000));
    expect(countOf(heard(), 'POST')).toBe(13);
  });

  test('has every other request wait as well', async () => {
    const { url } = await listen(inTurn(busy(429, 'Retry-After: 9\r\n'), ok('ja')));
    const clock = waitingClock();
    const client = clientOf({ url, clock });

    await client.send({ body });
    const next = await client.send({ body });

    expect(responseIn(next).status).toBe(200);
    expect(clock.waits).toEqual([9000]);
  });

  test('is not waited for past the budget', async () => {
    const { url } = await listen(answering(busy(429, 'Retry-After: 1\r\n')));

    expect(responseIn(await clientOf({ url, clock: waitingClock(), budget: 1 }).send({ body })).status).toBe(429);
  });
});
