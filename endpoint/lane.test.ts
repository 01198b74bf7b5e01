import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { body, closing, listen, ok } from '../test/samples/peer.ts';
import { idleLimit } from './idle-limit.ts';
import { type Lane, type LaneSetup, openLane } from './lane.ts';
import { type Outcome, transmit } from './transport.ts';

afterEach(() => {
  vi.useRealTimers();
});

const laneTo = (url: string, connector: LaneSetup['connector']): Lane => {
  const { origin } = new URL(url);
  const lane = openLane({ origin, headersMs: 1000, bodyMs: 1000, connector, idle: idleLimit(true) });
  closing.push(() => lane.client.destroy());
  return lane;
};

const send = (lane: Lane): Promise<Outcome> =>
  transmit(
    lane,
    { method: 'POST', path: '/', headers: {}, body, chunked: false, onSent: undefined, signal: undefined },
    { totalMs: 5000, maxResponseBytes: 1000 },
  );

test.each([
  [2000, true],
  [10, undefined],
])(
  'a peer that gives up a connection that took %i milliseconds to open may have done so before: %s',
  async (milliseconds, reused) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { url, port } = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const lane = laneTo(url, (_, done) => {
      const socket = connect({ host: '127.0.0.1', port }, () => {
        vi.advanceTimersByTime(milliseconds);
        done(null, socket);
      });
    });

    const outcome = await send(lane);

    expect('failure' in outcome && [outcome.failure.kind, outcome.failure.reused]).toEqual(['reset', reused]);
  },
);

test('a connection is used again within half the time that the peer says it keeps it', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let connections = 0;
  const { url, port } = await listen((socket) => {
    connections += 1;
    socket.on('data', () => socket.write(ok('x', 'Keep-Alive: timeout=15, max=10\r\n')));
  });
  const lane = laneTo(url, (_, done) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      done(null, socket);
    });
  });
  const opened: number[] = [];

  for (const idleMs of [0, 7000, 8000]) {
    vi.advanceTimersByTime(idleMs);
    expect(await send(lane)).toHaveProperty('response.status', 200);
    opened.push(connections);
  }

  expect(opened).toEqual([1, 1, 2]);
});
