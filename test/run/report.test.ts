import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mockFor } from '../defects/shared.ts';
import { overlooking } from '#defects/seams';
import { allureTests } from './allure-tests.ts';
import { inProcess } from './in-process.ts';
import { runHere } from './run-here.ts';
import {
  checksIn,
  credentials,
  eventsIn,
  exchangesIn,
  fileIn,
  profileFor,
  temporaryFolder,
  threePas,
} from './three-pas.ts';

const reports = ['opruimlijst.csv', 'results.ndjson', 'run.json', 'junit.xml', 'coverage.json', 'coverage.html'];

/** How often something stands in the journal of a run that goes on: reading its events takes more than the run. */
const timesIn = (out: string, text: string): number =>
  existsSync(join(out, 'journal.ndjson')) ? fileIn(out, 'journal.ndjson').split(text).length - 1 : 0;

/** Runs something as soon as it holds. */
const once = (holds: () => boolean, then: () => void): void => {
  const timer = setInterval(() => {
    if (!holds()) return;
    clearInterval(timer);
    then();
  }, 25);
};

describe('the reports of a run that ended', () => {
  const folder = temporaryFolder();
  const out = join(folder, 'run');
  let code: number | null;

  beforeAll(async () => {
    const mock = await mockFor([overlooking(({ id }) => id?.endsWith('/enumeration') === true)], { topics: [] });
    const args = ['--runs', '1', '--topic', 'connection,rejection', '--document-type', 'Melding', '--seed', '1'];
    const file = profileFor(folder, mock.url);
    const profile = ['--profile', file, '--strict'];
    ({ code } = await runHere([...profile, ...args, '--out', out], credentials));
    await mock.close();
  });

  test('are the same when they are made again, elsewhere, from a copy that nothing is written to', async () => {
    const copy = join(temporaryFolder(), 'copy');
    const to = join(temporaryFolder(), 'elsewhere');
    cpSync(out, copy, { recursive: true });
    for (const name of [...reports, 'allure-report']) rmSync(join(copy, name), { recursive: true });
    const before = readdirSync(copy);

    const again = await inProcess(['report', copy, '--out', to, '--json', '--strict']);

    expect([code, again.code]).toEqual([1, 1]);
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'failed', complete: false, out: to });
    for (const name of reports) expect(fileIn(to, name)).toBe(fileIn(out, name));
    const tests = allureTests(to);
    expect(tests).toEqual(allureTests(out));
    expect(tests.some(({ attachments }) => attachments.some((name) => name.endsWith(': difference')))).toBe(true);
    expect(readdirSync(copy)).toEqual(before);
  });

  test('are finished in spite of a Ctrl-C, and a second one leaves those that were there whole', async () => {
    const before = allureTests(out);
    const interrupted = (times: number) => {
      const onStart = ({ pid = 0 }: ChildProcess): void => {
        once(
          () => existsSync(join(out, '.cache')) && readdirSync(join(out, '.cache')).length > 0,
          () => {
            for (let count = 0; count < times; count += 1) setTimeout(() => process.kill(-pid, 'SIGINT'), 200 * count);
          },
        );
      };
      return threePas(['report', out, '--strict'], {}, { onStart, isGroup: true });
    };

    const one = await interrupted(1);
    const twice = await interrupted(2);

    expect([one.code, twice.code]).toEqual([1, 3]);
    expect(one.stdout).toContain(join(out, 'allure-report/index.html'));
    expect(twice.stdout).not.toContain(join(out, 'allure-report/index.html'));
    for (const { stderr } of [one, twice]) expect(stderr).toContain(`npx 3pas report ${out}`);
    expect(allureTests(out)).toEqual(before);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('can be judged again, and a verdict that was changed shows', async () => {
    const changed = join(temporaryFolder(), 'changed');
    cpSync(out, changed, { recursive: true });
    const journal = fileIn(out, 'journal.ndjson').replace(/("check-ended"[^\n]*"verdict":)"failed"/, '$1"passed"');
    writeFileSync(join(changed, 'journal.ndjson'), journal);

    const same = await inProcess(['rejudge', out]);
    const other = await inProcess(['rejudge', changed]);

    expect(same).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+ cases .*, 0 to something else\./) as string,
    });
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT BORNE OUT') as string });
  });

  test('list every dossier of a journal that was changed, name the line, and give no verdict', async () => {
    const folder = temporaryFolder();
    const lines = fileIn(out, 'journal.ndjson').split('\n');
    const at = lines.findIndex((line) => line.includes('"type":"check-started"'));
    writeFileSync(join(folder, 'journal.ndjson'), lines.with(at, 'null').join('\n'));

    const { code: exit, stdout } = await inProcess(['report', folder, '--reporter', 'junit']);

    expect(exit).toBe(3);
    expect(stdout).toContain(`(${String(at + 1)})`);
    expect(fileIn(folder, 'opruimlijst.csv')).toBe(fileIn(out, 'opruimlijst.csv'));
  });

  test('are refused for a journal without a start, or of another version', async () => {
    const damaged = temporaryFolder();
    const [first = '', ...rest] = fileIn(out, 'journal.ndjson').split('\n');
    const reported = async (lines: readonly string[]): Promise<string> => {
      writeFileSync(join(damaged, 'journal.ndjson'), lines.join('\n'));
      const { code: exit, stderr } = await inProcess(['report', damaged]);
      return `${String(exit)} ${stderr}`;
    };

    expect(await reported([first.replace(/"version":\d+/, '"version":999'), ...rest])).toMatch(
      /^2 3pas: .*version 999/,
    );
    expect(await reported([''])).toMatch(/^2 3pas: .*no start of a run/);
  });
});

test('a run that was killed is reported with every dossier, and with the checks that were stopped', async () => {
  const out = join(temporaryFolder(), 'out');
  let meanwhile: Promise<{ readonly code: number | null; readonly stderr: string }> | undefined;
  const onStart = ({ pid = 0 }: ChildProcess): void => {
    once(
      () => timesIn(out, '"check-ended"') >= 5 && timesIn(out, '"dossierNumber"') > 5,
      () => {
        meanwhile = inProcess(['report', out]);
        void meanwhile.then(() => process.kill(-pid, 'SIGKILL'));
      },
    );
  };
  await threePas(['run', '--runs', '1000', '--document-type', 'Melding', '--out', out], {}, { onStart, isGroup: true });

  const { code, stdout } = await inProcess(['report', out, '--lang', 'nl']);

  expect(await meanwhile).toMatchObject({ code: 2, stderr: expect.stringContaining('in use by 3pas run') as string });
  expect(code).toBe(3);
  expect(stdout).toMatch(/^GEEN OORDEEL: de run is niet afgemaakt;/);
  expect(stdout).toContain('De run is gestopt voor zijn einde');
  const made = exchangesIn(out).flatMap(({ dossierNumber }) => dossierNumber ?? []);
  const listed = fileIn(out, 'opruimlijst.csv')
    .split('\r\n')
    .filter((row) => !row.endsWith(';misschien'))
    .map((row) => row.split(';')[0]);
  expect(made.length).toBeGreaterThan(5);
  expect(listed.slice(1, -1).sort()).toEqual([...new Set(made)].sort());
  const begun = eventsIn(out).filter(({ type }) => type === 'check-started').length;
  const told = allureTests(out).filter(({ description }) => description.includes('the run was stopped'));
  expect(begun - checksIn(out).length).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(0);
});
