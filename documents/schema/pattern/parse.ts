import { block } from './blocks.ts';
import { complement, exactly, subtract, unionOf, type CharClass } from './char-class.ts';
import { charsOf, setOf } from './char-set.ts';
import { choice, empty, one, repeat, sequence, type Node } from './node.ts';
import { category, dotClass, isCategory, nameClass, nameStartClass, spaceClass } from './unicode.ts';

/** A pattern that is not a regular expression of XSD 1.0. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(pattern: string, at: number, reason: string) {
    super(`pattern '${shorten(pattern)}', character ${String(at + 1)}: ${reason}`);
  }
}

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** Groups deeper than this are taken for an attack. */
const maxDepth = 500;

/** Parses a regular expression of XSD 1.0 (part 2, appendix F); throws `PatternError`. */
export const parsePattern = (pattern: string): Node => {
  const reader = createReader(pattern);
  const node = readChoice(reader, 0);
  if (reader.peek() !== undefined) throw reader.error(`'${reader.peek() ?? ''}' is not expected here`);
  return node;
};

interface Reader {
  readonly peek: (ahead?: number) => string | undefined;
  readonly next: () => string | undefined;
  readonly error: (reason: string) => PatternError;
  /** A class that was looked up before; categories are large. */
  readonly cached: (name: string, make: () => CharClass) => CharClass;
}

const createReader = (pattern: string): Reader => {
  const characters = [...pattern];
  const classes = new Map<string, CharClass>();
  let at = 0;
  return {
    peek: (ahead = 0) => characters[at + ahead],
    next: () => characters[at++],
    error: (reason) => new PatternError(pattern, at, reason),
    cached: (name, make) => {
      const found = classes.get(name) ?? make();
      classes.set(name, found);
      return found;
    },
  };
};

const readChoice = (reader: Reader, depth: number): Node => {
  if (depth > maxDepth) throw reader.error('groups are nested too deep');
  const branches = [readBranch(reader, depth)];
  while (reader.peek() === '|') {
    reader.next();
    branches.push(readBranch(reader, depth));
  }
  return choice(branches);
};

const readBranch = (reader: Reader, depth: number): Node => {
  const parts: Node[] = [];
  for (let next = reader.peek(); next !== undefined && next !== '|' && next !== ')'; next = reader.peek())
    parts.push(readQuantifier(reader, readAtom(reader, depth)));
  return parts.length === 0 ? empty : sequence(parts);
};

const readQuantifier = (reader: Reader, atom: Node): Node => {
  const mark = reader.peek();
  if (mark === '?' || mark === '*' || mark === '+') {
    reader.next();
    return repeat(atom, mark === '+' ? 1 : 0, mark === '?' ? 1 : Infinity);
  }
  return mark === '{' ? readCounts(reader, atom) : atom;
};

const readCounts = (reader: Reader, atom: Node): Node => {
  const text = readUntil(reader, '}');
  const [, min, comma, max] = /^\{(\d+)(,?)(\d*)\}$/.exec(text) ?? [];
  if (min === undefined || (comma === '' && max !== '')) throw reader.error(`'${text}' is no quantifier`);
  const upper = comma === '' ? Number(min) : max === '' ? Infinity : Number(max);
  if (upper < Number(min)) throw reader.error(`'${text}' counts down`);
  return repeat(atom, Number(min), upper);
};

const readUntil = (reader: Reader, end: string): string => {
  let text = '';
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    text += next;
    if (next === end) return text;
  }
  throw reader.error(`'${end}' is missing`);
};

const readAtom = (reader: Reader, depth: number): Node => {
  const character = reader.peek() ?? '';
  if (character === '(') return readGroup(reader, depth);
  if (character === '[') return one(readClass(reader, depth));
  if (character === '\\') return one(readEscape(reader));
  if ('?*+{}]'.includes(character)) throw reader.error(`'${character}' is not expected here`);
  reader.next();
  return one(character === '.' ? dotClass : exactly(charsOf(character)));
};

const readGroup = (reader: Reader, depth: number): Node => {
  reader.next();
  const inner = readChoice(reader, depth + 1);
  if (reader.next() !== ')') throw reader.error("')' is missing");
  return inner;
};

