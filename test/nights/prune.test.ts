import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { failedCheck, writeRun } from './write-run.ts';

const atEto = { isMock: false, target: 'https://eto.example/x', profile: 'eto' } as const;
const list = 'dossiernummer;aangemaakt\r\n10000001;2025-03-01\r\n';

/** A night that changed, and so was kept whole: the second of two. */
const changedNight = async (started: object = {}): Promise<string> => {
  const state = temporaryFolder();
  const [first, second] = [writeRun(0, { started }), writeRun(1, { started, checks: [failedCheck] })];
  for (const run of [first, second]) await inProcess(['compare', run, '--state', state]);
  return second;
};

const prune = (folder: string, clock: string, ...more: readonly string[]) =>
  inProcess(['prune', folder, '--clock', clock, '--lang', 'en', ...more]);

test('a night is thinned out after thirty days, and goes after a year', async () => {
  const run = await changedNight();
  const above = dirname(run);

  expect((await prune(above, '2025-03-31')).stdout).toContain('stays');
  expect((await prune(above, '2025-04-02', '--dry-run')).stdout).toContain('would be thinned out');
  expect(existsSync(join(run, 'journal.ndjson'))).toBe(true);

  await prune(above, '2025-04-02');
  expect(readdirSync(run).sort()).toEqual(['night.json', 'results.ndjson', 'run.json']);

  await prune(above, '2028-03-05');
  expect(existsSync(run)).toBe(false);
});

test('what is not ours stays, in a folder of more than a year ago too', async () => {
  const run = await changedNight();
  writeFileSync(join(run, 'notes.txt'), 'mine');

  expect((await prune(run, '2028-03-05', '--dry-run')).stdout).toContain('what else is there stays');
  const { code, stdout } = await prune(run, '2028-03-05');

  expect({ code, left: readdirSync(run) }).toEqual({ code: 0, left: ['notes.txt'] });
  expect(stdout).toContain('what else was there still is');
});

test('what is no folder is wrong usage', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');

  const { code, stderr } = await prune(file, '2027-01-01');

  expect({ code, isSaid: stderr.includes(`${file} is a file and not a folder`) }).toEqual({ code: 2, isSaid: true });
});

test('a damaged night stays and is told, and the others are pruned all the same', async () => {
  const [above, good] = [temporaryFolder(), await changedNight()];
  const [damaged, other] = ['damaged', 'other'].map((name) => join(above, name)) as [string, string];
  renameSync(good, other);
  mkdirSync(damaged);
  for (const name of ['night.json', 'journal.ndjson']) writeFileSync(join(damaged, name), '{');

  const { code, stderr } = await prune(above, '2028-03-05');

  expect({ code, isSaid: stderr.includes('the folder stays as it is') }).toEqual({ code: 2, isSaid: true });
  expect([readdirSync(damaged).sort(), existsSync(other)]).toEqual([['journal.ndjson', 'night.json'], false]);
});

test('a clean-up list with dossiers at an endpoint stays for five years', async () => {
  const run = await changedNight(atEto);
  writeFileSync(join(run, 'opruimlijst.csv'), list);

  const left = async (clock: string) => {
    await prune(run, clock);
    return existsSync(run) && readdirSync(run).sort();
  };
  expect(await left('2025-04-02')).toEqual(['night.json', 'opruimlijst.csv', 'results.ndjson', 'run.json']);
  expect(await left('2026-03-20')).toEqual(['night.json', 'opruimlijst.csv']);
  expect((await prune(run, '2027-01-01')).stdout).toContain('stays');
  expect(await left('2030-04-01')).toBe(false);
});

test('a night that was never compared is pruned as others are', async () => {
  const run = writeRun(0, { started: { isNight: true } });

  await prune(dirname(run), '2025-04-02');
  expect(readdirSync(run).sort()).toEqual(['night.json', 'results.ndjson', 'run.json']);

  await prune(dirname(run), '2026-04-02');
  expect(existsSync(run)).toBe(false);
});

test('one at an endpoint that was killed before its reports stays, as nothing lists its dossiers', async () => {
  const run = writeRun(0, { started: { ...atEto, isNight: true }, isKilled: true });

  expect((await prune(dirname(run), '2026-04-02')).stdout).toContain('stays');
  expect(existsSync(join(run, 'journal.ndjson'))).toBe(true);
});

test('a run by itself that was never compared is left alone', async () => {
  const run = writeRun(0);

  expect((await prune(dirname(run), '2027-01-01')).code).toBe(2);
  expect(existsSync(join(run, 'journal.ndjson'))).toBe(true);
});
