import type { Polygon } from './areas.ts';
import type { Position } from './position.ts';
import { plainDecimal } from './positions.ts';

/** A run of positions and what it is: the outer or an inner ring of a polygon, a line, or a point. */
export interface Part {
  readonly role: 'buiten' | 'binnen' | 'lijn' | 'punt';
  readonly positions: readonly Position[];
}

/** A geometry in the plane, its nesting flattened: POLYGON and MULTIPOLYGON alike are rings in order. */
export interface Geometry {
  readonly kind: string;
  readonly parts: readonly Part[];
}

/** Reads well-known text (OGC 06-103r4, chapter 7) in two dimensions; undefined for anything else, an empty geometry included. */
export const parseWellKnownText = (text: string): Geometry | undefined => {
  const tokens = tokensOf(text);
  const kind = tokens?.[0]?.toUpperCase() ?? '';
  const read = readers[kind];
  if (tokens === undefined || read === undefined) return undefined;
  const cursor = { tokens, next: 1 };
  try {
    const parts = read(cursor);
    return cursor.next === tokens.length ? { kind, parts } : undefined;
  } catch (error) {
    if (error instanceof UnexpectedToken) return undefined;
    throw error;
  }
};

/** The polygons of a geometry: each outer ring with the inner ones behind it. */
export const polygonsOf = ({ parts }: Geometry): readonly Polygon[] =>
  parts.reduce<Position[][][]>((polygons, { role, positions }) => {
    if (role === 'buiten') polygons.push([]);
    if (role === 'buiten' || role === 'binnen') polygons.at(-1)?.push([...positions]);
    return polygons;
  }, []);

class UnexpectedToken extends Error {
  override readonly name = 'UnexpectedToken';
}

interface Cursor {
  readonly tokens: readonly string[];
  next: number;
}

const tokensOf = (text: string): readonly string[] | undefined => {
  const token = /[ \t\r\n]*(?:([A-Za-z]+|[(),]|[-+.0-9][-+.0-9eE]*)|$)/y;
  const tokens: string[] = [];
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[1] === undefined) return tokens;
    tokens.push(match[1]);
  }
  return undefined;
};

const take = (cursor: Cursor, expected: string): void => {
  if (cursor.tokens[cursor.next] !== expected) throw new UnexpectedToken(expected);
  cursor.next += 1;
};

const list = <Item>(cursor: Cursor, item: (cursor: Cursor) => Item): readonly Item[] => {
  take(cursor, '(');
  const items = [item(cursor)];
  while (cursor.tokens[cursor.next] === ',') {
    cursor.next += 1;
    items.push(item(cursor));
  }
  take(cursor, ')');
  return items;
};

const position = (cursor: Cursor): Position => {
  const x = plainDecimal(cursor.tokens[cursor.next] ?? '');
  const y = plainDecimal(cursor.tokens[cursor.next + 1] ?? '');
  if (x === undefined || y === undefined) throw new UnexpectedToken('a position');
  cursor.next += 2;
  return { x, y };
};

const line = (cursor: Cursor): Part => ({ role: 'lijn', positions: list(cursor, position) });

const polygon = (cursor: Cursor): readonly Part[] =>
  list(cursor, (inner) => list(inner, position)).map((positions, index) => ({
    role: index === 0 ? 'buiten' : 'binnen',
    positions,
  }));

const point = (cursor: Cursor): Part => {
  take(cursor, '(');
  const only = position(cursor);
  take(cursor, ')');
  return { role: 'punt', positions: [only] };
};

/** The members of a MULTIPOINT may stand without brackets of their own. */
const member = (cursor: Cursor): Part =>
  cursor.tokens[cursor.next] === '(' ? point(cursor) : { role: 'punt', positions: [position(cursor)] };

const readers: Readonly<Record<string, (cursor: Cursor) => readonly Part[]>> = {
  POINT: (cursor) => [point(cursor)],
  LINESTRING: (cursor) => [line(cursor)],
  POLYGON: polygon,
  MULTIPOINT: (cursor) => list(cursor, member),
  MULTILINESTRING: (cursor) => list(cursor, line),
  MULTIPOLYGON: (cursor) => list(cursor, polygon).flat(),
};
