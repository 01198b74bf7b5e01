import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { xpathTokens } from '#xml/xpath-tokens';

const contract = readContract('contract/2020-01');
const wireValues = new Set(
  ['Documenttype', 'Medium', 'SoortOrganisatie', 'Rubriek'].flatMap(
    (list) => contract.codeLists.get(`codelists.xsd#${list}`) ?? [],
  ),
);

test('no rule names a document type, a medium, a kind of body or a rubriek: those stand in tables', () => {
  const expressions = contract.rules.flatMap((rule) => [
    rule.context,
    rule.test,
    ...rule.lets.map(({ value }) => value),
  ]);
  const literals = expressions.flatMap((one) =>
    xpathTokens(one).flatMap(({ kind, text }) => (kind === 'literal' ? [text.slice(1, -1)] : [])),
  );

  expect(wireValues.size).toBeGreaterThan(40);
  expect(literals.filter((one) => wireValues.has(one))).toEqual([]);
});

test('and no face does', () => {
  const source = ts.createSourceFile(
    'rules.mjs',
    readFileSync('contract/2020-01/rules.mjs', 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && wireValues.has(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);

  expect(found).toEqual([]);
});
