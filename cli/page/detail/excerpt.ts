import { type LineSpan, type Piece, piecesOf } from './pieces.ts';

/** What is marked in a text: its number, and where it is; columns count characters from 1. */
export interface Mark extends LineSpan {
  readonly line: number;
}

/** A line of a text, or how many lines are left out. */
export type ExcerptLine = { readonly line: number; readonly pieces: readonly Piece[] } | { readonly left: number };

/** Characters of a text that is shown whole, and of what else is shown the lines around each mark and at its beginning. */
const bounds = { whole: 20_000, around: 3, beginning: 40, beginningUnmarked: 200 };

/** The lines of a text that are worth reading: all of a short one, those around the marks of a long one. */
export const excerptOf = (text: string, marks: readonly Mark[]): readonly ExcerptLine[] => {
  const lines = linesOf(text, marks);
  const wanted = text.length <= bounds.whole ? undefined : wantedLines(marks);
  const shown: ExcerptLine[] = [];
  let last = 0;
  for (const [index, source] of lines.entries()) {
    const line = index + 1;
    if (wanted?.has(line) === false) continue;
    if (line - last > 1) shown.push({ left: line - last - 1 });
    const own = marks.filter((mark) => mark.line === line);
    shown.push({ line, pieces: piecesOf(source, own) });
    last = line;
  }
  return last < lines.length ? [...shown, { left: lines.length - last }] : shown;
};

/** What comes behind the last line end is a line only where there is anything. */
const linesOf = (text: string, marks: readonly Mark[]): readonly string[] => {
  const lines = text.split(/\r\n|\r|\n/);
  const isEmpty = lines.length > 1 && lines.at(-1) === '' && !marks.some(({ line }) => line === lines.length);
  return isEmpty ? lines.slice(0, -1) : lines;
};

const wantedLines = (marks: readonly Mark[]): ReadonlySet<number> => {
  const beginning = marks.length === 0 ? bounds.beginningUnmarked : bounds.beginning;
  const { around } = bounds;
  return new Set([...upTo(1, beginning), ...marks.flatMap(({ line }) => upTo(line - around, line + around))]);
};

const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
