import { cursorOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { type XPathType } from './functions.ts';
import { type ParseState, type XPathScope } from './state.ts';

/** What is known of an expression without evaluating it. */
export interface XPathFacts {
  readonly type: XPathType;
  /** It is a location path, or a union of them, that begins at the root of the document. */
  readonly absolute: boolean;
  /** Its value depends on the node that it is evaluated at. */
  readonly contextual: boolean;
}

/**
 * Checks that an expression is XPath 1.0 with the core library, and that no step relies on a conversion in which XPath 1.0
 * and 3.1 differ. Throws `XPathError` with the column.
 */
export const checkXPath = (source: string, scope: XPathScope): XPathFacts => {
  const cursor = cursorOf(source);
  const state: ParseState = { cursor, scope, nested: parseExpression, depth: 0, contextual: false };
  const { type, absolute } = parseExpression(state);
  const next = cursor.peek();
  if (next.kind !== 'end') throw cursor.unexpected(next, 'an operator or the end');
  return { type, absolute, contextual: state.contextual };
};
