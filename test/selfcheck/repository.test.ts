import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import * as houseRules from './house-rules.ts';
import { roleNames } from './role-names.ts';

const project = resolve(import.meta.dirname, '../..');
const git = (...options: readonly string[]): string => execFileSync('git', options, { cwd: project, encoding: 'utf8' });

/** What is in git, or would be after `git add`; this folder and `test/lint/` are left out, since they quote what they forbid. */
const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  .split('\0')
  .filter((path) => !/^$|^test\/(selfcheck|lint)\//.test(path) && existsSync(join(project, path)))
  .map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }));

test('the repository is read', () => {
  expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(['package.json', 'package-lock.json']));
});

test.each(Object.entries({ ...houseRules, roleNames }))('no file breaks %s', (_name, rule) => {
  expect(files.flatMap(rule)).toEqual([]);
});

test('the command and the manifest name the same versions of Node', () => {
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { readonly engines: unknown };

  expect(manifest.engines).toEqual({ node: '^22.19 || ^24 || >=26' });
  expect(readFileSync(join(project, 'cli/bin.js'), 'utf8')).toContain(
    '(major === 22 && minor >= 19) || major === 24 || major >= 26',
  );
});
