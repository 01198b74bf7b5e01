import { describe, expect, test } from 'vitest';
import { type ExcerptLine, excerptOf } from './excerpt.ts';
import { type Piece, piecesOf } from './pieces.ts';

const written = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if ('left' in piece) return `…${String(piece.left)}…`;
      const text = piece.isMarked ? `{${piece.text}}` : piece.text;
      return piece.begins.map((number) => `[${String(number)}]`).join('') + text;
    })
    .join('');

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + ('left' in piece ? piece.left : Array.from(piece.text).length), 0);

describe('pieces of a line', () => {
  test.each([
    ['abcdef', [{ number: 1, column: 2, length: 3 }], 'a[1]{bcd}ef'],
    ['a😀cdef', [{ number: 1, column: 3, length: 2 }], 'a😀[1]{cd}ef'],
    ['abcdef', [{ number: 1, column: 0, length: 0 }], '[1]{abcdef}'],
    ['abc', [{ number: 1, column: 4, length: 1 }], 'abc[1]{}'],
    ['abc', [{ number: 1, column: 99, length: 1 }], 'abc[1]{}'],
    ['abc', [{ number: 1, column: 2, length: 0 }], 'a[1]bc'],
    ['', [{ number: 1, column: 1, length: 1 }], '[1]{}'],
    ['', [], ''],
  ])('of %j with %j', (source, spans, expected) => {
    expect(written(piecesOf(source, spans))).toBe(expected);
  });

  test('bear all that is found at one place, and what overlaps', () => {
    const spans = [
      { number: 1, column: 2, length: 3 },
      { number: 2, column: 2, length: 3 },
      { number: 3, column: 3, length: 4 },
    ];

    expect(written(piecesOf('abcdefgh', spans))).toBe('a[1][2]{b}[3]{cd}{ef}gh');
  });

  test.each([
    [[]],
    [[{ number: 1, column: 500_000, length: 5 }]],
    [[{ number: 1, column: 1, length: 999_999 }]],
    [[{ number: 1, column: 1_000_000, length: 9 }]],
  ])('are few of a very long line, and tell all that is left out: %j', (spans) => {
    const pieces = piecesOf('x'.repeat(1_000_000), spans);

    expect(lengthOf(pieces)).toBe(1_000_000);
    expect(written(pieces).length).toBeLessThan(1500);
  });
});

describe('excerpts', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `regel ${String(index + 1)}`).join('\r\n');
  const covered = (lines: readonly ExcerptLine[]): number =>
    lines.reduce((sum, line) => sum + ('left' in line ? line.left : 1), 0);

  test('show a short text whole', () => {
    expect(excerptOf('a\nb\r\nc', [])).toHaveLength(3);
    expect(excerptOf('a\nb\n', [])).toHaveLength(2);
    expect(excerptOf('a\n', [{ number: 1, line: 2, column: 1, length: 1 }])).toHaveLength(2);
  });

  test('show the lines around each mark of a long one, and tell how many they leave out', () => {
    const lines = excerptOf(many, [{ number: 1, line: 50_000, column: 1, length: 5 }]);

    expect(covered(lines)).toBe(100_000);
    expect(lines.length).toBeLessThan(60);
    expect(lines).toContainEqual({
      line: 50_000,
      pieces: [
        { text: 'regel', begins: [1], isMarked: true },
        { text: ' 50000', begins: [], isMarked: false },
      ],
    });
  });

  test('show the beginning of a long text without marks', () => {
    const lines = excerptOf(many, []);

    expect([covered(lines), lines.at(-1)]).toEqual([100_000, { left: 99_800 }]);
  });
});
