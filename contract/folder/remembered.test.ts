import { expect, test, vi } from 'vitest';
import { rememberedBy } from './remembered.ts';

const filesWith = (text: string) => new Map([['a', new TextEncoder().encode(text)]]);

test('what was made of a folder is given again until a byte, a name or what it is for changes', () => {
  const remembered = rememberedBy<number>();
  let made = 0;
  const make = (): number => (made += 1);

  const first = remembered(['folder'], filesWith('one'), make);

  expect(remembered(['folder'], filesWith('one'), make)).toBe(first);
  expect(remembered(['folder'], filesWith('two'), make)).toBe(2);
  expect(remembered(['other'], filesWith('one'), make)).toBe(3);
  expect(remembered(['folder'], new Map([['b', new TextEncoder().encode('one')]]), make)).toBe(4);
});

test('the folder that was not asked for the longest is forgotten', () => {
  const remembered = rememberedBy<string>();
  const make = vi.fn(() => '');
  for (let index = 0; index < 9; index += 1) remembered([String(index)], filesWith(''), make);

  remembered(['8'], filesWith(''), make);
  expect(make).toHaveBeenCalledTimes(9);
  remembered(['0'], filesWith(''), make);
  expect(make).toHaveBeenCalledTimes(10);
});
