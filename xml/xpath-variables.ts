import { type XPathToken, xpathTokens } from './xpath-tokens.ts';

/** Puts an expression in the place of each variable; undefined when `replace` has none for one of them. */
export const replaceVariables = (
  expression: string,
  replace: (name: string, token: XPathToken) => string | undefined,
): string | undefined => {
  let result = '';
  let end = 0;
  for (const token of xpathTokens(expression)) {
    if (token.kind !== 'variable') continue;
    const value = replace(token.text.slice(1), token);
    if (value === undefined) return undefined;
    result += `${expression.slice(end, token.offset)}(${value})`;
    end = token.offset + token.text.length;
  }
  return result + expression.slice(end);
};

/** Whether an expression means the same at every node of a document: each path begins at the root, no function looks at the context. */
export const isContextFree = (expression: string): boolean => {
  const tokens = xpathTokens(expression);
  return tokens.every((token, index) => token.depth > 0 || !looksAround(tokens, index));
};

/** Look at the context when they are called without an argument, or always. */
const contextual = new Set([
  'string',
  'string-length',
  'normalize-space',
  'number',
  'name',
  'local-name',
  'namespace-uri',
]);
const alwaysContextual = new Set(['position', 'last', 'lang']);
const continuesPath = new Set(['/', '//', '::', '@']);

const looksAround = (tokens: readonly XPathToken[], index: number): boolean => {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined) return false;
  if (token.kind === 'function') {
    const empty = tokens[index + 2]?.text === ')';
    return alwaysContextual.has(token.text) || (contextual.has(token.text) && empty);
  }
  const step = token.kind === 'name' || token.kind === 'axis' || ['.', '..', '@'].includes(token.text);
  return step && !(before?.kind === 'symbol' && continuesPath.has(before.text));
};
