import { describe, expect, test } from 'vitest';
import {
  type HouseRule,
  looseEnds,
  machinePaths,
  misplaced,
  registryHosts,
  silencedRules,
  tooLong,
  undocumented,
  wishes,
} from './house-rules.ts';
import { roleNames } from './role-names.ts';

interface Sample {
  readonly rule: HouseRule;
  readonly path: string;
  readonly breaks: readonly string[];
  readonly keeps: readonly string[];
}

const samples: Readonly<Record<string, Sample>> = {
  machinePaths: {
    rule: machinePaths,
    path: 'xml/a.ts',
    breaks: ['see /work/main', '"/home/jan/project"', '/root/.npmrc'],
    keeps: ['/homework/', 'https://example.nl/work/x', '/root/child', 'the /home/ of a site'],
  },
  registryHosts: {
    rule: registryHosts,
    path: 'package-lock.json',
    breaks: ['registry.example.org', '"resolved": "https://mirror/x.tgz"'],
    keeps: ['the npm registry', '"integrity": "sha512-x"', '"url": "https://opencollective.com/eslint"'],
  },
  looseEnds: {
    rule: looseEnds,
    path: 'xml/a.ts',
    breaks: ['// TODO later'],
    keeps: ['// TODO(#12): later', '// TODO #12'],
  },
  silencedRules: {
    rule: silencedRules,
    path: 'xml/a.ts',
    breaks: [
      '// oxlint-disable-next-line no-console',
      '// eslint-disable-line',
      '// @ts-ignore',
      '// @ts-expect-error',
    ],
    keeps: ['// oxlint-disable-next-line no-console -- the progress line', '// @ts-expect-error a misspelt id'],
  },
  wishes: {
    rule: wishes,
    path: 'xml/a.test.ts',
    breaks: ["test('it should work', () => {"],
    keeps: ["test('works', () => {", "test('counts a SHOULD', () => {", "const text = 'should';"],
  },
  tooLong: { rule: tooLong, path: 'xml/a.ts', breaks: ['a\n'.repeat(301)], keeps: ['a\n'.repeat(300)] },
  tooLongTest: { rule: tooLong, path: 'xml/a.test.ts', breaks: ['a\n'.repeat(501)], keeps: ['a\n'.repeat(500)] },
  roleNames: {
    rule: roleNames,
    path: 'suites/a.ts',
    breaks: [
      "const all = roles.get(draft, 'titel');",
      "const first = 'inhoud/alinea';",
      'const whole = `gebiedsmarkering/postcode`;',
      'const values = { bevoegdGezag: 1 };',
      'values.documenttype;',
    ],
    keeps: ["pathOf(contract, 'medium');", "const text = 'de titel';", "const id = 'id';"],
  },
  undocumented: {
    rule: undocumented,
    path: 'xml/a.ts',
    breaks: ['export const f = () => 1;', 'export function f() {}', '// no doc\nexport const f = (): void => {};'],
    keeps: ['/** One. */\nexport const f = () => 1;', 'export const one = 1;', 'const f = () => 1;'],
  },
};

describe.each(Object.entries(samples))('%s', (_name, { rule, path, breaks, keeps }) => {
  test.each(breaks)('finds %j', (text) => {
    expect(rule({ path, text })).toHaveLength(1);
  });

  test.each(keeps)('leaves %j alone', (text) => {
    expect(rule({ path, text })).toEqual([]);
  });
});

describe('misplaced', () => {
  test.each(['src/a.ts', 'xml/a/b/c/d.ts', 'xml/camelCase.ts', 'xml/Upper/a.ts', 'xml/index.ts'])(
    'finds %s',
    (path) => {
      expect(misplaced({ path, text: '' })).toHaveLength(1);
    },
  );

  test.each(['xml/a/b/c.ts', 'suites/1-poc.suite.ts', 'oxlint.config.ts', 'contract/2020-01/rules.mjs', 'docs/a.md'])(
    'leaves %s alone',
    (path) => {
      expect(misplaced({ path, text: '' })).toEqual([]);
    },
  );
});
