import { didYouMean } from '../texts/nearest.ts';
import { parseCall } from './call.ts';
import { isSymbol, type Token } from './cursor.ts';
import { isOneOf, type ParseState, type Value, valueOf } from './state.ts';

const nodes = (absolute: boolean): Value => ({ type: 'nodes', absolute });

/** XPath 1.0, 2 and 3.3: a location path, or a primary expression with predicates and further steps. */
export const parsePath = (state: ParseState): Value => {
  const { cursor } = state;
  if (beginsPrimary(cursor.peek())) return parseFilter(state);
  if (cursor.skip('/') !== undefined) {
    if (beginsStep(cursor.peek())) parseSteps(state);
    return nodes(true);
  }
  const absolute = cursor.skip('//') !== undefined;
  if (!absolute && state.depth === 0) state.contextual = true;
  parseSteps(state);
  return nodes(absolute);
};

const nodeTypes = ['comment', 'text', 'processing-instruction', 'node'];

const beginsPrimary = (token: Token): boolean =>
  ['variable', 'literal', 'number', 'function'].includes(token.kind) || isSymbol(token, '(');

const beginsStep = (token: Token): boolean =>
  token.kind === 'name' || token.kind === 'axis' || isSymbol(token, '.', '..', '@');

const parseFilter = (state: ParseState): Value => {
  const { cursor } = state;
  const primary = parsePrimary(state);
  const next = cursor.peek();
  if (!isSymbol(next, '[', '/', '//')) return primary;
  if (!isOneOf(primary, 'nodes')) throw cursor.problem(next, `"${next.text}" follows something that is not nodes`);
  parsePredicates(state);
  if (skipSlash(state)) parseSteps(state);
  return nodes(primary.absolute);
};

const parsePrimary = (state: ParseState): Value => {
  const token = state.cursor.take();
  if (token.kind === 'literal') return valueOf('string');
  if (token.kind === 'number') return valueOf('number');
  if (token.kind === 'variable') return variable(state, token);
  if (token.kind === 'function') return parseCall(state, token);
  const inner = state.nested(state);
  state.cursor.demand(')');
  return inner;
};

const variable = (state: ParseState, token: Token): Value => {
  const type = state.scope.variables.get(token.text.slice(1));
  if (type !== undefined) return valueOf(type);
  const known = [...state.scope.variables.keys()].map((name) => `$${name}`);
  throw state.cursor.problem(token, `variable ${token.text} is unknown${didYouMean(token.text, known)}`);
};

const skipSlash = ({ cursor }: ParseState): boolean => (cursor.skip('/') ?? cursor.skip('//')) !== undefined;

const parseSteps = (state: ParseState): void => {
  do parseStep(state);
  while (skipSlash(state));
};

const parseStep = (state: ParseState): void => {
  const { cursor } = state;
  if ((cursor.skip('.') ?? cursor.skip('..')) !== undefined) return;
  if (cursor.skip('@') === undefined) parseAxis(state);
  parseNodeTest(state);
  parsePredicates(state);
};

const axes =
  'ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling parent preceding preceding-sibling self'.split(
    ' ',
  );

const parseAxis = ({ cursor }: ParseState): void => {
  if (cursor.peek().kind !== 'axis') return;
  const axis = cursor.take();
  if (axis.text === 'namespace') throw cursor.problem(axis, 'the namespace axis is not in every engine');
  if (!axes.includes(axis.text))
    throw cursor.problem(axis, `"${axis.text}" is not an axis${didYouMean(axis.text, axes)}`);
  cursor.demand('::');
};

const parseNodeTest = (state: ParseState): void => {
  const { cursor } = state;
  const token = cursor.take();
  if (token.kind !== 'name') throw cursor.unexpected(token, 'a step');
  if (!nodeTypes.includes(token.text) || !isSymbol(cursor.peek(), '(')) {
    mustBeKnown(state, token);
    return;
  }
  cursor.demand('(');
  if (token.text === 'processing-instruction' && cursor.peek().kind === 'literal') cursor.take();
  cursor.demand(')');
};

const mustBeKnown = (state: ParseState, token: Token): void => {
  const { prefixes } = state.scope;
  const prefix = token.text.slice(0, Math.max(token.text.indexOf(':'), 0));
  if (prefix === '' || prefixes.includes(prefix)) return;
  throw state.cursor.problem(token, `prefix "${prefix}" is unknown${didYouMean(prefix, prefixes)}`);
};

const parsePredicates = (state: ParseState): void => {
  while (state.cursor.skip('[') !== undefined) {
    state.depth += 1;
    state.nested(state);
    state.depth -= 1;
    state.cursor.demand(']');
  }
};
