import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { leftEnglish } from '../../test/samples/left-english.ts';
import { inDutch } from './in-dutch.ts';

/** What stands for the parts of a template that are filled in. */
const filled = '7';

/** Sentences that are put together of phrases elsewhere; the tests of contract/ hold them (`refusal` of broken-copy.ts). */
const composed: ReadonlySet<string> = new Set([
  'service.answer.failure 7',
  'the file 7',
  'uses.7 7',
  '7; correct the expression',
  'rule 7 has no text; add the diagnostics 7',
  'rule 7 names the element "7", which 77',
  'rule 7 names the attribute "7", which 77',
  '7 has no element "7" in 77',
]);

/** Which argument of an error is its sentence. */
const sentenceAt: ReadonlyMap<string, number> = new Map([
  ['ContractError', 1],
  ['GenerationError', 1],
  ['SchemaError', 2],
  ['DocumentError', 0],
  ['EntityTrouble', 0],
  ['because', 1],
]);

/** The property that holds what is asked of the author of a folder. */
const asked = 'question';

const sentencesIn = (path: string): readonly string[] => {
  const text = readFileSync(path, 'utf8');
  if (![...[...sentenceAt.keys()].map((name) => `${name}(`), asked].some((sign) => text.includes(sign))) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const at = sentenceAt.get(node.expression.getText());
      if (at !== undefined) found.push(...textsOf(node.arguments?.[at]));
    }
    if (path.startsWith('contract/init/')) found.push(...askedAt(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const askedAt = (node: ts.Node): readonly string[] => {
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === asked) return textsOf(node.name);
  return ts.isPropertyAssignment(node) && node.name.getText() === asked ? textsOf(node.initializer) : [];
};

/** The texts that an expression can be, as far as they stand in it. */
const textsOf = (node: ts.Expression | undefined): readonly string[] => {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isIdentifier(node)) return textsOf(valueOf(node));
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return returnedBy(valueOf(node.expression));
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce<readonly string[]>(
    (open, { expression, literal }) =>
      open.flatMap((begun) => partsOf(expression).map((part) => begun + part + literal.text)),
    [node.head.text],
  );
};

/** The texts that a function of the same file returns. */
const returnedBy = (called: ts.Expression | undefined): readonly string[] => {
  if (called === undefined || !ts.isArrowFunction(called)) return [];
  if (!ts.isBlock(called.body)) return textsOf(called.body);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) found.push(...textsOf(node.expression));
    ts.forEachChild(node, visit);
  };
  visit(called.body);
  return found;
};

/** What a name in the same file stands for: its last `const` before, or a function behind. */
const valueOf = (name: ts.Identifier): ts.Expression | undefined => {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text && isSeen(node, name))
      found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
};

const isSeen = ({ pos, initializer }: ts.VariableDeclaration, name: ts.Identifier): boolean =>
  pos < name.pos || (initializer !== undefined && ts.isArrowFunction(initializer));

const partsOf = (node: ts.Expression): readonly string[] => {
  const texts =
    ts.isTemplateExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isCallExpression(node)
      ? textsOf(node)
      : [];
  return texts.length === 0 ? [filled] : texts;
};

test('every error of a contract folder, and every question about it, that stands in code is all Dutch or all English', () => {
  const all = globSync('{contract,cli,xml,documents,generators}/**/*.ts', {
    exclude: (name) => name.endsWith('.test.ts'),
  })
    .sort()
    .flatMap((path) => sentencesIn(path).map((sentence) => `${path}: ${sentence}`));
  const untold = all.flatMap((one) => {
    const sentence = one.slice(one.indexOf(': ') + 2);
    if (!/\p{L}{2}/u.test(sentence) || composed.has(sentence)) return [];
    const nl = inDutch(sentence);
    return nl === sentence || leftEnglish(nl, sentence).length > 0 ? [one] : [];
  });

  expect(all.length).toBeGreaterThan(120);
  expect(untold).toEqual([]);
});
