import { describe, expect, test } from 'vitest';
import { parseTree } from './parse.ts';
import type { XmlElement } from './tree.ts';

const childrenOf = (text: string): XmlElement['children'] => parseTree(Buffer.from(text)).children;
const namesIn = (text: string): string[] =>
  childrenOf(text).map((child) => (typeof child === 'string' ? child : child.name));

describe('what a tree keeps', () => {
  test('elements in order, text beside them, and CDATA as text', () => {
    expect(namesIn('<a>one<b/>two<![CDATA[<three>]]></a>')).toEqual(['one', 'b', 'two<three>']);
  });

  test.each([
    ['first', '<a><?go on?><b/><c/></a>'],
    ['between', '<a><b/><?go on?><c/></a>'],
    ['last', '<a><b/><c/><?go on?></a>'],
    ['several side by side', '<a><?go on?><?go off?><b/><?go?><?go?><c/><?go?></a>'],
    ['beside comments', '<a><!-- one --><?go on?><!-- two --><b/><?go on?><!-- three --><c/></a>'],
    ['before and after the root', '<?go on?><a><b/><c/></a><?go on?>'],
  ])('no processing instruction, %s', (_, text) => {
    expect(namesIn(text)).toEqual(['b', 'c']);
  });

  test('text around a processing instruction as one', () => {
    expect(namesIn('<a>one<?go on?>two<!-- -->three</a>')).toEqual(['onetwothree']);
  });
});
