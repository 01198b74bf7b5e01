import { expect, test } from 'vitest';
import { type ConnectionBounds, createConnectionRoom } from './connection-room.ts';

const bounds: ConnectionBounds = { connections: 4, young: { connections: 1, ms: 1000 }, requests: 2 };

/** A room with a clock that is moved by hand; `gone` tells who was made to go. */
const opened = () => {
  const gone: string[] = [];
  let time = 0;
  const room = createConnectionRoom(bounds, () => time);
  return {
    gone,
    enter: (name: string) => room.enter(() => gone.push(name)),
    pass: (ms: number) => (time += ms),
  };
};

test('the one that has been idle longest makes way', () => {
  const { enter, gone } = opened();
  enter('reading').ask();
  for (const name of ['a', 'b', 'c']) enter(name);
  expect(gone).toEqual([]);

  for (const name of ['d', 'e', 'f']) enter(name);
  expect(gone).toEqual(['a', 'b', 'c']);
});

test('then the one whose request has been waited for longest', () => {
  const { enter, gone } = opened();
  for (const name of ['a', 'b', 'c', 'd']) enter(name).ask();
  enter('e').ask();
  enter('f').ask();

  expect(gone).toEqual(['a', 'b']);
});

test('one that is being served stays, and when all are, the new one goes', () => {
  const { enter, gone } = opened();
  const requests = ['a', 'b', 'c', 'd'].map((name) => enter(name).ask());
  for (const request of requests) request?.serve();
  enter('e').leave();
  expect(gone).toEqual(['e']);

  requests[1]?.hand();
  enter('f');
  expect(gone).toEqual(['e', 'b']);
});

test('an answer that is not taken makes its connection one that is waited for', () => {
  const { enter, gone } = opened();
  const request = enter('a').ask();
  for (const name of ['b', 'c', 'd']) enter(name).ask();
  request?.serve();
  request?.hand();
  enter('e').ask();
  enter('f').ask();
  enter('g').ask();
  enter('h').ask();

  expect(gone).toEqual(['b', 'c', 'd', 'a']);
});

test('an answered one is idle again, with the last request that ends', () => {
  const { enter, gone } = opened();
  const connection = enter('a');
  const [first, second] = [connection.ask(), connection.ask()];
  for (const name of ['b', 'c', 'd']) enter(name).ask();
  first?.end();
  enter('e').ask();
  expect(gone).toEqual(['a']);

  second?.end();
  second?.serve();
  enter('f').ask();
  expect(gone).toEqual(['a', 'b']);
});

test('few that have just come are spared', () => {
  const { enter, gone, pass } = opened();
  for (const name of ['a', 'b', 'c']) enter(name).ask();
  enter('shaking hands');
  enter('d').ask();
  pass(999);
  enter('e').ask();
  expect(gone).toEqual(['a', 'b']);

  pass(1);
  enter('f').ask();
  expect(gone).toEqual(['a', 'b', 'shaking hands']);
});

test('who leaves makes room, and ends what is open', async () => {
  const { enter, gone } = opened();
  const [a] = ['a', 'b', 'c', 'd'].map(enter);
  const request = a?.ask();
  a?.leave();
  enter('e');

  await request?.ended;
  expect(gone).toEqual([]);
});

test('so many requests are open on one connection at most', () => {
  const { enter } = opened();
  const connection = enter('a');
  const first = connection.ask();
  connection.ask();

  expect(connection.ask()).toBeUndefined();
  first?.end();
  expect(connection.ask()).toBeDefined();
});
