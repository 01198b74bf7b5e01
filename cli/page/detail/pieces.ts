/** A part of one line that has a number; of a length of 0 where it is a place alone. */
export interface LineSpan {
  readonly number: number;
  /** From 1, in characters; 0 where only the line is known. */
  readonly column: number;
  readonly length: number;
}

/** A piece of a line: text with the numbers that begin at it and whether it is marked, or how many characters are left out. */
export type Piece =
  | { readonly text: string; readonly begins: readonly number[]; readonly isMarked: boolean }
  | { readonly left: number };

/** Characters of a line that is shown whole; of a longer one its beginning and end, and what stands around each mark. */
const bounds = { whole: 2000, beginning: 600, end: 100, around: 150, mark: 400 };

/** A line in pieces, bounded in length. */
export const piecesOf = (source: string, spans: readonly LineSpan[]): readonly Piece[] => {
  const characters = source.length <= bounds.whole || spans.length > 0 ? Array.from(source) : undefined;
  if (characters === undefined) return unmarked(source);
  const inside = spans.map((span) => within(span, characters.length));
  const shown = characters.length <= bounds.whole ? [{ from: 0, to: characters.length }] : windows(characters, inside);
  const pieces = shown.flatMap(({ from, to }, index): readonly Piece[] => {
    const before = from - (shown[index - 1]?.to ?? 0);
    return [...(before > 0 ? [{ left: before }] : []), ...cut(characters, { from, to }, inside)];
  });
  const after = characters.length - (shown.at(-1)?.to ?? 0);
  return after > 0 ? [...pieces, { left: after }] : pieces;
};

const unmarked = (source: string): readonly Piece[] => [
  { text: source.slice(0, bounds.beginning).toWellFormed(), begins: [], isMarked: false },
  { left: source.length - bounds.beginning - bounds.end },
  { text: source.slice(-bounds.end).toWellFormed(), begins: [], isMarked: false },
];

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Numbered extends Range {
  readonly number: number;
}

/** A line whose column is unknown is marked whole. */
const within = ({ number, column, length }: LineSpan, all: number): Numbered => {
  const from = Math.min(Math.max(0, column - 1), all);
  const to = column === 0 ? all : Math.min(all, from + length);
  return { number, from, to: Math.min(to, from + bounds.mark) };
};

const windows = ({ length }: readonly string[], spans: readonly Range[]): readonly Range[] => {
  const wanted = [
    { from: 0, to: bounds.beginning },
    ...spans.map(({ from, to }) => ({
      from: Math.max(0, from - bounds.around),
      to: Math.min(length, to + bounds.around),
    })),
    { from: length - bounds.end, to: length },
  ].toSorted((one, other) => one.from - other.from);
  return wanted.reduce<readonly Range[]>((joined, next) => {
    const last = joined.at(-1);
    if (last === undefined || next.from > last.to) return [...joined, next];
    return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
  }, []);
};

/** Cuts at each begin and end of a span, so that spans may overlap. */
const cut = (characters: readonly string[], { from, to }: Range, spans: readonly Numbered[]): readonly Piece[] => {
  const inside = spans.flatMap((span) => [span.from, span.to]).filter((at) => at > from && at < to);
  const ends = [...new Set([from, ...inside, to])].toSorted((one, other) => one - other);
  const pieces = ends.slice(1).map((end, index): Piece => {
    const start = ends[index] ?? from;
    return {
      text: characters.slice(start, end).join(''),
      begins: spans.flatMap((span) => (span.from === start ? [span.number] : [])),
      isMarked: spans.some((span) => span.from <= start && span.to >= end),
    };
  });
  const behind = to < characters.length ? [] : spans.flatMap((span) => (span.from === to ? [span.number] : []));
  return behind.length === 0 ? pieces : [...pieces, { text: '', begins: behind, isMarked: true }];
};