const readClass = (reader: Reader, depth: number): CharClass => {
  if (depth > maxDepth) throw reader.error('classes are nested too deep');
  reader.next();
  const negative = reader.peek() === '^';
  if (negative) reader.next();
  const parts: CharClass[] = [];
  let minus: CharClass | undefined;
  while (reader.peek() !== ']') {
    if (reader.peek() === undefined) throw reader.error("']' is missing");
    if (reader.peek() === '-' && reader.peek(1) === '[') {
      reader.next();
      minus = readClass(reader, depth + 1);
      if (reader.peek() !== ']') throw reader.error("']' must follow a subtraction");
    } else parts.push(readMember(reader, parts.length === 0));
  }
  if (parts.length === 0) throw reader.error('a class without characters');
  reader.next();
  const whole = negative ? complement(unionOf(parts)) : unionOf(parts);
  return minus === undefined ? whole : subtract(whole, minus);
};

/** A hyphen stands for itself at the beginning or the end of a group of characters (part 2, appendix F.1). */
const isEnd = (reader: Reader, isFirst: boolean): boolean =>
  isFirst || reader.peek() === ']' || (reader.peek() === '-' && reader.peek(1) === '[');

/** One character, range or escape of a class. */
const readMember = (reader: Reader, isFirst: boolean): CharClass => {
  const bare = reader.peek() === '-';
  const first = readClassAtom(reader);
  if (typeof first !== 'string') return first;
  const ranges = reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '[';
  if (bare && (ranges || !isEnd(reader, isFirst)))
    throw reader.error("'-' stands in the middle of a class; write '\\-'");
  return ranges ? readRange(reader, first) : exactly(charsOf(first));
};

const readRange = (reader: Reader, first: string): CharClass => {
  reader.next();
  if (reader.peek() === '-') throw reader.error("a range can not end in '-'; write '\\-'");
  const last = readClassAtom(reader);
  if (typeof last !== 'string') throw reader.error('a range must end in one character');
  const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
  if (from > to) throw reader.error(`the range '${first}-${last}' runs down`);
  return exactly(setOf([[from, to]]));
};

/** A single character comes back as text, since it can begin a range. */
const readClassAtom = (reader: Reader): string | CharClass => {
  if (reader.peek() === '\\') {
    const single = singleEscapes[reader.peek(1) ?? ''];
    if (single === undefined) return readEscape(reader);
    reader.next();
    reader.next();
    return single;
  }
  const character = reader.next();
  if (character === undefined) throw reader.error("']' is missing");
  if (character === '[') throw reader.error("'[' is not expected here");
  return character;
};

const singleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  ...Object.fromEntries([...'\\|.?*+(){}-[]^'].map((character) => [character, character])),
};

const readEscape = (reader: Reader): CharClass => {
  reader.next();
  const letter = reader.next() ?? '';
  const single = singleEscapes[letter];
  if (single !== undefined) return exactly(charsOf(single));
  if (letter === 'p' || letter === 'P') return readProperty(reader, letter === 'P');
  const lower = letter.toLowerCase();
  const make = multiEscapes[lower];
  if (make === undefined) throw reader.error(`'\\${letter}' is no escape of XSD`);
  const found = reader.cached(lower, make);
  return letter === lower ? found : complement(found);
};

const multiEscapes: Readonly<Record<string, () => CharClass>> = {
  s: () => spaceClass,
  i: () => nameStartClass,
  c: () => nameClass,
  d: () => category('Nd'),
  w: () => complement(unionOf(['P', 'Z', 'C'].map(category))),
};

const readProperty = (reader: Reader, negative: boolean): CharClass => {
  const [, name = ''] = /^\{(.+)\}$/.exec(readUntil(reader, '}')) ?? [];
  const found = reader.cached(name, () => {
    const chars = name.startsWith('Is') ? block(name.slice(2)) : isCategory(name) ? category(name) : undefined;
    if (chars === undefined) throw reader.error(`XSD 1.0 knows no category or block '${name}'`);
    return chars;
  });
  return negative ? complement(found) : found;
};
