import { xpathTokens, type XPathToken } from '#xml/xpath-tokens';

/** The syntax tree of an XPath 1.0 expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'filter'; readonly primary: Expression; readonly predicates: readonly Expression[] }
  | { readonly kind: 'path'; readonly start: Expression | 'root' | undefined; readonly steps: readonly Step[] };

/** A step, with the separator before it. */
export interface Step {
  readonly separator: '/' | '//' | '';
  /** Axis and node test as written, abbreviations included. */
  readonly test: string;
  readonly predicates: readonly Expression[];
}

/** Parses XPath 1.0; throws a SyntaxError that shows the expression. */
export const parseXPath = (text: string): Expression => {
  const cursor: Cursor = { text, tokens: xpathTokens(text), at: 0 };
  const expression = binary(cursor, 0);
  if (cursor.at < cursor.tokens.length) fail(cursor);
  return expression;
};

interface Cursor {
  readonly text: string;
  readonly tokens: readonly XPathToken[];
  at: number;
}

const fail = ({ text, tokens, at }: Cursor): never => {
  throw new SyntaxError(`"${text}" is not XPath 1.0: unexpected ${tokens[at]?.text ?? 'end'}.`);
};

const peek = (cursor: Cursor, ...texts: readonly string[]): string | undefined => {
  const token = cursor.tokens[cursor.at];
  return token !== undefined && token.kind !== 'literal' && texts.includes(token.text) ? token.text : undefined;
};

const accept = (cursor: Cursor, ...texts: readonly string[]): string | undefined => {
  const found = peek(cursor, ...texts);
  if (found !== undefined) cursor.at += 1;
  return found;
};

const expect = (cursor: Cursor, text: string): void => {
  if (accept(cursor, text) === undefined) fail(cursor);
};

/** Loosest first. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

const binary = (cursor: Cursor, level: number): Expression => {
  const operators = levels[level];
  if (operators === undefined) return unary(cursor);
  let left = binary(cursor, level + 1);
  for (let operator = operatorAt(cursor, operators); operator !== undefined; operator = operatorAt(cursor, operators)) {
    cursor.at += 1;
    left = { kind: 'binary', operator, left, right: binary(cursor, level + 1) };
  }
  return left;
};

/** A name or `*` can look like an operator: the token's kind tells. */
const operatorAt = (cursor: Cursor, operators: readonly string[]): string | undefined => {
  const token = cursor.tokens[cursor.at];
  return token?.kind === 'operator' || token?.kind === 'symbol' ? peek(cursor, ...operators) : undefined;
};

const unary = (cursor: Cursor): Expression =>
  accept(cursor, '-') === undefined ? union(cursor) : { kind: 'negative', operand: unary(cursor) };

const union = (cursor: Cursor): Expression => {
  let left = path(cursor);
  while (accept(cursor, '|') !== undefined) left = { kind: 'binary', operator: '|', left, right: path(cursor) };
  return left;
};

const path = (cursor: Cursor): Expression => {
  if (startsPrimary(cursor)) {
    const start = filter(cursor);
    const steps = furtherSteps(cursor);
    return steps.length === 0 ? start : { kind: 'path', start, steps };
  }
  if (peek(cursor, '/') !== undefined && !startsStep(cursor, 1)) {
    cursor.at += 1;
    return { kind: 'path', start: 'root', steps: [] };
  }
  if (peek(cursor, '/', '//') !== undefined) return { kind: 'path', start: 'root', steps: furtherSteps(cursor) };
  const first = step(cursor, '');
  return { kind: 'path', start: undefined, steps: [first, ...furtherSteps(cursor)] };
};

const furtherSteps = (cursor: Cursor): readonly Step[] => {
  const steps: Step[] = [];
  for (let separator = accept(cursor, '/', '//'); separator !== undefined; separator = accept(cursor, '/', '//'))
    steps.push(step(cursor, separator === '/' ? '/' : '//'));
  return steps;
};

const startsPrimary = (cursor: Cursor): boolean => {
  const kind = cursor.tokens[cursor.at]?.kind;
  return (
    kind === 'literal' ||
    kind === 'number' ||
    kind === 'variable' ||
    kind === 'function' ||
    peek(cursor, '(') !== undefined
  );
};

const startsStep = ({ tokens, at }: Cursor, ahead: number): boolean => {
  const token = tokens[at + ahead];
  return (
    token !== undefined && (token.kind === 'name' || token.kind === 'axis' || ['.', '..', '@'].includes(token.text))
  );
};

const step = (cursor: Cursor, separator: Step['separator']): Step => {
  if (!startsStep(cursor, 0)) fail(cursor);
  return { separator, test: nodeTest(cursor), predicates: predicates(cursor) };
};

const nodeTest = (cursor: Cursor): string => {
  const abbreviation = accept(cursor, '.', '..');
  if (abbreviation !== undefined) return abbreviation;
  const axis = axisAt(cursor);
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'name') return fail(cursor);
  cursor.at += 1;
  return axis + token.text + nodeTypeArguments(cursor);
};

const axisAt = (cursor: Cursor): string => {
  if (accept(cursor, '@') !== undefined) return '@';
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'axis') return '';
  cursor.at += 1;
  expect(cursor, '::');
  return `${token.text}::`;
};

const nodeTypeArguments = (cursor: Cursor): string => {
  if (accept(cursor, '(') === undefined) return '';
  const token = cursor.tokens[cursor.at];
  const target = token?.kind === 'literal' ? token.text : '';
  if (target !== '') cursor.at += 1;
  expect(cursor, ')');
  return `(${target})`;
};

const predicates = (cursor: Cursor): readonly Expression[] => {
  const found: Expression[] = [];
  while (accept(cursor, '[') !== undefined) {
    found.push(binary(cursor, 0));
    expect(cursor, ']');
  }
  return found;
};

const filter = (cursor: Cursor): Expression => {
  const inner = primary(cursor);
  const found = predicates(cursor);
  return found.length === 0 ? inner : { kind: 'filter', primary: inner, predicates: found };
};

const primary = (cursor: Cursor): Expression => {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) return fail(cursor);
  cursor.at += 1;
  if (token.kind === 'literal') return { kind: 'literal', value: token.text.slice(1, -1) };
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
  if (token.kind === 'variable') return { kind: 'variable', name: token.text.slice(1) };
  if (token.kind === 'function') return { kind: 'call', name: token.text, arguments: callArguments(cursor) };
  const inner = binary(cursor, 0);
  expect(cursor, ')');
  return inner;
};

const callArguments = (cursor: Cursor): readonly Expression[] => {
  expect(cursor, '(');
  const found: Expression[] = [];
  if (accept(cursor, ')') !== undefined) return found;
  do found.push(binary(cursor, 0));
  while (accept(cursor, ',') !== undefined);
  expect(cursor, ')');
  return found;
};
