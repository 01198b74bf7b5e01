import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { exampleOf } from '../samples/example.ts';
import { inFull } from '../samples/in-full.ts';
import { ownOf } from '../nightly/pipelines.ts';
import { asNobody, openFolder, readOnly } from '../samples/read-only.ts';
import { nodeFolder, nodeOfNpm } from './node-version.ts';
import { packStaged, stagePackage } from './stage.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const project = resolve(import.meta.dirname, '../..');
const cache = join(project, '3pas-out/.cache');
const runTimeout = 300_000;
/** As people name folders. */
const folderName = 'een lege map';

const manifestOf = (text: string) => JSON.parse(text) as { readonly dependencies?: Readonly<Record<string, string>> };

/** A copy of this Node where every user can come to it. */
const copyOfNode = async (folder: string): Promise<string> => {
  const node = join(folder, 'node');
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  return node;
};

/** Runs a script as the services do, which all stop at the first command that fails. */
const inShell = (script: string, cwd: string, env: Readonly<Record<string, string>>) =>
  promisify(execFile)('bash', ['-e', '-c', script], { cwd, env: { ...process.env, ...env }, timeout: runTimeout });

describe('the packed package, installed outside any checkout', () => {
  let away: string;
  const installed = (): string => join(away, folderName, 'node_modules/3pas-conformance');

  /** Runs the installed command; its PATH holds that Node and the commands of the system, its environment nothing of ours. */
  const threePas = async (folderOfNode: string, ...options: readonly string[]): Promise<Ended> => {
    const env = { PATH: `${folderOfNode}:/usr/bin:/bin`, HOME: join(away, 'home'), LANG: 'C.UTF-8' };
    const command = join(away, folderName, 'node_modules/.bin/3pas');
    const run = promisify(execFile)(command, [...options], { cwd: join(away, folderName), env, timeout: runTimeout });
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

  /** A Node that is too old: where one started npm no other is fetched. */
  const oldNode = async () => {
    const own = await nodeOfNpm();
    const version = '20.19.5';
    return own?.version.startsWith('20.') ? own : { version, folder: await nodeFolder(version, cache) };
  };
  let old: Awaited<ReturnType<typeof oldNode>>;

  beforeAll(async () => {
    away = await mkdtemp(join(tmpdir(), 'package-'));
    await Promise.all(['home', folderName].map((folder) => mkdir(join(away, folder))));
    // The linter has checked the same types.
    await stagePackage(project, join(away, 'staged'), { isChecked: false });
    const tarball = await packStaged(join(away, 'staged'), away);
    await writeFile(
      join(away, folderName, 'package.json'),
      '{ "name": "proef", "version": "1.0.0", "private": true }\n',
    );
    const [install = ''] = ownOf('github-actions.yml').scripts;
    await inShell(install, join(away, folderName), { PACKAGE: tarball, npm_config_prefer_offline: 'true' });
    folders['22.19'] = await nodeFolder('22.19.0', cache);
    old = await oldNode();
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
    const folder = join(away, folderName);
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
    // The pipelines run on it too.
    ...inFull([['26', ['--runs', '1', '--document-type', 'Melding']] as const], []),
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

  test('runs for a user without name, home, temporary folder or environment, where nothing can be written', async ({
    skip,
  }) => {
    const mounted = readOnly(join(away, folderName));
    if (mounted === undefined) return skip('this user may not mount a folder');
    const out = openFolder('out');
    await chmod(out, 0o777);
    onTestFinished(async () => {
      mounted.release();
      await rm(out, { recursive: true });
    });
    const node = await copyOfNode(out);
    const [command, ...who] = asNobody;
    const entry = join(mounted.folder, 'node_modules/3pas-conformance/cli/bin.js');
    const choice = ['run', '--runs', '1', '--topic', 'connection', '--out', join(out, 'run')];

    await promisify(execFile)(command, [...who, node, entry, ...choice], { cwd: '/proc', env: { TMPDIR: '/nothing' } });

    await access(join(out, 'run/allure-report/index.html'));
  });

  test.each(inFull(['github-actions.yml', 'gitlab-ci.yml', 'azure-pipelines-linux.yml'], ['github-actions.yml']))(
    'runs the steps of the pipeline %s night after night',
    async (name) => {
      const folder = join(away, `nacht van ${name}`);
      const { scripts, published } = ownOf(name);
      const env = {
        PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
        ...{ PROFILE: 'mock-poc', OPTIONS: '--runs 1 --topic connection', LANG: 'C.UTF-8' },
        ...{ RUNNER_TEMP: away, GITHUB_STEP_SUMMARY: join(folder, 'night.md') },
        CERTIFICATE: Buffer.from('certificaat').toString('base64'),
      };
      await mkdir(folder);
      await symlink(join(away, folderName, 'node_modules'), join(folder, 'node_modules'));

      for (let night = 1; night <= inFull(2, 1); night += 1) {
        await rm(join(folder, 'tonight'), { recursive: true, force: true });
        for (const script of scripts.slice(1)) await inShell(script, folder, env);
      }

      await Promise.all(published.map((path) => access(join(folder, path))));
      expect(await readFile(join(folder, 'night.md'), 'utf8')).toMatch(/^#/);
      expect(await readdir(join(folder, 'nights'))).toEqual(['nights-mock-poc.json']);
      if (name !== 'github-actions.yml') return;
      const certificate = join(away, 'aansluiting.p12');
      expect(await readFile(certificate, 'utf8')).toBe('certificaat');
      expect((await stat(certificate)).mode & 0o777).toBe(0o600);
    },
    runTimeout,
  );

  test('has a bill of materials that names all that it brings', async () => {
    const options = ['sbom', '--sbom-format=cyclonedx', '--prefix', join(away, folderName)];
    const { dependencies = {} } = manifestOf(await readFile(join(project, 'package.json'), 'utf8'));

    const { stdout } = await promisify(execFile)('npm', options, { cwd: away });

    const bill = JSON.parse(stdout) as Readonly<Record<'components', readonly Readonly<Record<string, unknown>>[]>>;
    const names = bill.components.map(({ name, version }) => `${String(name)}@${String(version)}`);
    expect(names).toEqual(
      expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)),
    );
    expect(names.filter((name) => /^(?:typescript|knip|oxlint)@/.test(name))).toEqual([]);
  });

  test('says in one sentence on Node 20 which Node it needs', async () => {
    expect(await threePas(old.folder, 'run')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `3pas needs Node 22 from 22.19, 24, or 26 and later, and this is ${old.version}: install one of those.\n`,
    });
  });
});
