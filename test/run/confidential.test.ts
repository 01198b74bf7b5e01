import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectionDefects } from '#defects/topics/connection';
import { internalDefects } from '#defects/topics/internals';
import { username } from '#defects/place';
import { createMockServer } from '#endpoint/mock/server';
import { contract } from '../defects/shared.ts';
import { inProcess } from './in-process.ts';
import { runHere } from './run-here.ts';
import { credentials, profileFor, temporaryFolder } from './three-pas.ts';

const file = 'vertrouwelijk/bevindingen.md';

/** Every file below a folder, but for the record itself. */
const reportsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => !/^(?:journal\.ndjson|exchanges|vertrouwelijk)/.test(name) && statSync(join(folder, name)).isFile(),
    )
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('findings on security stand in a file of their own, and nowhere else', async () => {
  const defects = [
    internalDefects['tells-a-stack-trace-of-java'].defect,
    connectionDefects['lets-any-username-in'].defect,
  ];
  const endpoint = await createMockServer({ contract, username, defects });
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const choice = [
    '--topic',
    'connection,robustness,protocol',
    '--document-type',
    'Melding',
    '--runs',
    '1',
    '--lang',
    'nl',
  ];
  const run = await runHere(['--profile', profileFor(folder, endpoint.url), ...choice, '--out', out], credentials);
  await endpoint.close();

  const told = readFileSync(join(out, file), 'utf8');
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('2 bevindingen zijn vertrouwelijk:');
  expect(told).toContain('DossierService.java:120');
  expect(told.match(/^## S-[\da-f]{8}: .*$/gm)?.map((line) => line.slice(15))).toEqual([
    'connection.refuses-wrong-username',
    'robustness.shows-no-internals',
  ]);
  expect([modeOf(join(out, 'vertrouwelijk')), modeOf(join(out, file))]).toEqual(['700', '600']);
  for (const text of [run.stdout, run.stderr, ...reportsIn(out)]) expect(text).not.toContain('DossierService.java');

  rmSync(join(out, 'vertrouwelijk'), { recursive: true });
  const again = await inProcess(['report', out, '--lang', 'nl', '--reporter', 'junit', '--json']);

  expect(readFileSync(join(out, file), 'utf8')).toBe(told);
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ confidential: { findings: 2, file: join(out, file) } });
  expect(existsSync(join(out, 'junit.xml'))).toBe(true);
  expect(again.stdout).not.toContain('DossierService.java');
});
