import { type Cursor } from './cursor.ts';
import { type XPathType } from './functions.ts';

/** What is in scope of an expression. */
export interface XPathScope {
  readonly prefixes: readonly string[];
  readonly variables: ReadonlyMap<string, XPathType>;
}

/** What is known of a part of the expression. */
export interface Value {
  readonly type: XPathType;
  readonly absolute: boolean;
}

/** The parse of one expression. */
export interface ParseState {
  readonly cursor: Cursor;
  readonly scope: XPathScope;
  /** Parses a whole expression inside this one. */
  readonly nested: (state: ParseState) => Value;
  /** How many predicates we are in. */
  depth: number;
  contextual: boolean;
}

/** A value that is not a path. */
export const valueOf = (type: XPathType): Value => ({ type, absolute: false });

/** Is the value of one of these types, as far as is known. */
export const isOneOf = (value: Value, ...types: readonly XPathType[]): boolean =>
  value.type === 'unknown' || types.includes(value.type);
