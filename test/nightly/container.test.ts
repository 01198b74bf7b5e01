import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(project, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Readonly<Record<'name' | 'version', string>> & {
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

/** The instructions of the Containerfile, each its word and the rest. */
const instructions = read('Containerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^([A-Z]+) (.*)$/.exec(line)?.slice(1) ?? [line, '']);

const all = (word: string): readonly string[] =>
  instructions.filter(([first]) => first === word).map(([, rest = '']) => rest);

test('it has instructions that are known, of two stages on Node 26', () => {
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENTRYPOINT', 'CMD'];

  expect(instructions.filter(([word = '']) => !known.includes(word))).toEqual([]);
  expect(all('FROM').map((image) => /\/node:(\d+)-/.exec(image)?.[1])).toEqual(['26', '26']);
  expect(read('package.json')).toContain('"node": "26.');
});

test('what is copied is there: from the checkout, and from the stage before', () => {
  const copies = all('COPY').map((rest) => rest.split(' '));
  const [prefix = ''] = /(?<=--prefix )\S+/.exec(all('RUN').join('\n')) ?? [];

  for (const words of copies) {
    const from = words.find((word) => word.startsWith('--from='));
    const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);

    if (from === undefined) expect(sources.every((source) => existsSync(join(project, source)))).toBe(true);
    else expect([from, ...sources]).toEqual(['--from=build', prefix]);
  }
});

test('nothing that the build needs is ignored, and nothing large or secret is copied', () => {
  const ignored = read('.containerignore').split('\n').filter(Boolean);
  const tracked = execFileSync('git', ['ls-files'], { cwd: project, encoding: 'utf8' }).split('\n');

  expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', '3pas-out', 'dist']));
  expect(tracked.filter((file) => ignored.some((one) => file.startsWith(`${one}/`) && one !== '.ci'))).toEqual([]);
});

test('the build runs scripts that exist, and installs the tarball that they write', () => {
  const runs = all('RUN').join(' && ');
  const scripts = [...runs.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);

  expect(scripts).toEqual(['build:package']);
  expect(scripts.every((name) => name in manifest.scripts)).toBe(true);
  expect(runs).toContain(`/build/dist/${manifest.name}-*.tgz`);
});

test('it starts the command of the package as a user without rights, in a folder of its own', () => {
  const entry = JSON.parse(all('ENTRYPOINT')[0] ?? '') as readonly string[];

  expect(entry).toEqual(['node', `/opt/3pas/node_modules/${manifest.name}/${manifest.bin['3pas'] ?? ''}`]);
  expect(all('USER')).toEqual([expect.stringMatching(/^[1-9]\d{3,}:[1-9]\d{3,}$/)]);
  expect(instructions.at(-3)?.[0]).toBe('USER');
  expect(all('WORKDIR').at(-1)).toBe('/out');
});
