import { type Cursor, isSymbol, type Token } from './cursor.ts';
import { type XPathType } from './functions.ts';
import { parsePath } from './path.ts';
import { isOneOf, type ParseState, type Value, valueOf } from './state.ts';

/** An operator with its two sides. */
interface Operation {
  readonly cursor: Cursor;
  readonly operator: Token;
  readonly sides: readonly [Value, Value];
}

/** XPath 1.0, 3.3 and 3.4: strings and nodes are compared alike by all engines; a number or a boolean with something else is not. */
const equality = ({ cursor, operator, sides }: Operation): Value => {
  for (const type of ['number', 'boolean'] as const)
    if (sides.some((side) => side.type === type) && !sides.every((side) => isOneOf(side, type)))
      throw cursor.problem(
        operator,
        `"${operator.text}" has a ${type} on one side only, and engines convert the other in different ways: write ${type}(...)`,
      );
  return valueOf('boolean');
};

/** XPath 1.0 compares text as numbers, XPath 3.1 as text. */
const comparison = (operation: Operation): Value => numbers(operation, 'boolean');
const reckoning = (operation: Operation): Value => numbers(operation, 'number');

const numbers = ({ cursor, operator, sides }: Operation, type: XPathType): Value => {
  if (sides.every((side) => isOneOf(side, 'number'))) return valueOf(type);
  throw cursor.problem(
    operator,
    `"${operator.text}" takes numbers only, since engines convert text in different ways: write number(...)`,
  );
};

const logic = (): Value => valueOf('boolean');

/** XPath 1.0, 3.4 and 3.5: operators from the weakest to the strongest. */
const levels: readonly { readonly operators: readonly string[]; readonly join: (operation: Operation) => Value }[] = [
  { operators: ['or'], join: logic },
  { operators: ['and'], join: logic },
  { operators: ['=', '!='], join: equality },
  { operators: ['<', '<=', '>', '>='], join: comparison },
  { operators: ['+', '-'], join: reckoning },
  { operators: ['*', 'div', 'mod'], join: reckoning },
];

/** Parses an expression up to a token that can't belong to it. */
export const parseExpression = (state: ParseState): Value => parseLevel(state, 0);

const parseLevel = (state: ParseState, index: number): Value => {
  const { cursor } = state;
  const level = levels[index];
  if (level === undefined) return parseUnary(state);
  let left = parseLevel(state, index + 1);
  while (isSymbol(cursor.peek(), ...level.operators)) {
    const operator = cursor.take();
    left = level.join({ cursor, operator, sides: [left, parseLevel(state, index + 1)] });
  }
  return left;
};

const parseUnary = (state: ParseState): Value => {
  const { cursor } = state;
  const operator = cursor.skip('-');
  if (operator === undefined) return parseUnion(state);
  return numbers({ cursor, operator, sides: [valueOf('number'), parseUnary(state)] }, 'number');
};

const parseUnion = (state: ParseState): Value => {
  const { cursor } = state;
  let left = parsePath(state);
  for (let operator = cursor.skip('|'); operator !== undefined; operator = cursor.skip('|')) {
    const right = parsePath(state);
    if (!isOneOf(left, 'nodes') || !isOneOf(right, 'nodes')) throw cursor.problem(operator, '"|" joins nodes only');
    left = { type: 'nodes', absolute: left.absolute && right.absolute };
  }
  return left;
};
