import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from './in-process.ts';
import { temporaryFolder, threePas } from './three-pas.ts';

const bin = resolve(import.meta.dirname, '../../cli/bin.js');

/** A copy of a small contract whose rules.mjs has this before what it does. */
const contractWith = (first: string): string => {
  const folder = join(temporaryFolder(), 'contract');
  cpSync(resolve(import.meta.dirname, '../contracts/bouwmelding'), folder, { recursive: true });
  const rules = join(folder, 'rules.mjs');
  writeFileSync(rules, first + readFileSync(rules, 'utf8'));
  return folder;
};

/** What lint says of the folder itself. */
const isOurs = (text: string): boolean => /^(?:contract\.yaml:\d+: warning: .*(?:\n|$))+$/.test(text);

test('rules.mjs of others reads its folder and can do nothing else', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const attacks = readFileSync(join(import.meta.dirname, 'rules-attacks.mjs'), 'utf8')
    .replace("fetch('ADDRESS')", `fetch('http://${address}')`)
    .replace("WebSocket('ADDRESS')", `WebSocket('ws://${address}')`);
  const folder = contractWith(attacks);
  const before = readdirSync(folder);

  const { code, stdout, stderr } = await inProcess(['contract', 'lint', folder], { GEHEIM: 'geheim' });
  server.close();

  const lines = stderr.split('\n').filter((line) => line !== '' && !isOurs(line));
  // All that it prints is told as its own.
  expect(lines.every((line) => line.startsWith('rules.mjs: '))).toBe(true);
  expect(lines.filter((line) => !line.startsWith('rules.mjs: could not '))).toEqual([
    'rules.mjs: did read its folder',
    'rules.mjs: contract.yaml:1: warning: all is well.',
    'rules.mjs: did speak as the command',
    'rules.mjs: did say nonsense to the command',
  ]);
  expect(lines).toHaveLength(attacks.split('await trying(').length - 1 + 10);
  expect({ code, stdout, requests }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^bouwloket-3: 2 document types, .*\n$/) as string,
    requests: 0,
  });
  expect(readdirSync(folder)).toEqual(before);
});

test('rules.mjs that ends its process is no success of lint', async () => {
  const folder = contractWith('process.removeAllListeners(); process.reallyExit(0);\n');

  expect(await inProcess(['contract', 'lint', folder])).toEqual({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('ended before its time (exit code 0); see whether ') as string,
  });
});

test('rules.mjs that never ends does not outlive a command that is killed', async () => {
  const folder = contractWith('console.log(`loops as ${process.pid}.`);\nfor (;;);\n');
  const command = spawn(process.execPath, [bin, 'contract', 'lint', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  const pid = await new Promise<string>((found) => {
    let said = '';
    command.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, own] = /loops as (\d+)\./.exec(said) ?? [];
      if (own !== undefined) found(own);
    });
  });
  expect(isRunning(pid)).toBe(true);

  command.kill('SIGKILL');

  await expect.poll(() => isRunning(pid), { timeout: 60_000 }).toBe(false);
});

/** What has ended and was not asked after yet has a state of Z. */
const isRunning = (pid: string): boolean => {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, 'utf8'));
};

test('a folder with a link out of it is not shown to rules.mjs', async () => {
  const folder = contractWith('//\n');
  mkdirSync(join(folder, '.git'));
  symlinkSync('/etc', join(folder, '.git', 'etc'));

  expect(await inProcess(['contract', 'lint', folder])).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /(?<=^|\n)3pas: \.git\/etc: the link leads out of the folder, to \/etc, and rules\.mjs would read along; put the file itself there\n$/,
    ) as string,
  });
});

test('rules.mjs can not choose where its deliveries are written', async () => {
  const entry = { kind: 'valid', documentType: 'Melding', file: '../gelekt.xml' };
  const line = JSON.stringify({ kind: 'made', entry, bytes: '' });
  const folder = contractWith(`import { writeSync } from 'node:fs';\nwriteSync(3, ${JSON.stringify(`${line}\n`)});\n`);
  const out = join(temporaryFolder(), 'out');

  const { code, stderr } = await inProcess(['generate', '--contract', folder, '--out', out, '-n', '1']);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('"../gelekt.xml"') as string });
  expect(existsSync(join(out, '../gelekt.xml'))).toBe(false);
});

test('a run does not begin with rules.mjs of others, and nobody is asked', async () => {
  const folder = contractWith('throw new Error();\n');

  const { code, stderr } = await inProcess(['run', '--contract', folder, '--out', join(temporaryFolder(), 'out')]);

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /^3pas: \S+rules\.mjs \(SHA-256 [\da-f]{64}\) is code that does not come with 3pas, .*--trust-rules, .*--no-rules\n$/,
    ) as string,
  });
});

test('without its rules.mjs a folder is read, and nothing of that file is run', async () => {
  const { code, stderr } = await inProcess(['contract', 'lint', '--no-rules', contractWith('throw new Error();\n')]);

  expect({ code, isOurs: isOurs(stderr) }).toEqual({ code: 0, isOurs: true });
});

test('rules.mjs that is trusted finds no secret in the environment, nor among what vitest was given', async () => {
  const seen = temporaryFolder();
  const folder = contractWith(`import { writeFileSync } from 'node:fs';
const given = globalThis.__vitest_worker__?.providedContext ?? {};
writeFileSync(${JSON.stringify(`${seen}/`)} + process.pid, JSON.stringify([Object.keys(process.env), given]));
`);
  const args = ['run', '--contract', folder, '--trust-rules', '--topic', 'connection'];

  const out = join(temporaryFolder(), 'out');
  const { code } = await threePas([...args, '--runs', '1', '--reporter', 'table', '--out', out], { GEHEIM: 'geheim' });

  const found = readdirSync(seen).map((name) => readFileSync(join(seen, name), 'utf8'));
  const names = found.flatMap((text) => (JSON.parse(text) as [string[]])[0]);
  expect({ code, processes: found.length }).toEqual({ code: 0, processes: 2 });
  expect([...new Set(names)].filter((name) => !known.includes(name))).toEqual([]);
  expect(found.join('')).toMatch(/"run":\{/);
  expect(found.join('')).not.toMatch(/"credentials":{"(?!code")|"username"|"password"/);
});

/** What any process needs, what ours are started with, and what vitest sets. */
const known = [
  ...['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ', 'MALLOC_ARENA_MAX', 'NODE_COMPILE_CACHE'],
  'MALLOC_TRIM_THRESHOLD_',
  ...['NODE_ENV', 'TEST', 'VITEST', 'VITEST_MODE', 'VITEST_POOL_ID', 'VITEST_WORKER_ID', 'FORCE_TTY'],
  ...['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'],
];
