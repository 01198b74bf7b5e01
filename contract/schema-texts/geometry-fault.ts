/** What is wrong with a text that is to be well-known text (OGC 06-103r4, chapter 7) in two dimensions. */
export interface GeometryFault {
  readonly kind: GeometryFaultKind;
  /** Where, in characters from 1; of what is missing at the end, that of the last thing before it. */
  readonly at: number;
  /** What stands there. */
  readonly part: string;
  /** The part with what stands before it, as far as it takes to occur once. */
  readonly mark: string;
}

/** Mistakes in a text as a whole, in its word, its brackets, its positions and its numbers. */
export type GeometryFaultKind =
  | ('srid' | 'json' | 'binary' | 'markup' | 'no-word' | 'other-word' | 'unknown-word' | 'case' | 'empty' | 'space')
  | ('no-bracket' | 'extra-bracket' | 'unclosed' | 'behind' | 'no-comma' | 'no-position' | 'one-number')
  | ('height' | 'decimal-comma' | 'exponent' | 'thousands' | 'semicolon' | 'no-number');

/** The first fault of a text for which one of some words is asked; undefined where nothing is found. */
export const geometryFault = (text: string, words: readonly string[]): GeometryFault | undefined => {
  const whole = wholeFault(text.trim());
  if (whole !== undefined) return { kind: whole, ...placeOf(text, wholePart(text)) };
  const tokens = tokensOf(text);
  const cursor = { tokens, next: 0 };
  const found = wordFault(cursor, words) ?? bodyFault(cursor, depths[tokens[0]?.text.toUpperCase() ?? ''] ?? 1);
  if (found !== undefined) return { kind: found.kind, ...placeOf(text, found.token) };
  const blank = /^\s+|\s+$|\s+(?=[,)])|(?<=\()\s+|(?<=\s)\s+|[\t\r\n\u00A0]/.exec(text);
  return blank === null
    ? undefined
    : { kind: 'space', ...placeOf(text, { text: blank[0], at: blank.index, end: blank.index + blank[0].length }) };
};

