import { booleanOf, type Direct, numberOf, stringOf } from './xpath-direct-value.ts';
import { normalizeSpace, stringLength, translate } from './xpath-functions.ts';

/** A call of a function of the core library; undefined for one that needs the engine. */
export const directCall = (name: string, given: readonly Direct[]): Direct | undefined => {
  const write = functions[name];
  const [one = nothing, other = nothing, third = nothing] = given;
  return write?.length === given.length ? write(one, other, third) : undefined;
};

/** Stands where a function has no argument. */
const nothing: Direct = { type: 'string', of: () => '' };

type Writer = (one: Direct, other: Direct, third: Direct) => Direct | undefined;

const ofStrings =
  (call: (one: string, other: string) => boolean) =>
  (one: Direct, other: Direct): Direct => {
    const [first, second] = [stringOf(one), stringOf(other)];
    return { type: 'boolean', of: (node) => call(first(node), second(node)) };
  };

const functions: Readonly<Record<string, Writer>> = {
  true: () => ({ type: 'boolean', of: () => true }),
  false: () => ({ type: 'boolean', of: () => false }),
  not: (one) => {
    const holds = booleanOf(one);
    return { type: 'boolean', of: (node) => !holds(node) };
  },
  boolean: (one) => ({ type: 'boolean', of: booleanOf(one) }),
  number: (one) => ({ type: 'number', of: numberOf(one) }),
  string: (one) => ({ type: 'string', of: stringOf(one) }),
  count: (one) => (one.type === 'nodes' ? { type: 'number', of: (node) => one.of(node).length } : undefined),
  'string-length': (one) => {
    const text = stringOf(one);
    return { type: 'number', of: (node) => stringLength(text(node)) };
  },
  'normalize-space': (one) => {
    const text = stringOf(one);
    return { type: 'string', of: (node) => normalizeSpace(text(node)) };
  },
  translate: (one, from, to) => {
    const [text, sources, targets] = [stringOf(one), stringOf(from), stringOf(to)];
    return { type: 'string', of: (node) => translate(text(node), sources(node), targets(node)) };
  },
  'starts-with': ofStrings((one, other) => one.startsWith(other)),
  contains: ofStrings((one, other) => one.includes(other)),
};
