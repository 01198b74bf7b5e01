import { expect, test } from 'vitest';
import { type BodyRoom, createBodyRoom } from './body-room.ts';

const bounds = { requests: 4, bytes: 100, small: 10 };

/** Opens places by name, and tells which were given up. */
const opened = (room: BodyRoom) => {
  const gone: string[] = [];
  const open = (name: string) => room.open(() => gone.push(name));
  return { gone, open };
};

test('the largest body that is still coming in makes way', () => {
  const { gone, open } = opened(createBodyRoom(bounds));
  const [slow, large, honest] = [open('slow'), open('large'), open('honest')];
  slow?.take(30);
  large?.take(60);
  honest?.take(11);

  expect(gone).toEqual(['large']);
  honest?.take(50);
  expect(gone).toEqual(['large']);
});

test('a whole body and a small one stay', () => {
  const { gone, open } = opened(createBodyRoom(bounds));
  const [whole, small] = [open('whole'), open('small')];
  whole?.take(100);
  whole?.settle();
  small?.take(10);

  expect(gone).toEqual([]);
  small?.take(1);
  expect(gone).toEqual(['small']);
});

test('room comes back when a request is answered', () => {
  const { gone, open } = opened(createBodyRoom(bounds));
  for (const name of ['one', 'two', 'three']) {
    const place = open(name);
    place?.take(100);
    place?.settle();
    place?.leave();
    place?.leave();
  }
  open('four')?.take(100);

  expect(gone).toEqual([]);
});

test('one that was given up takes no more', () => {
  const { gone, open } = opened(createBodyRoom(bounds));
  const endless = open('endless');
  for (let count = 0; count < 50; count += 1) endless?.take(20);
  open('other')?.take(100);

  expect(gone).toEqual(['endless']);
});

test('there are so many requests at most', () => {
  const { open } = opened(createBodyRoom(bounds));
  const places = ['a', 'b', 'c', 'd'].map(open);

  expect(open('e')).toBeUndefined();
  places[0]?.leave();
  expect(open('f')).toBeDefined();
});

test('an answer takes the place of a body, and makes way when it is the largest that nobody takes', () => {
  const { gone, open } = opened(createBodyRoom(bounds));
  const [asking, honest] = [open('asking'), open('honest')];
  asking?.take(100);
  asking?.settle();
  asking?.hand(90, () => gone.push('answer'));
  honest?.take(10);
  expect(gone).toEqual([]);

  honest?.take(10);
  expect(gone).toEqual(['answer']);
});
