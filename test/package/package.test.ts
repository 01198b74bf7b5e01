import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleOf } from '../samples/example.ts';
import { inFull } from '../samples/in-full.ts';
import { nodeFolder } from './node-version.ts';
import { packStaged, stagePackage } from './stage.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const project = resolve(import.meta.dirname, '../..');
const cache = join(project, '3pas-out/.cache');
const runTimeout = 300_000;

describe('the packed package, installed outside any checkout', () => {
  let away: string;
  const installed = (): string => join(away, 'empty/node_modules/3pas-conformance');

  /** Runs the installed command; its PATH holds that Node and the commands of the system, its environment nothing of ours. */
  const threePas = async (folderOfNode: string, ...options: readonly string[]): Promise<Ended> => {
    const env = { PATH: `${folderOfNode}:/usr/bin:/bin`, HOME: join(away, 'home'), LANG: 'C.UTF-8' };
    const command = join(away, 'empty/node_modules/.bin/3pas');
    const run = promisify(execFile)(command, [...options], { cwd: join(away, 'empty'), env, timeout: runTimeout });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as Ended,
    );
  };

  /** Every file of the installed package with its size and time of change. */
  const inventory = async (): Promise<string[]> => {
    const entries = await readdir(installed(), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(
      files.sort().map(async (file) => {
        const { size, mtimeMs } = await stat(file);
        return `${file} ${String(size)} ${String(mtimeMs)}`;
      }),
    );
  };

  const folders: Record<string, string> = { '26': dirname(process.execPath) };
  const folderOf = (line: string): string => folders[line] ?? `no Node ${line}`;

  beforeAll(async () => {
    away = await mkdtemp(join(tmpdir(), 'package-'));
    await Promise.all(['home', 'empty'].map((folder) => mkdir(join(away, folder))));
    // The linter has checked the same types.
    await stagePackage(project, join(away, 'staged'), { isChecked: false });
    const tarball = await packStaged(join(away, 'staged'), away);
    await writeFile(join(away, 'empty/package.json'), '{ "private": true }\n');
    const options = ['--prefer-offline', '--no-audit', '--no-fund', tarball];
    await promisify(execFile)('npm', ['install', ...options], { cwd: join(away, 'empty') });
    folders['22.19'] = await nodeFolder('22.19.0', cache);
    folders['20'] = await nodeFolder('20.19.5', cache);
  }, 300_000);

  afterAll(async () => {
    await rm(away, { recursive: true, force: true });
  });

  test('holds JavaScript, and no source of it and no test', async () => {
    const names = await readdir(installed(), { recursive: true });

    expect(names).toContain('cli/main.js');
    expect(names.filter((name) => /(?<!\.d)\.ts$|\.test\./.test(name))).toEqual([]);
  });

  test('offers its generators with their types to tests of others', async () => {
    const folder = join(away, 'empty');
    await writeFile(join(folder, 'example.mts'), exampleOf('docs/generators.md'));
    const compiler = join(project, 'node_modules/typescript/bin/tsc');
    const strict = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--skipLibCheck', 'false'];
    const types = ['--types', 'node', '--typeRoots', join(project, 'node_modules/@types')];
    const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, [...args], { cwd: folder });

    await run(compiler, ...strict, ...types, 'example.mts');

    expect((await run('example.mts')).stdout).toContain('constraints broken');
  });

  test('holds the contract as the checkout has it', async () => {
    const name = 'contract/2020-01/contract.yaml';

    expect(await readFile(join(installed(), name), 'utf8')).toBe(await readFile(join(project, name), 'utf8'));
  });

  test.each(['22.19', '26'])('tells its commands on Node %s', async (line) => {
    expect(await threePas(folderOf(line), '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: 3pas [^]*\brun\b/) as string,
      stderr: '',
    });
  });

  const less = inFull([], ['--topic', 'connection,delivery']);
  test.each([
    ['22.19', ['--runs', '1', ...less, '--document-type', 'GAOverigeAankondigingen']],
    ['26', ['--runs', '1', ...less, '--document-type', 'Melding']],
  ] as const)(
    'does the main job on Node %s, and writes to no folder but its own',
    async (line, choice) => {
      const before = await inventory();

      const ended = await threePas(folderOf(line), 'run', ...choice);

      expect(ended).toMatchObject({ code: 0 });
      await access(/^Report: (.*)$/m.exec(ended.stdout)?.[1] ?? 'no report');
      expect(await inventory()).toEqual(before);
    },
    runTimeout,
  );

  test('says in one sentence on Node 20 which Node it needs', async () => {
    expect(await threePas(folderOf('20'), 'run')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '3pas needs Node 22 from 22.19, 24, or 26 and later, and this is 20.19.5: install one of those.\n',
    });
  });
});
