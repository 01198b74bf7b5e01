import { defineConfig, type OxlintOverride } from 'oxlint';

interface RestrictedImport {
  readonly name: string;
  readonly importNames?: string[];
  readonly message: string;
}
interface Restriction {
  readonly selector: string;
  readonly message: string;
}

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
const ownWork = ['cli/generate/second-opinion.ts', 'cli/pact/write/write-pact.ts'];
const unbounded = {
  name: 'node:fs',
  importNames: ['readFileSync'],
  message: 'A file that a user names has any size, and a pipe may have no writer. Use readWithin of #xml.',
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

/** Options that allow none of these. */
const strictly = (...kinds: readonly string[]): Record<string, false> =>
  Object.fromEntries(kinds.map((kind) => [`allow${kind}`, false]));

/** Of typescript-eslint, each as its strict set has it; those with options of their own stand in the configuration. */
const typeScriptRules = [
  'adjacent-overload-signatures',
  'array-type',
  'await-thenable',
  'ban-tslint-comment',
  'class-literal-property-style',
  'consistent-generic-constructors',
  'consistent-indexed-object-style',
  'consistent-type-assertions',
  'consistent-type-definitions',
  'no-array-delete',
  'no-base-to-string',
  'no-confusing-non-null-assertion',
  'no-confusing-void-expression',
  'no-deprecated',
  'no-duplicate-enum-values',
  'no-duplicate-type-constituents',
  'no-dynamic-delete',
  'no-empty-object-type',
  'no-explicit-any',
  'no-extra-non-null-assertion',
  'no-extraneous-class',
  'no-floating-promises',
  'no-for-in-array',
  'no-generated-empty-object-type',
  'no-implied-eval',
  'no-inferrable-types',
  'no-invalid-void-type',
  'no-meaningless-void-operator',
  'no-misused-new',
  'no-misused-promises',
  'no-mixed-enums',
  'no-namespace',
  'no-non-null-asserted-nullish-coalescing',
  'no-non-null-asserted-optional-chain',
  'no-non-null-assertion',
  'no-redundant-type-constituents',
  'no-require-imports',
  'no-this-alias',
  'no-unnecessary-boolean-literal-compare',
  'no-unnecessary-condition',
  'no-unnecessary-template-expression',
  'no-unnecessary-type-arguments',
  'no-unnecessary-type-assertion',
  'no-unnecessary-type-constraint',
  'no-unnecessary-type-conversion',
  'no-unnecessary-type-parameters',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-declaration-merging',
  'no-unsafe-enum-comparison',
  'no-unsafe-function-type',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'no-unsafe-unary-minus',
  'no-useless-default-assignment',
  'no-wrapper-object-types',
  'non-nullable-type-assertion-style',
  'prefer-as-const',
  'prefer-find',
  'prefer-for-of',
  'prefer-function-type',
  'prefer-includes',
  'prefer-literal-enum-member',
  'prefer-namespace-keyword',
  'prefer-nullish-coalescing',
  'prefer-optional-chain',
  'prefer-promise-reject-errors',
  'prefer-reduce-type-parameter',
  'prefer-regexp-exec',
  'prefer-return-this-type',
  'prefer-string-starts-ends-with',
  'related-getter-setter-pairs',
  'require-await',
  'triple-slash-reference',
  'unbound-method',
  'unified-signatures',
  'use-unknown-in-catch-callback-variable',
];

/** The last group that fits a file is the one that counts, so each names all it forbids. */
const imports = (files: string[], paths: readonly RestrictedImport[], excludeFiles: string[] = []): OxlintOverride => ({
  files,
  excludeFiles,
  rules: { 'no-restricted-imports': ['error', { paths: [...paths] }] },
});
const syntax = (files: string[], restrictions: readonly Restriction[]): OxlintOverride => ({
  files,
  rules: { 'eslint-js/no-restricted-syntax': ['error', ...restrictions] },
});

export default defineConfig({
  ignorePatterns: ['node_modules/', 'dist/', '3pas-out/'],
  options: { typeAware: true, typeCheck: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['typescript'],
  // The one rule of ESLint that oxlint has not got itself.
  jsPlugins: [{ name: 'eslint-js', specifier: 'oxlint-plugin-eslint' }],
  categories: { correctness: 'off' },
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
  overrides: [
    {
      files: typescript,
      rules: {
        ...Object.fromEntries(typeScriptRules.map((name) => [`typescript/${name}`, 'error'])),
        'no-array-constructor': 'error',
        'no-empty-function': 'error',
        'no-unused-expressions': 'error',
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        'no-useless-constructor': 'error',
        'prefer-rest-params': 'error',
        'prefer-spread': 'error',
        'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
        'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
        'typescript/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
        // What was caught is passed on as it came.
        'typescript/only-throw-error': ['error', { allowThrowingUnknown: true }],
        'typescript/restrict-plus-operands': [
          'error',
          strictly('Any', 'Boolean', 'Nullish', 'NumberAndString', 'RegExp'),
        ],
        'typescript/restrict-template-expressions': [
          'error',
          strictly('Any', 'Boolean', 'Never', 'Nullish', 'Number', 'RegExp'),
        ],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      },
    },
    { files: tests, rules: { 'max-lines': ['error', 500], 'max-lines-per-function': 'off' } },
    // One file by design: it imports nothing.
    { files: ['**/rules.mjs'], rules: { 'max-lines': 'off' } },
    { files: ['cli/bin.js', 'test/**'], rules: { 'no-console': 'off' } },

    imports(typescript, [...libxml, fastCheckRunners]),
    imports(
      ['{cli,documents,endpoint,profiles}/**/*.ts'],
      [...libxml, fastCheckRunners, unbounded],
      // Files of our own making, of this package or of the system.
      ['**/*.test.ts', 'cli/version.ts', 'cli/{rules/own,folder/running}-process.ts', ...ownWork],
    ),
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
    { files: ['*.config.ts'], rules: { 'eslint-js/no-restricted-syntax': 'off' } },
    {
      files: ['**/*.{ts,js,mjs}'],
      excludeFiles: ['cli/**'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'All follows from the seed: use an arbitrary or the run id.' },
          {
            object: 'Date',
            property: 'now',
            message: 'Only the commands read the clock: it is an argument of the run.',
          },
        ],
      },
    },
  ],
});
