/** Code that a rule refuses in some files and leaves alone in others. */
export interface PlacedCase {
  readonly what: string;
  readonly code: string;
  readonly rule: string;
  readonly in: readonly string[];
  readonly notIn: readonly string[];
}

const importOf = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\nexport const used = ${name};\n`;
const imports = 'eslint(no-restricted-imports)';
const syntax = 'eslint-js(no-restricted-syntax)';
const properties = 'eslint(no-restricted-properties)';

/** Rules that hold in some files and not in others. */
export const placedCases: readonly PlacedCase[] = [
  {
    what: 'libxml2',
    code: importOf('XmlDocument', 'libxml2-wasm'),
    rule: imports,
    in: ['judgement/a.ts', 'suites/a.ts', 'harness/a.ts', 'cli/a.ts'],
    notIn: ['xml/a.ts'],
  },
  {
    what: 'xmllint',
    code: importOf('validateXML', 'xmllint-wasm'),
    rule: imports,
    in: ['endpoint/mock/a.ts', 'test/a.test.ts'],
    notIn: ['xml/schema/a.ts'],
  },
  {
    what: 'assert imported from fast-check',
    code: importOf('assert', 'fast-check'),
    rule: imports,
    in: ['generators/a.ts', 'suites/a.ts', 'xml/a.ts'],
    notIn: ['harness/a.ts'],
  },
  {
    what: 'expect',
    code: importOf('expect', 'vitest'),
    rule: imports,
    in: ['suites/1-poc.suite.ts', 'suites/a.ts'],
    notIn: ['suites/a.test.ts', 'xml/a.test.ts'],
  },
  {
    what: 'writing to the terminal',
    code: "process.stdout.write('x');\n",
    rule: syntax,
    in: ['cli/commands/a.ts', 'suites/a.ts', 'harness/a.ts', 'endpoint/mock/a.ts'],
    notIn: ['cli/tell.ts', 'test/a.ts'],
  },
  {
    what: 'fc.assert',
    code: 'fc.assert(property, { seed: 1 });\n',
    rule: syntax,
    in: ['suites/a.ts', 'generators/a.ts', 'cli/a.ts'],
    notIn: ['harness/a.ts', 'generators/a.test.ts'],
  },
  {
    what: 'fc.check',
    code: 'await fc.check(property, { seed: 1 });\n',
    rule: syntax,
    in: ['suites/a.ts'],
    notIn: ['harness/a.ts'],
  },
  {
    what: 'a sample without a seed',
    code: 'fc.sample(arbitrary, 10);\n',
    rule: syntax,
    in: ['generators/a.ts', 'generators/a.test.ts'],
    notIn: [],
  },
  {
    what: 'an assertion without a seed',
    code: 'fc.assert(property);\n',
    rule: syntax,
    in: ['generators/a.test.ts'],
    notIn: [],
  },
  {
    what: 'a sample with a seed',
    code: 'fc.sample(arbitrary, { numRuns: 10, seed: 1 });\n',
    rule: syntax,
    in: [],
    notIn: ['generators/a.ts', 'generators/a.test.ts'],
  },
  {
    what: 'new Date()',
    code: 'export const now = new Date();\n',
    rule: syntax,
    in: ['endpoint/a.ts', 'harness/a.ts', 'xml/a.test.ts'],
    notIn: ['cli/a.ts'],
  },
  { what: 'a given date', code: 'export const day = new Date(0);\n', rule: syntax, in: [], notIn: ['endpoint/a.ts'] },
  { what: 'Date()', code: 'export const now = Date();\n', rule: syntax, in: ['endpoint/a.ts'], notIn: ['cli/a.ts'] },
  {
    what: 'Temporal.Now',
    code: 'export const now = Temporal.Now.instant();\n',
    rule: syntax,
    in: ['endpoint/a.ts'],
    notIn: ['cli/a.ts'],
  },
  {
    what: 'Date.now',
    code: 'export const now = Date.now();\n',
    rule: properties,
    in: ['endpoint/a.ts', 'harness/a.ts'],
    notIn: ['cli/a.ts'],
  },
  {
    what: 'Math.random',
    code: 'export const lot = Math.random();\n',
    rule: properties,
    in: ['generators/a.ts', 'contract/2020-01/rules.mjs'],
    notIn: ['cli/a.ts'],
  },
  {
    what: 'a skipped test',
    code: 'test.skip("one", () => {});\n',
    rule: syntax,
    in: ['xml/a.test.ts', 'test/a.test.ts'],
    notIn: [],
  },
  {
    what: 'a test that a machine may lack the means for',
    code: 'test.skipIf(lacking)("one", () => {});\n',
    rule: syntax,
    in: [],
    notIn: ['test/a.test.ts'],
  },
  ...[
    'export const begun = performance.now();\n',
    'export const begun = process.hrtime.bigint();\n',
    'expect(exchange.durationMs).toBeLessThan(100);\n',
    'expect(found.seconds).toBeGreaterThanOrEqual(1);\n',
  ].map((code) => ({
    what: `wall-clock time, ${code.trim()}`,
    code,
    rule: syntax,
    in: ['xml/a.test.ts', 'cli/doctor/a.test.ts', 'endpoint/mock/soap/a.test.ts'],
    notIn: ['xml/a.ts', 'test/proof/a.ts', 'test/run/a.test.ts'],
  })),
  {
    what: 'a time that is exact, since the clock is given',
    code: 'expect(exchange.durationMs).toBe(100);\n',
    rule: syntax,
    in: [],
    notIn: ['xml/a.test.ts'],
  },
  { what: 'a class', code: 'export class Box {}\n', rule: syntax, in: ['xml/a.ts'], notIn: [] },
  { what: 'a subclass', code: 'export class Box extends Array {}\n', rule: syntax, in: ['cli/a.ts'], notIn: [] },
  {
    what: 'an error class',
    code: 'export class Gone extends TypeError {}\n',
    rule: syntax,
    in: [],
    notIn: ['xml/a.ts'],
  },
  { what: 'an enum', code: 'export enum Side { Left }\n', rule: syntax, in: ['xml/a.ts'], notIn: [] },
  {
    what: 'a default export',
    code: 'export default 1;\n',
    rule: syntax,
    in: ['xml/a.ts'],
    notIn: ['vitest.config.ts'],
  },
  { what: 'a barrel', code: "export * from './b.ts';\n", rule: syntax, in: ['xml/a.ts'], notIn: [] },
  {
    what: 'a double assertion',
    code: 'export const two = one as unknown as number;\n',
    rule: syntax,
    in: ['xml/a.ts', 'xml/a.test.ts'],
    notIn: [],
  },
  {
    what: 'console',
    code: 'console.log(1);\n',
    rule: 'eslint(no-console)',
    in: ['xml/a.ts', 'cli/a.ts'],
    notIn: ['test/a.ts'],
  },
  {
    what: '301 lines',
    code: 'export {};\n'.repeat(301),
    rule: 'eslint(max-lines)',
    in: ['xml/a.ts'],
    notIn: ['xml/a.test.ts'],
  },
  { what: '501 lines', code: 'export {};\n'.repeat(501), rule: 'eslint(max-lines)', in: ['xml/a.test.ts'], notIn: [] },
  {
    what: 'a function of 62 lines',
    code: `export const f = () => {\n${'f();\n'.repeat(60)}};\n`,
    rule: 'eslint(max-lines-per-function)',
    in: ['xml/a.ts'],
    notIn: ['xml/a.test.ts'],
  },
];
