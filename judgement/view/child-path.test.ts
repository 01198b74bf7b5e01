import { expect, test } from 'vitest';
import { withDocument } from '#xml/document';
import { compileXPath, nodesOf } from '#xml/xpath';
import { childFinder, childPathOf } from './child-path.ts';

const namespaces = { a: 'urn:a', b: 'urn:b' };

const document = Buffer.from(
  `<r xmlns="urn:a" xmlns:o="urn:b"><x>1<y>2</y><!-- c --><o:y>3</o:y><y/></x><?p?><n xmlns="">4</n><x><y>5<y>6</y></y></x></r>`,
);

test.each(['a:x', 'a:x/a:y', 'a:x/b:y', 'a:x/*', '*', '*/*/a:y', 'n', 'x', 'a:y', ' a:x / a:y '])(
  '%s finds what XPath finds, in that order',
  (expression) => {
    const path = childPathOf(expression, namespaces);
    const xpath = compileXPath(expression, namespaces);
    withDocument(document, ({ root }) => {
      const found = path === undefined ? undefined : childFinder()(root, path).map(({ content }) => content);
      expect(found).toEqual(nodesOf(xpath.evaluate(root)).map(({ content }) => content));
    });
    xpath.dispose();
  },
);

test.each(['.', '@a', 'a:x/@a', 'a:x//a:y', 'local-name()', 'a:x[1]', '/a:x', 'c:x', 'a:*', 'a:x | a:y', '..', ''])(
  '%s is more than names of children',
  (expression) => {
    expect(childPathOf(expression, namespaces)).toBeUndefined();
  },
);

test('what is no element has no children', () => {
  const text = compileXPath('a:x/text()', namespaces);
  withDocument(document, ({ root }) => {
    const [node = root] = nodesOf(text.evaluate(root));
    expect(childFinder()(node, ['*'])).toEqual([]);
  });
  text.dispose();
});
