import fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import { exactly } from '../pattern/char-class.ts';
import { charsOf } from '../pattern/char-set.ts';
import { choice, empty, one, repeat, sequence } from '../pattern/node.ts';
import { createWalker } from '../pattern/walker.ts';
import { patternsOf, walks } from './atomic.ts';
import { limitsOf } from './limits.ts';
import { settledText } from './shapes.ts';
import type { Values } from './simple-values.ts';

/** Lists of more items than this are made only where they must be. */
const usual = 5;

/** Arbitraries of text for a list type. */
export const lists = (type: SimpleType, values: Values): readonly fc.Arbitrary<string>[] => {
  const { minLength, maxLength } = limitsOf(type);
  if (type.item === undefined || minLength > maxLength) return [];
  const most = Math.min(maxLength, Math.max(minLength + 2, usual));
  const items = fc.array(words(values.of(type.item)), { minLength, maxLength: most, size: 'max' });
  const joined = items.map((list) => list.join(' '));
  const patterned = patternedList(type);
  return patterned === undefined ? [joined] : [joined, patterned];
};

/** Text without white space, as an item must be. */
const words = (items: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  items.map((text) => text.replace(/[ \t\n\r]+/g, '_') || 'x');

/** Where the list as a whole has a pattern: text along it, and along the item's patterns. */
const patternedList = (type: SimpleType): fc.Arbitrary<string> | undefined => {
  const patterns = patternsOf(type);
  const [item] = type.item === undefined ? [] : patternsOf(type.item);
  if (patterns.length === 0) return undefined;
  const space = one(exactly(charsOf(' ')));
  const grammar =
    item === undefined ? [] : [choice([empty, sequence([item, repeat(sequence([space, item]), 0, Infinity)])])];
  const walker = createWalker([...patterns, ...grammar, settledText('collapse')], { min: 0, max: Infinity });
  return walker === undefined ? undefined : walks(walker);
};
