import { XPathError } from '#xml/xpath-error';
import { beyondBounds } from './bounds.ts';
import { type XPathToken, xpathTokens } from '#xml/xpath-tokens';

/** A token, or the end of the expression. */
export type Token = Omit<XPathToken, 'kind' | 'depth'> & { readonly kind: XPathToken['kind'] | 'end' };

/** A place in the tokens of an expression. */
export interface Cursor {
  readonly peek: () => Token;
  readonly take: () => Token;
  /** Takes the next token when it is this symbol or operator. */
  readonly skip: (text: string) => Token | undefined;
  readonly demand: (text: string) => Token;
  /** The error for what is wrong at a token. */
  readonly problem: (token: Token, reason: string) => XPathError;
  /** The error for a token that stands where something else must. */
  readonly unexpected: (token: Token, wanted: string) => XPathError;
}

/** A cursor at the first token of an expression; throws `XPathError` at a character that begins none, and past the bounds. */
export const cursorOf = (source: string): Cursor => {
  const tokens = xpathTokens(source);
  const end: Token = { kind: 'end', text: '', offset: source.length };
  let at = 0;
  const peek = (): Token => tokens[at] ?? end;
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const skip = (text: string): Token | undefined => (isSymbol(peek(), text) ? take() : undefined);
  const problem = (token: Token, reason: string): XPathError =>
    new XPathError(source, `${reason} (column ${String(token.offset + 1)})`);
  const beyond = beyondBounds(tokens);
  if (beyond !== undefined) throw problem(beyond.token, beyond.reason);
  const unexpected = (token: Token, wanted: string): XPathError =>
    problem(token, `${nameOf(token)} where ${wanted} belongs`);
  const demand = (text: string): Token => {
    const token = skip(text);
    if (token === undefined) throw unexpected(peek(), text);
    return token;
  };
  return { peek, take, skip, demand, problem, unexpected };
};

const nameOf = (token: Token): string => (token.kind === 'end' ? 'the expression ends' : `"${token.text}" stands`);

/** Is the token this symbol or operator, and not a literal or name that looks like it. */
export const isSymbol = (token: Token, ...texts: readonly string[]): boolean =>
  (token.kind === 'symbol' || token.kind === 'operator') && texts.includes(token.text);
