import fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import { exactly } from '../pattern/char-class.ts';
import { charsOf } from '../pattern/char-set.ts';
import { choice, empty, one, repeat, sequence, type Node } from '../pattern/node.ts';
import { createWalker } from '../pattern/walker.ts';
import { builtinsOf, patternsOf, walks } from './atomic.ts';
import { limitsOf } from './limits.ts';
import { settledText, shapeOf } from './shapes.ts';
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
  if (patterns.length === 0) return undefined;
  const item = type.item && itemNode(type.item);
  const space = one(exactly(charsOf(' ')));
  const grammar =
    item === undefined ? [] : [choice([empty, sequence([item, repeat(sequence([space, item]), 0, Infinity)])])];
  const walker = createWalker([...patterns, ...grammar, settledText('collapse')], { min: 0, max: Infinity });
  return walker === undefined ? undefined : walks(walker);
};

/** What an item is made along: its patterns, else the shape of its built-in type; undefined where it can be anything. */
const itemNode = (item: SimpleType): Node | undefined => {
  if (item.variety !== 'union') return patternsOf(item)[0] ?? shapeOf(builtinsOf(item), 'minimal');
  const members = item.members.map(itemNode);
  return members.includes(undefined) ? undefined : choice(members.filter((one) => one !== undefined));
};
