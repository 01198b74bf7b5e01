import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { inDutch } from './in-dutch.ts';

/** What stands for the parts of a template that are filled in. */
const filled = '7';

/** Sentences that are put together of phrases elsewhere; the tests of contract/ hold them (`refusal` of broken-copy.ts). */
const composed: ReadonlySet<string> = new Set([
  'service.answer.failure 7',
  'uses.7 7',
  '7; correct the expression',
  'rule 7 has no text; add the diagnostics 7',
  'rule 7 names the element "7", which 77',
  'rule 7 names the attribute "7", which 77',
  '7 has no element "7" in 77',
]);

const sentencesIn = (path: string): readonly string[] => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'ContractError')
      found.push(...textsOf(node.arguments?.[1]));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** The texts that an expression can be, as far as they stand in it. */
const textsOf = (node: ts.Expression | undefined): readonly string[] => {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isIdentifier(node)) return textsOf(valueOf(node));
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce<readonly string[]>(
    (open, { expression, literal }) =>
      open.flatMap((begun) => partsOf(expression).map((part) => begun + part + literal.text)),
    [node.head.text],
  );
};

/** What a name in the same file stands for: its last `const` before. */
const valueOf = (name: ts.Identifier): ts.Expression | undefined => {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (node.pos > name.pos) return;
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text) found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
};

const partsOf = (node: ts.Expression): readonly string[] => {
  const texts =
    ts.isTemplateExpression(node) || ts.isConditionalExpression(node) || ts.isIdentifier(node) ? textsOf(node) : [];
  return texts.length === 0 ? [filled] : texts;
};

test('every error of a contract folder that stands in code has a Dutch form', () => {
  const all = globSync('contract/**/*.ts', { exclude: (name) => name.endsWith('.test.ts') })
    .sort()
    .flatMap((path) => sentencesIn(path).map((sentence) => `${path}: ${sentence}`));
  const untold = all.filter((one) => {
    const sentence = one.slice(one.indexOf(': ') + 2);
    return /\p{L}{2}/u.test(sentence) && !composed.has(sentence) && inDutch(sentence) === sentence;
  });

  expect(all.length).toBeGreaterThan(120);
  expect(untold).toEqual([]);
});
