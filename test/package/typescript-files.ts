import ts from 'typescript';

/** A source file names a TypeScript file in a way that nothing rewrites. */
class UnrewrittenPath extends Error {
  override readonly name = 'UnrewrittenPath';
}

/**
 * Makes `new URL('./worker.ts', import.meta.url)` name the JavaScript that the package has; imports are left to TypeScript.
 * Throws `UnrewrittenPath` for any other string that ends in `.ts`.
 */
export const typeScriptUrls: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node => {
    if (isSpecifier(node)) return node;
    if (isModuleUrl(node)) return withJavaScript(node, context.factory);
    if (ts.isStringLiteralLike(node) && node.text.endsWith('.ts')) throw unrewritten(file, node);
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitEachChild(file, visit, context);
};

const isSpecifier = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) &&
  (ts.isImportDeclaration(node.parent) ||
    ts.isExportDeclaration(node.parent) ||
    (ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword));

const isModuleUrl = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) &&
  node.expression.getText() === 'URL' &&
  node.arguments?.[1]?.getText() === 'import.meta.url' &&
  /^\.{1,2}\/.*\.ts$/.test(pathOf(node));

const pathOf = (node: ts.NewExpression): string => {
  const first = node.arguments?.[0];
  return first !== undefined && ts.isStringLiteralLike(first) ? first.text : '';
};

const withJavaScript = (node: ts.NewExpression, factory: ts.NodeFactory): ts.NewExpression => {
  const path = factory.createStringLiteral(pathOf(node).replace(/\.ts$/, '.js'), true);
  return factory.updateNewExpression(node, node.expression, undefined, [path, ...(node.arguments ?? []).slice(1)]);
};

const unrewritten = (file: ts.SourceFile, node: ts.StringLiteralLike): UnrewrittenPath => {
  const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  return new UnrewrittenPath(
    `${file.fileName}:${String(line)}: the package has no file ${node.text}. ` +
      `Write new URL('./file.ts', import.meta.url), or take the ending from import.meta.filename.`,
  );
};
