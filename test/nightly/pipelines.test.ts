import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { azurePipeline } from './azure-shape.ts';
import { ownOf, pipelines } from './pipelines.ts';

const project = resolve(import.meta.dirname, '../..');

/** What is wrong with a pipeline of GitLab, by the schema of its makers. */
const wrongForGitLab = (pipeline: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, '.gitlab-ci.yml'), pipeline);
  const command = join(project, 'node_modules/gitlab-ci-local/dist/index.js');
  const options = {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: 'pipe',
  } as const;
  try {
    execFileSync(process.execPath, [command, '--list-all', '--home', folder], options);
    return '';
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
};

const wrongForGitHub = (pipeline: string): readonly unknown[] => validateWorkflow(pipeline).errors;

const isRightForAzure = (pipeline: string): boolean => v.safeParse(azurePipeline, parse(pipeline)).success;

test('the pipeline of GitHub is valid by its validator, which refuses a flaw', () => {
  const pipeline = pipelines['github-actions.yml'] ?? '';

  expect(wrongForGitHub(pipeline)).toEqual([]);
  expect(wrongForGitHub(pipeline.replace('runs-on:', 'run-on:'))).not.toEqual([]);
});

test('the pipeline of GitLab is valid by its schema, which refuses a flaw', () => {
  const pipeline = pipelines['gitlab-ci.yml'] ?? '';

  expect(wrongForGitLab(pipeline)).toBe('');
  expect(wrongForGitLab(pipeline.replace('expire_in:', 'expires:'))).toContain('expires');
});

test('the pipelines of Azure have the keys and inputs of its reference, and no others', () => {
  const azure = Object.entries(pipelines).filter(([name]) => name.startsWith('azure'));

  expect(azure.map(([name, pipeline]) => [name, isRightForAzure(pipeline)])).toEqual([
    ['azure-pipelines-linux.yml', true],
    ['azure-pipelines-windows.yml', true],
  ]);
  expect(isRightForAzure(azure[0]?.[1].replace('testResultsFormat', 'format') ?? '')).toBe(false);
});

/** The commands of a pipeline, in the words of a shell on Linux. */
const commandsOf = (name: string): readonly string[] =>
  ownOf(name)
    .scripts.flatMap((script) => script.split('\n'))
    .flatMap((line) => /^(?:npm|npx) .*?(?= \|\||$)/.exec(line.trim())?.[0] ?? [])
    .map((line) =>
      line.replaceAll('$env:', '$').replace('@options', '$OPTIONS').replace('"$GITHUB_STEP_SUMMARY"', 'night.md'),
    );

test('all do the same', () => {
  const [first = [], ...others] = Object.keys(pipelines).map(commandsOf);

  expect(first.map((command) => command.split(' ').slice(0, 3).join(' '))).toEqual([
    'npm install --no-save',
    'npx 3pas run',
    'npx 3pas compare',
  ]);
  expect(others).toEqual(others.map(() => first));
});

test.each([
  {
    what: 'the last attempt of the last night',
    folders: ['before/nights-2', 'before/nights-10'],
    kept: 'before/nights-10',
  },
  { what: 'an earlier attempt of this one', folders: ['before/nights-1', 'again/nights-1'], kept: 'again/nights-1' },
  { what: 'none in a first night', folders: [], kept: undefined },
])('of Azure it goes on with $what', ({ folders, kept }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'azure-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  for (const folder of folders) {
    mkdirSync(join(cwd, folder), { recursive: true });
    writeFileSync(join(cwd, folder, 'from'), folder);
  }
  const script = ownOf('azure-pipelines-linux.yml').scripts.find((one) => one.includes('before')) ?? '';

  execFileSync('bash', ['--noprofile', '--norc', '-e', '-c', script], { cwd });

  expect(existsSync(join(cwd, 'nights')) ? readFileSync(join(cwd, 'nights/from'), 'utf8') : undefined).toBe(kept);
});

test('none publishes what holds all that was seen', () => {
  for (const name of Object.keys(pipelines)) {
    const { published } = ownOf(name);

    expect(published).toEqual(expect.arrayContaining(['nights.html', 'tonight/junit.xml']));
    expect(published.filter((path) => /journal|exchanges|vertrouwelijk|^tonight\/?$/.test(path))).toEqual([]);
  }
});

test('the page on them names each', () => {
  const page = readFileSync(join(project, 'docs/nightly/README.md'), 'utf8');

  expect(Object.keys(pipelines).filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
});
