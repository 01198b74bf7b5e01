import { expect, test } from 'vitest';
import { withDocument } from '#xml/document';
import { pathOf } from './place.ts';

test.each([
  ['<r><x/><x><y/></x></r>', '/r/x[2]/y'],
  ['<r><?go on?><x/><!-- --><?go on?><x><?go on?><y/></x></r>', '/r/x[2]/y'],
  ['<r><z/><?go on?><x/>text<x><z/><?go on?><y/></x><?go on?></r>', '/r/x[2]/y'],
])('a path counts elements of one name, whatever stands between them: %s', (text, path) => {
  const found = withDocument(Buffer.from(text), ({ root }) => {
    const node = root.get('//y');
    return node === null ? undefined : pathOf({ node, inside: undefined }, root);
  });

  expect(found).toBe(path);
});
