import { readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** What a file imports once its types are gone. */
const importsOf = (file: string): readonly string[] => {
  const source = ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
      return [];
    return ts.isStringLiteral(statement.moduleSpecifier) ? [statement.moduleSpecifier.text] : [];
  });
};

const targetOf = (from: string, specifier: string): string => {
  if (specifier.startsWith('#')) return `${specifier.slice(1)}.ts`;
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier;
};

/** Files and packages that an entry runs, through all rooms. */
const reachedFrom = (entry: string): readonly string[] => {
  const reached = new Set([entry]);
  for (const file of reached)
    if (file.endsWith('.ts')) for (const specifier of importsOf(file)) reached.add(targetOf(file, specifier));
  return [...reached];
};

test.each([
  ...['gate/decision/evaluate.ts', 'gate/facts/facts.ts', 'gate/policy/read-policy.ts', 'gate/required/same-list.ts'],
  ...['gate/policy/policy-template.ts', 'gate/sample/observations.ts', 'gate/text/decision-text.ts'],
])('%s runs in a browser: it leads to nothing of Node', (entry) => {
  const others = reachedFrom(entry).filter((file) => !file.endsWith('.ts'));

  expect(others.filter((name) => name !== 'valibot')).toEqual([]);
});

test('a file that leads to Node is seen', () => {
  expect(reachedFrom('gate/evidence/read-evidence.ts')).toContain('node:fs');
});
