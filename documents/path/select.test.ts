import { describe, expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { elementAt, select, type Location } from './select.ts';
import { parsePath } from '#xml/simple-path';

const tree = parseTree(
  Buffer.from('<r xmlns:p="urn:p"><a p:id="1"><b>x</b><p:b>y</p:b><b q="z">w</b></a><a><b>v</b></a></r>'),
);
const root: Location = { steps: [], attribute: undefined };

const found = (expression: string): readonly string[] | undefined => {
  const path = parsePath(expression, { p: 'urn:p' });
  return path === undefined
    ? undefined
    : select(tree, root, path).map(
        ({ steps, attribute }) => `${steps.join('/')}${attribute ? `@${attribute.name}` : ''}`,
      );
};

describe('select', () => {
  test.each([
    ['a', ['0', '1']],
    ['a/b', ['0/0', '0/2', '1/0']],
    ['a/p:b', ['0/1']],
    ['a/*', ['0/0', '0/1', '0/2', '1/0']],
    ['*/p:*', ['0/1']],
    ['a[2]/b', ['1/0']],
    ['a/b[2]', ['0/2']],
    ['.', ['']],
    ['./a', ['0', '1']],
    ['.//b', ['0/0', '0/2', '1/0']],
    ['.//@p:id', ['0@id']],
    ['a/b/@q', ['0/2@q']],
    ['a//@*', ['0@id', '0/2@q']],
    ['.//b | a', ['0', '0/0', '0/2', '1', '1/0']],
    ['b', []],
    ['a/@q/b', []],
  ])('%s leads to its nodes in document order', (expression, expected) => {
    expect(found(expression)).toEqual(expected);
  });

  test.each([
    '',
    '/a',
    'a/',
    'a//',
    'local-name()',
    'count(a)',
    'a[@q]',
    'a/..',
    'x:a',
    '"a"',
    '1',
    'a or b',
    'a/text()',
  ])('%s is refused', (expression) => {
    expect(found(expression)).toBeUndefined();
  });
});

test('an element that is no longer there is an error', () => {
  expect(() => elementAt(tree, [0, 9])).toThrow('no element at /0/9 below <r>');
});
