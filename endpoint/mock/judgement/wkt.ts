import { decimalIn, positions, type Position } from './position.ts';

/** A point, a line, or a ring of a geometry. */
export interface WktPart {
  readonly role: 'punt' | 'lijn' | 'buiten' | 'binnen';
  readonly positions: readonly Position[];
}

export interface Wkt {
  readonly kind: string;
  readonly parts: readonly WktPart[];
}

/** Reads two-dimensional well-known text (OGC 06-103r4, section 7); undefined when it is none, empty or a collection. */
export const readWkt = (text: string): Wkt | undefined => {
  const [, word = '', body = ''] = /^[ \t\r\n]*([A-Za-z]+)[ \t\r\n]*(\([^]*)$/.exec(text) ?? [];
  const kind = word.toUpperCase();
  const read = bodies[kind];
  const tokens = body.match(/[(),]|[^ \t\r\n(),]+/g) ?? [];
  const cursor = { tokens, at: 0 };
  const groups = read?.(cursor);
  if (groups === undefined || cursor.at !== tokens.length) return undefined;
  const all = positions(groups.flatMap((group) => group.pairs));
  let taken = 0;
  const parts = groups.map(({ role, pairs }) => {
    taken += pairs.length;
    return { role, positions: all.slice(taken - pairs.length, taken) };
  });
  return { kind, parts };
};

type Pair = readonly [x: string, y: string];

interface Group {
  readonly role: WktPart['role'];
  readonly pairs: readonly Pair[];
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

type Reader<Result> = (cursor: Cursor) => Result | undefined;

const take = (cursor: Cursor, token: string): boolean => {
  if (cursor.tokens[cursor.at] !== token) return false;
  cursor.at += 1;
  return true;
};

const number: Reader<string> = (cursor) => {
  const found = decimalIn(cursor.tokens[cursor.at] ?? '');
  if (found !== undefined) cursor.at += 1;
  return found;
};

const pair: Reader<Pair> = (cursor) => {
  const x = number(cursor);
  const y = number(cursor);
  return x === undefined || y === undefined ? undefined : [x, y];
};

/** One or more of something, in brackets and with commas. */
const list =
  <Item>(item: Reader<Item>): Reader<readonly Item[]> =>
  (cursor) => {
    if (!take(cursor, '(')) return undefined;
    const items: Item[] = [];
    do {
      const next = item(cursor);
      if (next === undefined) return undefined;
      items.push(next);
    } while (take(cursor, ','));
    return take(cursor, ')') ? items : undefined;
  };

const group =
  (role: WktPart['role']) =>
  (pairs: readonly Pair[]): Group => ({ role, pairs });

const rings = (each: readonly (readonly Pair[])[]): readonly Group[] =>
  each.map((pairs, index) => group(index === 0 ? 'buiten' : 'binnen')(pairs));

const map =
  <From, To>(reader: Reader<From>, change: (from: From) => To): Reader<To> =>
  (cursor) => {
    const result = reader(cursor);
    return result === undefined ? undefined : change(result);
  };

const line = list(pair);
const polygon = map(list(line), rings);

/** A multipoint's points may have brackets of their own. */
const bracketedPair: Reader<Pair> = (cursor) => {
  if (!take(cursor, '(')) return pair(cursor);
  const result = pair(cursor);
  return take(cursor, ')') ? result : undefined;
};

const single: Reader<readonly Pair[]> = (cursor) => {
  const pairs = line(cursor);
  return pairs?.length === 1 ? pairs : undefined;
};

const bodies: Readonly<Record<string, Reader<readonly Group[]>>> = {
  POINT: map(single, (pairs) => [group('punt')(pairs)]),
  LINESTRING: map(line, (pairs) => [group('lijn')(pairs)]),
  POLYGON: polygon,
  MULTIPOINT: map(list(bracketedPair), (pairs) => pairs.map((one) => group('punt')([one]))),
  MULTILINESTRING: map(list(line), (each) => each.map(group('lijn'))),
  MULTIPOLYGON: map(list(polygon), (each) => each.flat()),
};
