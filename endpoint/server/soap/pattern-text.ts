/** The state of reading a pattern: its text and the position. */
interface Cursor {
  readonly pattern: string;
  at: number;
}

/** The shortest text that the first branch of an XSD pattern takes; undefined for a pattern with a class that is not read here. */
export const patternText = (pattern: string): string | undefined => {
  const cursor = { pattern, at: 0 };
  const text = branches(cursor);
  return cursor.at === pattern.length ? text : undefined;
};

/** The first of some alternatives. */
const branches = (cursor: Cursor): string | undefined => {
  const first = branch(cursor);
  while (next(cursor) === '|') {
    cursor.at += 1;
    if (branch(cursor) === undefined) return undefined;
  }
  return first;
};

const branch = (cursor: Cursor): string | undefined => {
  let text = '';
  while (cursor.at < cursor.pattern.length && !')|'.includes(next(cursor))) {
    const piece = atom(cursor);
    if (piece === undefined) return undefined;
    text += piece.repeat(least(cursor));
  }
  return text;
};

const next = ({ pattern, at }: Cursor): string => pattern.charAt(at);

/** The fewest repeats that a quantifier asks for. */
const least = (cursor: Cursor): number => {
  const [whole = '', count = ''] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})/.exec(cursor.pattern.slice(cursor.at)) ?? [];
  cursor.at += whole.length;
  if (whole.startsWith('{')) return Number(count);
  return whole === '?' || whole === '*' ? 0 : 1;
};

const atom = (cursor: Cursor): string | undefined => {
  const char = next(cursor);
  if (char === '(') return group(cursor);
  if (char === '[') return charClass(cursor);
  if (char === '\\') return escaped(cursor);
  const [own = ''] = cursor.pattern.slice(cursor.at);
  cursor.at += own.length;
  return char === '.' ? 'a' : own;
};

const group = (cursor: Cursor): string | undefined => {
  cursor.at += 1;
  const text = branches(cursor);
  cursor.at += 1;
  return text;
};

/** A character of each class that an escape names. */
const members: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', S: 'a', D: 'a', W: '-', i: 'a', c: 'a' };
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const escaped = (cursor: Cursor): string | undefined => {
  const letter = cursor.pattern.charAt(cursor.at + 1);
  cursor.at += 2;
  if (letter !== 'p' && letter !== 'P') return members[letter] ?? controls[letter] ?? letter;
  const [whole = '', name = ''] = /^\{([^}]*)\}/.exec(cursor.pattern.slice(cursor.at)) ?? [];
  cursor.at += whole.length;
  return letter === 'p' ? properties[name] : undefined;
};

const properties: Readonly<Record<string, string>> = {
  L: 'a',
  Ll: 'a',
  Lu: 'A',
  N: '1',
  Nd: '1',
  P: '-',
  Z: ' ',
  Zs: ' ',
};

/** The first member of a class; of one that is negated, a letter or digit outside it. */
const charClass = (cursor: Cursor): string | undefined => {
  const [whole = '', negation = '', inner = ''] =
    /^\[(\^?)((?:\\.(?:\{[^}]*\})?|[^\]\\[])+)\]/u.exec(cursor.pattern.slice(cursor.at)) ?? [];
  if (whole === '') return undefined;
  cursor.at += whole.length;
  if (negation === '') return inner.startsWith('\\') ? escaped({ pattern: inner, at: 0 }) : Array.from(inner)[0];
  return Array.from('a1-A ').find((char) => !inner.includes(char) && !isInRange(char, inner));
};

const isInRange = (char: string, inner: string): boolean =>
  [...inner.matchAll(/([^\\])-([^\\])/gu)].some(([, from = '', to = '']) => from <= char && char <= to);
