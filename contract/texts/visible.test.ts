import { describe, expect, test } from 'vitest';
import { jsonText } from './json-text.ts';
import { asBlock, asText, inLines, shortly, visible } from './visible.ts';

/** What a terminal, a reader's eye or a line of ours is moved by. */
const moving = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ...[0xad, 0x61c, 0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069],
  ...[0x34f, 0x115f, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xffff, 0xd800, 0xdfff, 0xe0001, 0xe0100, 0x1d173],
];

describe('visible', () => {
  test.each(moving.map((code) => [code.toString(16), String.fromCodePoint(code)]))(
    'writes U+%s as an escape, wherever it stands',
    (hex, character) => {
      const shown = visible(`voor${character}na`);

      expect(shown).toMatch(/^voor\\(?:[nrt]|u[0-9a-f]{4}|u\{[0-9a-f]+\})na$/);
      expect(shown.startsWith('voor\\u')).toBe(!['9', 'a', 'd'].includes(hex));
    },
  );

  test('leaves what is seen as it is', () => {
    const text = 'Ünïcöde €19 “ja” – \u{1f600} 漢字 C:\\map /*x*/ 12::34 #1 [a]';

    expect(visible(text)).toBe(text);
  });

  test.each(['::error::x', ' \u00a0::set-output name=a::b', '##[error]x', '##vso[task.x]y', '##teamcity[a b]'])(
    'takes the command out of %s, and leaves it to be read',
    (text) => {
      expect(visible(text)).not.toMatch(/^\s*::|##\w*\[/);
      expect(visible(`en toen ${text}`)).not.toMatch(/##\w*\[/);
      expect(visible(text).replace(/\\u(\w{4})/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))).toBe(
        text,
      );
    },
  );

  test.each([' '.repeat(300_000), '#'.repeat(300_000), ':'.repeat(300_000), ' ::'.repeat(100_000)])(
    'takes no more time than the text is long',
    (text) => {
      expect(visible(`${text}\u202e`).length).toBeGreaterThan(text.length);
    },
  );
});

test('a line that is too long is cut off', () => {
  expect(shortly('abc\ndef', 5)).toBe(String.raw`abc\n…`);
});

test('lines of ours stay lines, and those of others in them do not become any', () => {
  expect(inLines(['een', 'twee\ndrie', '::error::vier'])).toBe('een\ntwee\\ndrie\n\\u003a:error::vier');
});

test('a block is one text: each line of it but the first is indented', () => {
  expect(asBlock('een\r\n::error::twee\n\u001b[2Jdrie')).toBe('een\n  \\u003a:error::twee\n  \\u001b[2Jdrie');
});

test('a text keeps its lines and tabs, and nothing else that moves', () => {
  expect(asText('<a>\r\n\t<b>\u202e</b>\r\t::debug::x')).toBe('<a>\n\t<b>\\u202e</b>\\r\t\\u003a:debug::x');
});

describe('jsonText', () => {
  test('writes what JSON says, with nothing raw in it that is not seen', () => {
    const value = { [`sleutel${String.fromCodePoint(0x9b)}`]: moving.map((code) => String.fromCodePoint(code)) };
    const command = ['##vso[task.complete]', '##[error]'];

    const text = jsonText({ value, command }, 2);

    expect(JSON.parse(text)).toEqual({ value, command });
    expect(text.replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|##\w*\[/u,
    );
  });
});
