import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stagePackage } from './stage.ts';

const project = resolve(import.meta.dirname, '../..');

const sources = {
  'README.md': 'Read me.\n',
  'xml/word.ts': "import type { Word } from './kind.ts';\nexport const word: Word = 'word';\n",
  'xml/kind.ts': "export type Word = 'word';\n",
  'xml/word.test.ts': "import { word } from './word.ts';\nexport const tested = word;\n",
  'xml/fixtures/word.xml': '<word/>\n',
  'contract/2020-01/dossier.xsd': '<schema/>\n',
  'contract/2020-01/rules.mjs': 'export default () => ({});\n',
  'defects/seeded.ts': "export const seeded = 'seeded';\n",
  'defects/seeded.xml': '<seeded/>\n',
  'cli/shout-worker.ts': [
    "import { parentPort } from 'node:worker_threads';",
    "import { word } from '#xml/word';",
    'parentPort?.postMessage(word.toUpperCase());',
  ].join('\n'),
  'cli/main.ts': [
    "import { once } from 'node:events';",
    "import { Worker } from 'node:worker_threads';",
    "import { word } from '#xml/word';",
    'export const main = async (argv: readonly string[]): Promise<number> => {',
    "  if (argv[0] === 'break') throw new Error('broken by request');",
    "  const { last } = await import('./last.ts');",
    "  const [shout] = await once(new Worker(new URL('./shout-worker.ts', import.meta.url)), 'message');",
    "  console.log([word, shout, last, ...argv].join(' '));",
    '  return argv.length;',
    '};',
  ].join('\n'),
  'generators/any-schema.ts': "import type { Word } from '#xml/kind';\nexport const say = (word: Word) => word;\n",
  'cli/last.ts': "export const last = 'last';\n",
};

describe('stagePackage', () => {
  let tree: string;
  const staged = (): string => join(tree, 'staged');
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  };

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'stage-'));
    for (const file of [
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'LICENSE',
      'cli/bin.js',
      'cli/compile-cache.js',
      'cli/own-node.js',
      'endpoint/lean-process.ts',
    ]) {
      await cp(join(project, file), join(tree, file));
    }
    const { imports } = JSON.parse(await readFile(join(tree, 'package.json'), 'utf8')) as { imports: object };
    for (const key of Object.keys(imports)) await mkdir(join(tree, key.slice(1, -2)), { recursive: true });
    await symlink(join(project, 'node_modules'), join(tree, 'node_modules'));
    for (const [path, text] of Object.entries(sources)) await put(path, text);
    await stagePackage(tree, staged());
  }, 60_000);

  afterAll(async () => {
    await rm(tree, { recursive: true });
  });

  test('writes JavaScript and data, and leaves tests behind', async () => {
    const entries = await readdir(staged(), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

    expect(files.map((file) => file.slice(staged().length + 1)).sort()).toEqual([
      'LICENSE',
      'README.md',
      'cli/bin.js',
      'cli/compile-cache.js',
      'cli/last.js',
      'cli/main.js',
      'cli/own-node.js',
      'cli/shout-worker.js',
      'contract/2020-01/dossier.xsd',
      'contract/2020-01/rules.mjs',
      'endpoint/lean-process.js',
      'generators/any-schema.d.ts',
      'generators/any-schema.js',
      'package.json',
      'xml/kind.d.ts',
      'xml/kind.js',
      'xml/word.js',
    ]);
  });

  test('the staged command finds rooms, lazy modules and workers', async () => {
    const run = promisify(execFile)(process.execPath, [join(staged(), 'cli/bin.js'), 'twice', 'over']);

    await expect(run).rejects.toMatchObject({ code: 2, stdout: 'word WORD last twice over\n', stderr: '' });
  });

  test('an error that nobody catches is told as our bug, with exit code 3', async () => {
    const run = promisify(execFile)(process.execPath, [join(staged(), 'cli/bin.js'), 'break']);

    await expect(run).rejects.toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/broken by request[^]*This is a bug of 3pas/) as string,
    });
  });

  test('the staged manifest names JavaScript, and nothing of the checkout', async () => {
    const manifest = JSON.parse(await readFile(join(staged(), 'package.json'), 'utf8')) as Record<string, unknown>;

    expect(manifest.exports).toMatchObject({
      './generators': { types: './generators/any-schema.d.ts', default: './generators/any-schema.js' },
    });
    expect(manifest.imports).toMatchObject({ '#xml/*': './xml/*.js', '#cli/*': './cli/*.js' });
    expect(manifest.imports).not.toHaveProperty(['#defects/*']);
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['name', 'version', 'bin', 'engines', 'dependencies']),
    );
    expect(['private', 'scripts', 'devDependencies', 'allowScripts'].filter((key) => key in manifest)).toEqual([]);
  });

  test('refuses a name of a TypeScript file that nothing rewrites', async () => {
    await put('cli/last.ts', "export const last: string = 'cli/other.ts';\n");

    await expect(stagePackage(tree, staged())).rejects.toThrow(/last\.ts:1: the package has no file cli\/other\.ts\./);
  });

  test('refuses sources that do not compile', async () => {
    await put('cli/last.ts', "export const last: number = 'last';\n");

    await expect(stagePackage(tree, staged())).rejects.toThrow(/the package does not compile: .*last\.ts\(1,14\)/);
  });
});
