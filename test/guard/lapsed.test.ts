import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../run/run-here.ts';
import { checksIn, credentials, profileFor, temporaryFolder } from '../run/three-pas.ts';
import { type Place, openPlace } from './place.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace('plain');
});
afterAll(() => place.mock.close());

test('a permission that has lapsed is the first thing that a run tells, and exit code 3', async () => {
  const said =
    'De toestemming in het profiel is verlopen (tot 2020-12-31): waarvoor zij nodig is, wordt niet getoetst.';
  const folder = temporaryFolder();
  const profile = profileFor(folder, place.mock.url);
  writeFileSync(profile, readFileSync(profile, 'utf8').replace('2099-12-31', '2020-12-31'));
  const out = join(folder, 'out');
  const short = ['--topic', 'connection', '--runs', '1', '--clock', '2026-11-23T10:00:00Z', '--reporter', 'table'];

  const { code, stdout, stderr } = await runHere(
    ['--profile', profile, ...short, '--out', out, '--lang', 'nl'],
    credentials,
  );

  expect(code).toBe(3);
  expect([stderr.split('\n')[0], stdout.split('\n')[0]]).toEqual([`3pas: ${said}`, said]);
  expect(stdout).toContain('GEEN OORDEEL: de toestemming in het profiel gold niet, dus is niet alles getoetst');
  const verdicts = checksIn(out).map(({ requirement, verdict }) => `${requirement} ${verdict}`);
  expect(verdicts).toContain('connection.accepts-username passed');
  expect(verdicts).toContain('connection.refuses-wrong-username left-out');
});
