import { ncName, qName } from './ncname.ts';
import { XPathError } from './xpath-error.ts';

/** A token of XPath 1.0 section 3.7; `offset` counts characters from 0, `depth` the predicates it stands in. */
export interface XPathToken {
  readonly kind: 'literal' | 'number' | 'variable' | 'function' | 'axis' | 'operator' | 'name' | 'symbol';
  readonly text: string;
  readonly offset: number;
  readonly depth: number;
}

const lexemes = [
  String.raw`(?<space>[ \t\r\n]+)`,
  String.raw`(?<literal>"[^"]*"|'[^']*')`,
  String.raw`(?<number>\d+(?:\.\d*)?|\.\d+)`,
  String.raw`(?<variable>\$${qName})`,
  String.raw`(?<name>${ncName}(?::(?:${ncName}|\*))?)`,
  String.raw`(?<symbol>::|\.\.|//|!=|<=|>=|[()[\].@,/|+\-=<>*])`,
];
const lexer = new RegExp(lexemes.join('|'), 'uy');

/** After one of these, an operator or nothing a name is a name; elsewhere `and`, `or`, `div`, `mod` and `*` are operators. */
const expectsOperand = new Set(['@', '::', '(', '[', ',', '/', '//', '|', '+', '-', '=', '!=', '<', '<=', '>', '>=']);
const nodeTypes = new Set(['comment', 'text', 'processing-instruction', 'node']);
const wordOperators = new Set(['and', 'or', 'div', 'mod']);

/** Splits an XPath 1.0 expression into tokens; throws `XPathError` at a character that begins none. */
export const xpathTokens = (expression: string): readonly XPathToken[] => {
  const tokens: XPathToken[] = [];
  let depth = 0;
  for (const { kind, text, offset } of lex(expression)) {
    if (text === ']' && kind === 'symbol') depth -= 1;
    tokens.push({
      kind: kindOf(kind, text, { expression, end: offset + text.length, before: tokens.at(-1) }),
      text,
      offset,
      depth,
    });
    if (text === '[' && kind === 'symbol') depth += 1;
  }
  return tokens;
};

/** Names of the functions that an expression calls, node types such as `text()` left out. */
export const functionsOf = (expression: string): readonly string[] => textsOf(expression, 'function');

/** Names of the variables that an expression refers to, without the dollar sign. */
export const variablesOf = (expression: string): readonly string[] =>
  textsOf(expression, 'variable').map((text) => text.slice(1));

/** Namespace prefixes that an expression uses. */
export const prefixesOf = (expression: string): readonly string[] => [
  ...new Set(xpathTokens(expression).flatMap(prefixOf)),
];

const prefixOf = ({ kind, text }: XPathToken): readonly string[] => {
  const qualified = kind === 'name' || kind === 'function' || kind === 'variable';
  const colon = text.indexOf(':');
  return qualified && colon > 0 ? [text.slice(kind === 'variable' ? 1 : 0, colon)] : [];
};

const textsOf = (expression: string, kind: XPathToken['kind']): readonly string[] => [
  ...new Set(
    xpathTokens(expression)
      .filter((token) => token.kind === kind)
      .map((token) => token.text),
  ),
];

interface Lexeme {
  readonly kind: 'literal' | 'number' | 'variable' | 'name' | 'symbol';
  readonly text: string;
  readonly offset: number;
}

const lex = (expression: string): readonly Lexeme[] => {
  const found: Lexeme[] = [];
  for (let offset = 0; offset < expression.length;) {
    lexer.lastIndex = offset;
    const match = lexer.exec(expression);
    if (match === null)
      throw new XPathError(expression, `unexpected ${quoted(expression, offset)} at ${String(offset + 1)}`);
    const kind = lexemeKind(match.groups ?? {});
    if (kind !== undefined) found.push({ kind, text: match[0], offset });
    offset += match[0].length;
  }
  return found;
};

const lexemeKind = (groups: Readonly<Record<string, string | undefined>>): Lexeme['kind'] | undefined => {
  const kinds = ['literal', 'number', 'variable', 'name', 'symbol'] as const;
  return kinds.find((kind) => groups[kind] !== undefined);
};

const quoted = (expression: string, offset: number): string => JSON.stringify(expression.slice(offset, offset + 10));

interface Surroundings {
  readonly expression: string;
  readonly end: number;
  readonly before: XPathToken | undefined;
}

/** XPath 1.0 section 3.7: what a name or `*` is follows from the token before it and the characters after it. */
const kindOf = (kind: Lexeme['kind'], text: string, around: Surroundings): XPathToken['kind'] => {
  if (kind !== 'name' && text !== '*') return kind;
  if (!startsOperand(around.before) && (text === '*' || wordOperators.has(text))) return 'operator';
  return text === '*' ? 'name' : nameKind(text, around.expression.slice(around.end).trimStart());
};

const startsOperand = (before: XPathToken | undefined): boolean =>
  before === undefined || before.kind === 'operator' || (before.kind === 'symbol' && expectsOperand.has(before.text));

const nameKind = (text: string, after: string): XPathToken['kind'] => {
  if (after.startsWith('::')) return 'axis';
  return after.startsWith('(') && !nodeTypes.has(text) ? 'function' : 'name';
};
