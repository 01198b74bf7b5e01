import type { XPathToken } from '#xml/xpath-tokens';

/** Far beyond what a person writes, and far within what every engine can go down to. */
const deepest = 100;
const mostOperators = 500;

/** The token at which an expression is too deep or too long for all engines, and why; undefined for one that is neither. */
export const beyondBounds = (
  tokens: readonly XPathToken[],
): { readonly token: XPathToken; readonly reason: string } | undefined => {
  let [depth, operators, signs] = [0, 0, 0];
  for (const token of tokens) {
    const mark = token.kind === 'symbol' || token.kind === 'operator' ? token.text : '';
    if (opening.has(mark)) depth += 1;
    if (closing.has(mark)) depth -= 1;
    signs = mark === '-' ? signs + 1 : 0;
    if (joining.has(mark)) operators += 1;
    if (depth + signs > deepest) return { token, reason: `it is nested deeper than ${String(deepest)}; take it apart` };
    if (operators > mostOperators)
      return { token, reason: `it has more than ${String(mostOperators)} operators and steps; take it apart` };
  }
  return undefined;
};

const opening = new Set(['(', '[']);
const closing = new Set([')', ']']);
const joining = new Set('or and = != < <= > >= + - * div mod | / //'.split(' '));
