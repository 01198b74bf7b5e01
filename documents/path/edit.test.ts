import { expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import { changeAt, removeAt, setAt } from './edit.ts';

const tree = parseTree(Buffer.from('<r><a id="1">x<b/></a><c/></r>'));

test('setting an element replaces all that is in it', () => {
  expect(serialize(setAt(tree, { steps: [0], attribute: undefined }, 'y'))).toBe('<r><a id="1">y</a><c/></r>');
});

test('setting an attribute keeps its place and adds one that is missing', () => {
  const id = { namespace: '', name: 'id' };
  expect(serialize(setAt(tree, { steps: [0], attribute: id }, '2'))).toBe('<r><a id="2">x<b/></a><c/></r>');
  expect(serialize(setAt(tree, { steps: [1], attribute: id }, '3'))).toBe('<r><a id="1">x<b/></a><c id="3"/></r>');
});

test('a node is taken out', () => {
  expect(serialize(removeAt(tree, { steps: [0, 1], attribute: undefined }))).toBe('<r><a id="1">x</a><c/></r>');
  expect(serialize(removeAt(tree, { steps: [0], attribute: { namespace: '', name: 'id' } }))).toBe(
    '<r><a>x<b/></a><c/></r>',
  );
});

test('what lies beside an edit is shared', () => {
  const changed = changeAt(tree, [0], () => undefined);
  expect(changed.children[0]).toBe(tree.children[1]);
});
