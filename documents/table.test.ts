import { expect, test } from 'vitest';
import { createTable } from './table.ts';

const counting = () => {
  let made = 0;
  return () => (made += 1);
};

test('a value is made once for each owner and key', () => {
  const [table, make] = [createTable<string, number>(), counting()];
  const [one, other] = [{}, {}];

  expect([table(one, 'a', make), table(one, 'b', make), table(other, 'a', make)]).toEqual([1, 2, 3]);
  expect([table(one, 'a', make), table(one, 'b', make), table(other, 'a', make)]).toEqual([1, 2, 3]);
});

test('a value may be undefined', () => {
  const [table, owner] = [createTable<string, undefined>(), {}];
  let asked = 0;
  const none = (): undefined => {
    asked += 1;
  };
  table(owner, 'a', none);
  table(owner, 'a', none);

  expect(asked).toBe(1);
});

test('of an owner with more values than are kept, the one made first is made again', () => {
  const [table, make, owner] = [createTable<string, number>(2), counting(), {}];
  const ask = (...keys: readonly string[]): readonly number[] => keys.map((key) => table(owner, key, make));

  expect(ask('a', 'b', 'a', 'c', 'b', 'a')).toEqual([1, 2, 1, 3, 2, 4]);
});
