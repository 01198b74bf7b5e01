import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import config from '../../oxlint.config.ts';
import { placedCases, type PlacedCase } from './placed-cases.ts';
import { ruleCases, typeCases } from './rule-cases.ts';

const project = resolve(import.meta.dirname, '../..');

const pathsOf = (side: 'in' | 'notIn') =>
  placedCases.flatMap((one) => one[side].map((path) => [one.what, path, one] as const));

/** Where a file of a case stands: each in a project of its own, since the place decides which rules hold. */
const placeOf = (one: PlacedCase, path: string): string => join('placed', String(placedCases.indexOf(one)), path);
const wholeCases = { ...ruleCases, ...typeCases };
const wholeFile = (what: string): string => join('whole', `${String(Object.keys(wholeCases).indexOf(what))}.ts`);

const writeAt = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const rulesOn = (): string[] => {
  const groups = [config, ...config.overrides];
  return [...new Set(groups.flatMap(({ rules }) => Object.keys(rules ?? {})))];
};
const codeOf = (rule: string): string => {
  const [plugin, name] = rule.split('/');
  return name === undefined ? `eslint(${rule})` : `${String(plugin)}(${name})`;
};

/** A folder with a file for each case. */
const casesOnDisk = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const file of ['oxlint.config.ts', 'tsconfig.json']) copyFileSync(join(project, file), join(root, file));
  writeAt(join(root, 'package.json'), JSON.stringify({ type: 'module' }));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const [, path, one] of [...pathsOf('in'), ...pathsOf('notIn')])
    writeAt(join(root, placeOf(one, path)), one.code);
  for (const index of placedCases.keys()) {
    const nested = join(root, 'placed', String(index), 'oxlint.config.ts');
    writeAt(
      nested,
      "import config from '../../oxlint.config.ts';\nconst { options, ...rest } = config;\nexport default rest;\n",
    );
  }
  for (const [what, code] of Object.entries(wholeCases)) writeAt(join(root, wholeFile(what)), `${code}\n`);
  return root;
};

interface Found {
  readonly diagnostics: readonly { readonly filename: string; readonly code?: string; readonly message: string }[];
}

const lint = (root: string): Promise<string> =>
  new Promise((done) => {
    const oxlint = join(project, 'node_modules/oxlint/bin/oxlint');
    execFile(process.execPath, [oxlint, '--format', 'json'], { cwd: root, maxBuffer: 2 ** 26 }, (_error, stdout) => {
      done(stdout);
    });
  });

const broken = new Map<string, string[]>();
beforeAll(async () => {
  const { diagnostics } = JSON.parse(await lint(casesOnDisk())) as Found;
  for (const { filename, code, message } of diagnostics) {
    broken.set(filename, [...(broken.get(filename) ?? []), code ?? message]);
  }
});

describe('the linter', () => {
  test.each(pathsOf('in'))('%s is refused in %s', (_what, path, one) => {
    expect(broken.get(placeOf(one, path))).toContain(one.rule);
  });

  test.each(pathsOf('notIn'))('%s is left alone in %s', (_what, path, one) => {
    expect(broken.get(placeOf(one, path)) ?? []).not.toContain(one.rule);
  });

  test('each rule that is on has a case', () => {
    expect(Object.keys(ruleCases).toSorted()).toEqual(rulesOn().map(codeOf).toSorted());
  });

  test.each(Object.keys(wholeCases))('%s is refused wherever it stands', (what) => {
    expect(broken.get(wholeFile(what))).toContain(what);
  });
});
