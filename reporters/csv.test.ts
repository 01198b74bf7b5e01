import { expect, test } from 'vitest';
import { csv } from './csv.ts';

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '−'] as const;
const before = ['', ' ', '  ', '\u00a0', ',', ', ', ';', '"', '" ', "'", '|', 'x,', 'x; ', 'x '] as const;

test.each(signs)('a cell with %s where a formula can start has an apostrophe before it', (sign) => {
  for (const start of before) {
    const [cell = ''] = csv([[`${start}${sign}cmd|' /C calc'!A0`]]).split('\r\n');

    expect(cell.replaceAll('""', '"')).toContain(`'${sign}cmd`);
    expect(cell).not.toMatch(/(?:^|[\s",;|])[=+\-@＝＋－＠﹢−]/u);
  }
});

test('numbers, days and addresses stay as they are', () => {
  const cells = ['2026-0001', '2026-11-23T09:00:00.000Z', 'https://x.example/a-b?c=d+e@f', 'a@b'];

  expect(csv([cells])).toBe(`${cells.join(';')}\r\n`);
});

test('a cell holds no line break or tab, whatever it was given, and quotes are doubled', () => {
  expect(csv([['a\r\nb\t=1', 'zegt "ja"; nee', 'een, twee']])).toBe(
    `${String.raw`a\r\nb\t=1`};"zegt ""ja""; nee";"een, twee"\r\n`,
  );
});
