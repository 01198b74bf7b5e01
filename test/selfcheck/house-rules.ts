import ts from 'typescript';

/** A file of the repository. */
export interface SourceText {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What breaks a rule in one file, each with its line where it has one. */
export type HouseRule = (file: SourceText) => readonly string[];

const rooms =
  /^(xml|documents|contract|pages|judgement|generators|endpoint|profiles|evidence|bundle|harness|suites|defects|reporters|gate|nights|cli|test)\//;
const code = /\.(ts|js|mjs)$/;
const isTest = (path: string): boolean => /\.test\.ts$|^test\//.test(path);

const linesWith =
  (pattern: RegExp, which = /./): HouseRule =>
  ({ path, text }) =>
    which.test(path)
      ? text
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${String(index + 1)}: ${line.trim()}`] : []))
      : [];

/** A path of someone's machine. */
export const machinePaths = linesWith(/(^|[^\w.])(\/work\/|\/(home|Users)\/\w+\/|\/root\/\.)|\\Users\\/);

/** A host that packages come from; the lock file names none, so that any mirror will do. */
export const registryHosts = linesWith(/\bregistry\.[\w-]+\.\w|npmjs\.|yarnpkg\.|"resolved": "https?:/);

/** Work that was put off without an issue that says so. */
export const looseEnds = linesWith(/\b(TODO|FIXME|XXX|HACK)\b(?!\W{0,2}#\d)/, /\.(ts|js|mjs|md|ya?ml|sch|xsd|wsdl)$/);

/** A lint rule switched off without a reason. */
export const silencedRules = linesWith(
  /(es|ox)lint-disable(?!.* -- \S)|@ts-(ignore|nocheck)|@ts-expect-error(?! \S)|(prettier|oxfmt)-ignore/,
  code,
);

/** A title that is a wish and no fact. */
export const wishes = linesWith(/\b(test|it|describe)\b[^'"`]*\(['"`][^'"`]*\b[Ss]hould\b/, /\.(test|suite)\.ts$/);

/** Longer than one can hold in mind; data apart, and the faces of a contract's rules, which import nothing. */
export const tooLong: HouseRule = ({ path, text }) => {
  const limit = isTest(path) ? 500 : 300;
  const lines = text.trimEnd().split('\n').length;
  return /(?<!\/rules)\.(ts|js|mjs|css|html|md)$/.test(path) && lines > limit
    ? [`${path}: ${String(lines)} lines of ${String(limit)}`]
    : [];
};

/** Not in a room, more than two folders deep below one, not in kebab-case, or a barrel. */
export const misplaced: HouseRule = ({ path }) => {
  if (!code.test(path) || !path.includes('/')) return [];
  const [, ...below] = path.split('/');
  const wrong = [
    ...(rooms.test(path) ? [] : ['in no room']),
    ...(below.length > 3 ? ['more than two folders below its room'] : []),
    ...(below.every((part) => /^[\da-z]+(-[\da-z]+)*(\.[a-z]+)*$/.test(part)) ? [] : ['not in kebab-case']),
    ...(/\/index\.\w+$/.test(path) ? ['a barrel'] : []),
  ];
  return wrong.map((one) => `${path}: ${one}`);
};

/** An exported function without its line of documentation. */
export const undocumented: HouseRule = ({ path, text }) => {
  if (!path.endsWith('.ts') || path.endsWith('.test.ts') || !rooms.test(path)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => isExported(statement) && isFunction(statement) && !hasDoc(statement))
    .map(
      (statement) => `${path}:${String(source.getLineAndCharacterOfPosition(statement.getStart()).line + 1)}: no doc`,
    );
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isFunction = (statement: ts.Statement): boolean =>
  ts.isFunctionDeclaration(statement) ||
  (ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(
      (one) => one.initializer !== undefined && ts.isArrowFunction(one.initializer),
    ));

const hasDoc = (statement: ts.Statement): boolean => ts.getJSDocCommentsAndTags(statement).length > 0;
