import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts'];
const tests = ['**/*.test.ts', 'test/**/*.ts'];

const libxml = ['libxml2-wasm', 'xmllint-wasm'].map((name) => ({
  name,
  message: 'Only xml/ calls it: a document that is not disposed ruins its heap. Use #xml.',
}));
const fastCheckRunners = {
  name: 'fast-check',
  importNames: ['assert', 'check'],
  message: 'fc.assert wraps the error, so failed becomes broken. Use forAll of #harness.',
};
const expectations = {
  name: 'vitest',
  importNames: ['expect', 'assert', 'expectTypeOf', 'assertType'],
  message: 'Allure records every expectation as a step. Throw a Nonconformance.',
};

const plainData = [
  {
    selector: "ClassDeclaration:not([superClass.name=/Error$/]):not([superClass.property.name='Arbitrary'])",
    message: 'Classes are for errors, and arbitraries of fast-check. Use a record and functions.',
  },
  { selector: 'ClassExpression', message: 'Classes are for errors and arbitraries, and have a name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that declares it.' },
  {
    selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    message: 'A double assertion hides a wrong type. Parse the value instead.',
  },
];
const clock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
].map((selector) => ({ selector, message: 'Only the commands read the clock: it is an argument of the run.' }));
const runner = [
  {
    selector: 'CallExpression[callee.object.name="fc"][callee.property.name=/^(assert|check)$/]',
    message: 'fc.assert wraps the error, so failed becomes broken. Use forAll of #harness.',
  },
];
const seedless = [
  {
    selector:
      'CallExpression[callee.object.name="fc"][callee.property.name=/^(assert|check|sample|statistics)$/]' +
      ':not([arguments.1.type="Identifier"])' +
      ':not(:has(Property[key.name="seed"]))' +
      ':not(:has(ObjectExpression > SpreadElement))',
    message: 'Without a seed it is another test every time. Give { seed }.',
  },
];
const unrun = [
  {
    selector:
      'CallExpression[callee.object.name=/^(test|describe|it|suite)$/]' +
      '[callee.property.name=/^(only|skip|todo|fails)$/]',
    message: 'A test runs or is deleted. Where a machine may lack something, use skipIf.',
  },
];
/** Of tests beside their source; what has to be fast is measured by the bench, the proof and the attacks. */
const stopwatch = [
  'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
  'MemberExpression[object.name="process"][property.name=/^(hrtime|uptime)$/]',
  'CallExpression[callee.property.name=/^toBe(Less|Greater)Than/] CallExpression[callee.name="expect"] ' +
    'MemberExpression[property.name=/^(seconds|milliseconds|duration|durationMs|elapsed\\w*|took)$/]',
].map((selector) => ({
  selector,
  message: 'Under load it fails by itself. Count steps, or give the code a clock.',
}));
const printing = [
  {
    selector: 'MemberExpression[object.name="process"][property.name=/^std(out|err)$/]',
    message: 'What others sent would steer the terminal. Use tell or tellAside of cli/tell.ts.',
  },
];

/** The last group that fits a file is the one that counts, so each names all it forbids. */
const imports = (files, paths, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', ...paths] },
});
const syntax = (files, restrictions) => ({ files, rules: { 'no-restricted-syntax': ['error', ...restrictions] } });

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '3pas-out/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Spreading a text gives its code points, which is what XML counts.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What was caught is passed on as it came.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      // Enums exist in libraries only, where they are flags to be joined.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
    },
  },
  { files: tests, rules: { 'max-lines': ['error', 500], 'max-lines-per-function': 'off' } },
  // One file by design: it imports nothing.
  { files: ['**/rules.mjs'], rules: { 'max-lines': 'off' } },
  { files: ['cli/bin.js', 'test/**'], rules: { 'no-console': 'off' } },

  imports(typescript, [...libxml, fastCheckRunners]),
  imports(['xml/**/*.ts'], [fastCheckRunners]),
  imports(['harness/**/*.ts'], libxml),
  imports(['suites/**/*.ts'], [...libxml, fastCheckRunners, expectations], ['**/*.test.ts']),

  syntax(typescript, [...plainData, ...clock, ...runner, ...seedless, ...printing]),
  syntax(['harness/**/*.ts'], [...plainData, ...clock, ...printing]),
  syntax(['cli/**/*.ts'], [...plainData, ...runner, ...seedless, ...printing]),
  syntax(['cli/tell.ts'], [...plainData, ...runner, ...seedless]),
  // Its stderr is a pipe to the command that started it.
  syntax(['endpoint/mock/own-process.ts'], [...plainData, ...clock, ...runner, ...seedless]),
  syntax(['**/*.test.ts'], [...plainData, ...clock, ...seedless, ...unrun, ...stopwatch]),
  syntax(['test/**/*.ts'], [...plainData, ...clock, ...seedless, ...unrun]),
  { files: ['vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{ts,js,mjs}'],
    ignores: ['cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'All follows from the seed: use an arbitrary or the run id.' },
        { object: 'Date', property: 'now', message: 'Only the commands read the clock: it is an argument of the run.' },
      ],
    },
  },
);