interface Token {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

interface Cursor {
  readonly tokens: readonly Token[];
  next: number;
}

interface Found {
  readonly kind: GeometryFaultKind;
  readonly token: Token | undefined;
}

const depths: Readonly<Record<string, number>> = { POLYGON: 2, MULTILINESTRING: 2, MULTIPOLYGON: 3 };

const known =
  /^(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|TRIANGLE|TIN|POLYHEDRALSURFACE)$/i;

const wholeFault = (text: string): GeometryFaultKind | undefined => {
  if (/^SRID\s*=/i.test(text)) return 'srid';
  if (/^[[{]/.test(text)) return 'json';
  if (text.startsWith('<')) return 'markup';
  return /^(?:0[xX])?(?:[0-9a-fA-F]{2}){9,}$/.test(text) ? 'binary' : undefined;
};

/** Up to where the well-known text begins, or the beginning of what is none. */
const wholePart = (text: string): Token => {
  const at = text.length - text.trimStart().length;
  const [part = ''] = /^SRID\s*=\s*\w*\s*;?\s*[A-Z]*/i.exec(text.slice(at)) ?? [text.slice(at, at + 20)];
  return { text: part, at, end: at + part.length };
};

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[(),]|[^\s(),]+/g)].map(({ 0: part, index }) => ({
    ...{ text: part, at: index },
    end: index + part.length,
  }));

const placeOf = (text: string, token: Token | undefined): Pick<GeometryFault, 'at' | 'part' | 'mark'> => {
  const { at, end, text: part } = token ?? { at: 0, end: text.length, text };
  const starts = tokensOf(text).filter((one) => one.at <= at);
  const from = starts.findLast((one) => text.indexOf(text.slice(one.at, end)) === one.at)?.at ?? 0;
  return { at: Array.from(text.slice(0, at)).length + 1, part, mark: text.slice(from, end) };
};

const tokenAt = ({ tokens, next }: Cursor): Token | undefined => tokens[next];

/** The last token that there is, of what ends too early. */
const here = ({ tokens, next }: Cursor): Token | undefined => tokens[next] ?? tokens.at(-1);

const wordFault = (cursor: Cursor, words: readonly string[]): Found | undefined => {
  const token = tokenAt(cursor);
  const word = token?.text ?? '';
  if (token === undefined || !/^[A-Za-z]/.test(word)) return { kind: 'no-word', token };
  cursor.next += 1;
  if (words.includes(word)) return afterWord(cursor);
  if (words.includes(word.toUpperCase())) return { kind: 'case', token };
  const flat = word.replace(/(?:Z|M|ZM)$/i, '');
  if (words.includes(flat.toUpperCase())) return { kind: 'height', token };
  return { kind: known.test(word) || known.test(flat) ? 'other-word' : 'unknown-word', token };
};

const afterWord = (cursor: Cursor): Found | undefined => {
  const token = tokenAt(cursor);
  if (token !== undefined && /^(?:Z|M|ZM)$/i.test(token.text)) return { kind: 'height', token };
  return /^EMPTY$/i.test(token?.text ?? '') ? { kind: 'empty', token } : undefined;
};

const bodyFault = (cursor: Cursor, depth: number): Found | undefined => {
  const found = groupFault(cursor, depth);
  const token = tokenAt(cursor);
  if (found !== undefined || token === undefined) return found;
  return { kind: token.text === ')' ? 'extra-bracket' : 'behind', token };
};

const groupFault = (cursor: Cursor, depth: number): Found | undefined => {
  if (tokenAt(cursor)?.text !== '(')
    return { kind: tokenAt(cursor) === undefined ? 'unclosed' : 'no-bracket', token: here(cursor) };
  cursor.next += 1;
  for (;;) {
    const found = depth === 1 ? positionFault(cursor) : groupFault(cursor, depth - 1);
    if (found !== undefined) return found;
    const token = tokenAt(cursor);
    if (token === undefined) return { kind: 'unclosed', token: here(cursor) };
    cursor.next += 1;
    if (token.text === ')') return undefined;
    if (token.text !== ',') return { kind: 'no-comma', token };
  }
};

const positionFault = (cursor: Cursor): Found | undefined => {
  const first = tokenAt(cursor);
  if (first?.text === '(') return { kind: 'extra-bracket', token: first };
  const numbers: Token[] = [];
  for (let token = first; token !== undefined && !/^[(),]$/.test(token.text); token = tokenAt(cursor)) {
    numbers.push(token);
    cursor.next += 1;
  }
  if (numbers.length === 0)
    return { kind: first === undefined ? 'unclosed' : 'no-position', token: first ?? here(cursor) };
  const wrong = numbers.find(({ text }) => !decimal.test(text));
  if (wrong !== undefined) return { kind: numberFault(wrong.text), token: wrong };
  return countFault(numbers, cursor);
};

const decimal = /^-?\d+(?:\.\d+)?$/;

const numberFault = (text: string): GeometryFaultKind => {
  if (text.includes(';')) return 'semicolon';
  if (/^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(text)) return 'exponent';
  return /^-?\d{1,3}(?:[.'’]\d{3})+$/.test(text) ? 'thousands' : 'no-number';
};

/** Of a position that is to have two numbers. */
const countFault = (numbers: readonly Token[], cursor: Cursor): Found | undefined => {
  const [first, , third] = numbers;
  if (numbers.length === 1)
    return isDecimalComma(cursor)
      ? { kind: 'decimal-comma', token: fraction(cursor) }
      : { kind: 'one-number', token: first };
  if (third === undefined) return undefined;
  const isHigh = numbers.length === 3 || (numbers.length === 4 && Math.abs(Number(third.text)) < 1000);
  return { kind: isHigh ? 'height' : 'no-comma', token: third };
};

/** Whether the number before the cursor goes on behind a comma, with a second number behind that. */
const isDecimalComma = ({ tokens, next }: Cursor): boolean => {
  const written = tokens
    .slice(next - 1, next + 3)
    .map(({ text, at }, index) => (index > 0 && at > (tokens[next - 2 + index]?.end ?? at) ? ` ${text}` : text));
  return /^-?\d+,\d{1,4} -?\d/.test(written.join(''));
};

const fraction = ({ tokens, next }: Cursor): Token | undefined => {
  const [whole, , decimals] = tokens.slice(next - 1, next + 2);
  if (whole === undefined || decimals === undefined) return whole;
  return { text: `${whole.text},${decimals.text}`, at: whole.at, end: decimals.end };
};
