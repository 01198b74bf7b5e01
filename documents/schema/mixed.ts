import fc from 'fast-check';
import type { XmlElement, XmlNode } from '#xml/tree';
import { plainTexts } from './values/texts.ts';

/** Children with character data before, between and behind them. */
export const mixedText = (
  children: fc.Arbitrary<readonly XmlElement[]>,
  text: fc.Arbitrary<string> = plainTexts({ min: 1, max: 24 }),
): fc.Arbitrary<readonly XmlNode[]> =>
  fc
    .tuple(children, fc.array(text, { maxLength: 3, size: 'max' }))
    .map(([elements, words]) => interleaved(elements, words));

/** The first text stands first, the others each behind the next child. */
const interleaved = (elements: readonly XmlElement[], words: readonly string[]): readonly XmlNode[] => {
  const nodes: XmlNode[] = [];
  const gaps = elements.length + 1;
  for (let gap = 0; gap < gaps; gap += 1) {
    const text = words.filter((_, index) => index % gaps === gap).join(' ');
    if (text !== '') nodes.push(text);
    const element = elements[gap];
    if (element !== undefined) nodes.push(element);
  }
  return nodes;
};
