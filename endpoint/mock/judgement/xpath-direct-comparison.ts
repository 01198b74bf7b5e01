import type { Node } from 'slimdom';
import { stringValue } from './dom.ts';
import { booleanOf, type Direct, numberOf, stringOf } from './xpath-direct-value.ts';
import { textNumber } from './xpath-functions.ts';

type Plain = string | number | boolean;
type Test = (one: Plain, other: Plain) => boolean;

const tests: Readonly<Record<string, Test>> = {
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

/** A comparison as XPath 1.0 section 3.4 has it; undefined for another operator. */
export const compareDirectly = (operator: string, one: Direct, other: Direct): Direct | undefined => {
  const test = tests[operator];
  if (test === undefined) return undefined;
  const isEquality = operator === '=' || operator === '!=';
  const has = (type: Direct['type']): boolean => one.type === type || other.type === type;
  if (has('boolean')) {
    const as = (side: Direct): ((node: Node) => Plain) =>
      isEquality ? booleanOf(side) : numberOf({ type: 'boolean', of: booleanOf(side) });
    return single(test, as(one), as(other));
  }
  const isNumeric = !isEquality || has('number');
  if (has('nodes')) return existential(test, candidates(one, isNumeric), candidates(other, isNumeric));
  return isNumeric ? single(test, numberOf(one), numberOf(other)) : single(test, stringOf(one), stringOf(other));
};

const single = (test: Test, one: (node: Node) => Plain, other: (node: Node) => Plain): Direct => ({
  type: 'boolean',
  of: (node) => test(one(node), other(node)),
});

/** The values that a side offers: that of each node, or its own. */
const candidates = (side: Direct, isNumeric: boolean): ((node: Node) => readonly Plain[]) => {
  if (side.type === 'nodes') {
    const valueOf = (node: Node): Plain => (isNumeric ? textNumber(stringValue(node)) : stringValue(node));
    return (node) => side.of(node).map(valueOf);
  }
  const valueOf = isNumeric ? numberOf(side) : stringOf(side);
  return (node) => [valueOf(node)];
};

const existential = (
  test: Test,
  some: (node: Node) => readonly Plain[],
  others: (node: Node) => readonly Plain[],
): Direct => ({
  type: 'boolean',
  of: (node) => {
    const right = others(node);
    return some(node).some((one) => right.some((other) => test(one, other)));
  },
});
