import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { demandFree, lockFolder } from './lock-folder.ts';
import { thisProcess } from './running-process.ts';
import { takeEmptyFolder } from './take-folder.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), '3pas-lock-'));

const leave = (folder: string, holder: unknown, number = 1): void => {
  writeFileSync(
    join(folder, `.in-use-${String(number)}`),
    typeof holder === 'string' ? holder : JSON.stringify(holder),
  );
};

const holder = { ...thisProcess(), command: 'run', since: '2026-11-23T12:00:00.000Z' };
/** More than Linux gives out. */
const nobody = 2 ** 22 + 1;

test('a folder has one holder, who is named, and is free once it is released', () => {
  const folder = newFolder();

  const { release } = lockFolder(folder, 'run');

  expect(() => lockFolder(folder, 'report')).toThrow(`is in use by 3pas run (process ${String(process.pid)} on`);
  expect(() => takeEmptyFolder(folder, 'generate')).toThrow(UsageError);
  release();
  lockFolder(folder, 'report').release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, unknown]>([
  ['a process that is gone', { ...holder, pid: nobody }],
  ['a process whose id another has got since', { ...holder, start: 'another' }],
])('the lock of %s is passed', (_, left) => {
  const folder = newFolder();
  leave(folder, left);

  demandFree(folder);
  takeEmptyFolder(folder, 'run').release();

  expect(readdirSync(folder)).toEqual([]);
});

test('a lock of another machine is passed where it is older than anybody needs the folder', () => {
  const folder = newFolder();
  const elsewhere = { ...holder, host: `not-${hostname()}` };
  leave(folder, { ...elsewhere, since: '2099-01-01T00:00:00.000Z' });
  expect(() => lockFolder(folder, 'compare', 600_000)).toThrow('is in use by 3pas run');

  leave(folder, elsewhere);
  lockFolder(folder, 'compare', 600_000).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, unknown]>([
  ['another machine, which can not be seen from here', { ...holder, pid: nobody, host: `not-${hostname()}` }],
  ['a process that says no start', { ...holder, start: undefined }],
  ['who is writing it', ''],
])('the lock of %s is kept to, and the message names its file', (_, left) => {
  const folder = newFolder();
  leave(folder, left);

  expect(() => lockFolder(folder, 'run')).toThrow(`remove ${join(folder, '.in-use-1')}`);
});

test('of commands that find the lock of one that is gone, one at a time gets the folder', async () => {
  const folder = newFolder();
  leave(folder, { ...holder, pid: nobody }, 7);
  const module = new URL('lock-folder.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    process.stdin.once('data', () => {
      try { lockFolder(${JSON.stringify(folder)}, 'run'); console.log('taken'); }
      catch (error) { console.log(error.name); }
      process.stdin.once('end', () => process.exit());
    });
    console.log('ready');`;
  const racers = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    return { child, line: async () => String((await lines.next()).value) };
  });
  await Promise.all(racers.map(({ line }) => line()));

  for (const { child } of racers) child.stdin.write('go\n');
  const said = await Promise.all(racers.map(({ line }) => line()));
  for (const { child } of racers) child.stdin.end();

  expect(said.sort()).toEqual(['UsageError', 'UsageError', 'UsageError', 'taken']);
});
