import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const layers: unknown = await import(join(root, '.dependency-cruiser.js'));
const rules = v.parse(v.object({ below: v.record(v.string(), v.array(v.string())) }), layers).below;

/** The rows of the table of rooms: each with what it may import, in words. */
const rows = (): readonly { readonly room: string; readonly said: string }[] =>
  readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, room, said] = /^\| `([\w/]+)\/` *\|.*\| *([^|]+?) *\|$/.exec(line) ?? [];
      return room === undefined || said === undefined ? [] : [{ room, said }];
    });

/** What the words mean, as the layer rules have it. */
const importsOf = (room: string, said: string): readonly string[] => {
  const rooms = rows().map((row) => row.room);
  const whole = (names: readonly string[]): readonly string[] => names.filter((name) => !name.includes('/'));
  if (said === '–') return [];
  if (said === 'all above') return whole(rooms.slice(0, rooms.indexOf(room)));
  if (said === 'everything') return whole(rooms).filter((name) => name !== room && name in rules);
  return said.split(', ');
};

test('the table of rooms says what the layer rules let each of them import', () => {
  const told = rows().filter(({ room }) => room !== 'test');

  expect(told.map(({ room }) => room).sort()).toEqual(Object.keys(rules).sort());
  expect(Object.fromEntries(told.map(({ room, said }) => [room, [...importsOf(room, said)].sort()]))).toEqual(
    Object.fromEntries(Object.entries(rules).map(([room, may]) => [room, [...may].sort()])),
  );
});
