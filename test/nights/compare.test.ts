import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder, threePas } from '../run/three-pas.ts';
import { failedCheck, writeRun } from './write-run.ts';

const compare = (...args: readonly string[]) => inProcess(['compare', ...args, '--lang', 'en']);
const stateIn = (): string => join(temporaryFolder(), 'state');
const failing = { checks: [failedCheck] };
const ofState = (state: string): string => join(state, 'nights-mock-poc.json');

describe('two runs beside each other', () => {
  test('that are the same are one line', async () => {
    const { code, stdout } = await compare(writeRun(0), writeRun(1));

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Unchanged: mock-poc, 1 check in order, compared with the night of 2025-03-01\n',
    });
  });

  test('of one day are told apart by their time', async () => {
    const later = writeRun(0, { started: { runId: 'later', at: '2025-03-01T05:00:00.000Z' } });

    expect((await compare(writeRun(0), later)).stdout).toContain('compared with the run of 2025-03-01 02:00\n');
    const state = stateIn();
    await compare(writeRun(0), '--state', state);
    expect((await compare(later, '--state', state)).stdout).toMatch(/night 1 since 2025-03-01, run of 06:00\n/);
  });

  test('a failure that was not there is an alarm, with its cause', async () => {
    const { code, stdout } = await compare(writeRun(0), writeRun(1, failing));

    expect({ code, stdout }).toEqual({
      code: 1,
      stdout:
        'WORSE: mock-poc, 1 change; 0 checks in order, 1 known finding, compared with the night of 2025-03-01\n' +
        '  ✗ new: delivery.accepts-valid, Melding, answer fault 500\n',
    });
  });

  test('are refused in the wrong order', async () => {
    expect(await compare(writeRun(1), writeRun(0))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('; give the earlier run first') as string,
    });
  });

  test('whatever time lies between them', async () => {
    const anHourLater = writeRun(0, { started: { runId: 'later', seed: 8, at: '2025-03-01T02:00:00.000Z' } });

    expect((await compare(writeRun(0), writeRun(90))).stdout).toMatch(/^Unchanged.*\n$/);
    expect((await compare(writeRun(0, failing), anHourLater)).stdout).toMatch(
      /^Changed, not worse.*\n.*not seen again/,
    );
  });

  test.each([
    {
      what: 'contract',
      started: { contract: { id: 'x', digest: 'other', confirmed: false } },
      said: 'contract (digest) d → other',
    },
    { what: 'document types', started: { documentTypes: ['Melding'] }, said: '--document-type all → Melding' },
    { what: 'number of deliveries', started: { runs: 50 }, said: '--runs 1 → 50' },
    {
      what: 'endpoint',
      started: { isMock: false, target: 'https://eto.example/x' },
      said: 'endpoint mock → eto.example',
    },
  ])('of another $what are refused, unless told otherwise', async ({ started, said }) => {
    const [last, now] = [writeRun(0), writeRun(1, { started })];

    const { code, stderr } = await compare(last, now);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect((await compare(last, now, '--unequal')).code).toBe(0);
  });

  test('forms: JSON, Markdown that is added to a summary, a page', async () => {
    const [last, now, folder] = [writeRun(0), writeRun(1, failing), temporaryFolder()];
    const [summary, page] = [join(folder, 'summary.md'), join(folder, 'page.html')];
    writeFileSync(summary, 'before\n');

    const { stdout } = await compare(last, now, '--json', '--markdown', summary, '--html', page);

    expect(JSON.parse(stdout)).toMatchObject({
      told: 'worse',
      changes: [{ kind: 'new', isWorse: true, finding: { cause: { kind: 'fault 500' } } }],
    });
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n### WORSE: .*\n\n- ✗ new: delivery\.accepts-valid/);
    expect(readFileSync(page, 'utf8')).toContain('aria-label="failed"');
  });

  test.each([
    { forms: ['--json', '--markdown'], said: '--json and --markdown both go to stdout' },
    { forms: ['--html', '--json'], said: '--json and --html both go to stdout' },
  ])('two forms on stdout are refused: $forms', async ({ forms, said }) => {
    const { code, stderr } = await compare(writeRun(0), writeRun(1), ...forms);

    expect({ code, isSaid: stderr.includes(said) }).toEqual({ code: 2, isSaid: true });
  });

  test.each(['replay', 'pact'] as const)('what %s left is no night', async (by) => {
    const asked = { profile: 'mock-poc', contract: undefined, by };

    const { code, stderr } = await compare(writeRun(0), writeRun(1, { started: { asked } }));

    expect({ code, isSaid: stderr.includes('holds no run of 3pas run') }).toEqual({ code: 2, isSaid: true });
  });

  test('nothing to compare with is wrong usage', async () => {
    const { code, stderr } = await compare(writeRun(0));

    expect({ code, hasWayOut: stderr.includes('--state') }).toEqual({ code: 2, hasWayOut: true });
    expect((await compare(writeRun(0), join(temporaryFolder(), 'none'))).code).toBe(2);
    expect((await compare(writeRun(0), writeRun(1), writeRun(2))).stderr).toContain('a third run');
  });
});

describe('nights in a state folder', () => {
  test('begin with a first night, told and in order, in both languages', async () => {
    const { code, stdout } = await compare(writeRun(0, failing), '--state', stateIn());

    expect({ code, stdout: stdout.split(':')[0] }).toEqual({ code: 0, stdout: 'FIRST NIGHT' });
    expect((await inProcess(['compare', writeRun(0), '--state', stateIn(), '--lang', 'nl'])).stdout).toContain(
      'eerste nacht',
    );
  });

  test('leave of an unchanged night its run, its results and one line', async () => {
    const state = stateIn();
    const [first, second] = [writeRun(0), writeRun(1)];
    for (const run of [first, second]) await compare(run, '--state', state);

    expect(readdirSync(second).sort()).toEqual(['night.json', 'results.ndjson', 'run.json']);
    expect(readFileSync(join(second, 'night.json'), 'utf8').trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(first, 'journal.ndjson'))).toBe(true);
  });

  test('leave it whole where that is asked, and a night that changed', async () => {
    const state = stateIn();
    const [first, kept, changed] = [writeRun(0), writeRun(1), writeRun(2, failing)];
    await compare(first, '--state', state);
    await compare(kept, '--state', state, '--keep');
    await compare(changed, '--state', state);

    expect([kept, changed].map((run) => existsSync(join(run, 'journal.ndjson')))).toEqual([true, true]);
  });

  test('a run that was thinned out is compared by its line', async () => {
    const state = stateIn();
    const [first, thin] = [writeRun(0), writeRun(1)];
    for (const run of [first, thin]) await compare(run, '--state', state);

    expect((await compare(thin, writeRun(2, failing))).code).toBe(1);
    expect((await compare(thin, '--state', stateIn())).stdout).toMatch(/^FIRST NIGHT/);
  });

  test('tell a run that is compared again the same, in every form', async () => {
    const [state, changed, folder] = [stateIn(), writeRun(1, failing), temporaryFolder()];
    await compare(writeRun(0), '--state', state);
    const once = async (name: string) => {
      const [summary, page] = [join(folder, `${name}.md`), join(folder, `${name}.html`)];
      const { code, stdout } = await compare(
        changed,
        '--state',
        state,
        '--json',
        '--markdown',
        summary,
        '--html',
        page,
      );
      return [
        code,
        stdout,
        readFileSync(summary, 'utf8'),
        readFileSync(page, 'utf8'),
        readFileSync(ofState(state), 'utf8'),
      ];
    };
    const [first, again] = [await once('first'), await once('again')];

    expect(first[0]).toBe(1);
    expect(again).toEqual(first);
    expect((await compare(writeRun(2, failing), '--state', state)).code).toBe(0);
  });

  test('compare a run once more that was killed, compared and resumed, also the first and one that was thinned out', async () => {
    const state = stateIn();
    const told = async (run: string): Promise<string | undefined> =>
      (await compare(run, '--state', state)).stdout.split('\n')[0];
    await told(writeRun(0, { isKilled: true }));

    expect(await told(writeRun(0, failing))).toMatch(/^FIRST NIGHT: .*1 known finding/);
    const thin = writeRun(1, failing);
    expect([await told(thin), await told(thin)].map((line) => line?.split(':')[0])).toEqual(['Unchanged', 'Unchanged']);
    await told(writeRun(2, { isKilled: true }));
    expect(await told(writeRun(2, failing))).toMatch(/^Unchanged: .*night 3 since/);
  });

  test('refuse a run once more that others were compared after', async () => {
    const [state, run] = [stateIn(), writeRun(0)];
    for (const one of [run, writeRun(1)]) await compare(one, '--state', state);

    const { code, stderr } = await compare(run, '--state', state);

    expect({ code, isSaid: stderr.includes('it was compared then (first night)') }).toEqual({ code: 2, isSaid: true });
  });

  test('refuse a run of before the last night', async () => {
    const state = stateIn();
    await compare(writeRun(5), '--state', state);

    expect((await compare(writeRun(4), '--state', state)).code).toBe(2);
  });

  test('take a run that was killed for what it is: what it did not come to is undecided', async () => {
    const state = stateIn();
    const killed = writeRun(1, { isKilled: true });
    await compare(writeRun(0), '--state', state);

    const { code, stdout } = await compare(killed, '--state', state);

    expect(code).toBe(0);
    expect(stdout).toContain('no verdict since 2025-03-01');
    expect(existsSync(join(killed, 'journal.ndjson'))).toBe(true);
  });

  test('leave a run that was stopped whole, so that it can go on', async () => {
    const state = stateIn();
    const [first, second] = [0, 1].map((day) => writeRun(day, { isStopped: true }));
    for (const run of [first, second]) await compare(run ?? '', '--state', state);

    expect(readdirSync(second ?? '')).toContain('journal.ndjson');
  });

  test('refuse a journal that was damaged since, and are not told of one that was stopped', async () => {
    const state = stateIn();
    const [first, damaged] = [writeRun(0), writeRun(1)];
    await compare(first, '--state', state);
    const file = join(damaged, 'journal.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"judged"', '"judgee"'));

    const { code, stderr } = await compare(damaged, '--state', state);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/damaged or changed after the run, line \d/) as string,
    });
  });

  test.each([
    { damage: (text: string) => text.slice(0, -20), said: "can't be read" },
    { damage: (text: string) => text.replace('"nights": 1', '"nights": -1'), said: 'key nights' },
    { damage: (text: string) => text.replace('"status": "open"', '"status": "shut"'), said: 'key findings.0.status' },
    { damage: (text: string) => text.replace(/"lastSign": "\d{4}/, '"lastSign": "9999'), said: 'key lastSign: 9999' },
    {
      damage: (text: string) => text.replace(/"looked": "\d{4}/, '"looked": "2099'),
      said: 'key findings.0.looked: 2099',
    },
    { damage: () => '', said: "can't be read" },
    { damage: (text: string) => text.padEnd(16 * 1024 * 1024 + 1), said: 'too large' },
  ])('refuse a damaged file with its place, and leave it: $said', async ({ damage, said }) => {
    const state = stateIn();
    const now = writeRun(1);
    await compare(writeRun(0, failing), '--state', state);
    const damaged = damage(readFileSync(ofState(state), 'utf8'));
    writeFileSync(ofState(state), damaged);

    const { code, stderr } = await compare(now, '--state', state);

    expect(code).toBe(2);
    expect(stderr).toContain('nights-mock-poc.json');
    expect(stderr).toContain(said);
    expect(readFileSync(ofState(state), 'utf8')).toBe(damaged);
    expect(existsSync(join(now, 'journal.ndjson'))).toBe(true);
  });

  test('refuse a file in the place of the folder', async () => {
    const file = join(temporaryFolder(), 'state');
    writeFileSync(file, '');

    expect(await compare(writeRun(0), '--state', file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'state is a file and not a folder; take it away, or give another folder',
      ) as string,
    });
  });

  test('quote no more of a damaged file than its beginning', async () => {
    const state = stateIn();
    await compare(writeRun(0), '--state', state);
    writeFileSync(ofState(state), JSON.stringify({ type: 'x'.repeat(100_000) }));

    const { code, stderr } = await compare(writeRun(1), '--state', state);

    expect({ code, isShort: stderr.length < 1000 }).toEqual({ code: 2, isShort: true });
  });

  test.each(['nights-mock-poc.json', 'night.json'])('refuse a pipe by the name of %s', async (name) => {
    const [state, now] = [stateIn(), writeRun(1)];
    await compare(writeRun(0), '--state', state);
    const pipe = join(name === 'night.json' ? now : state, name);
    rmSync(pipe, { force: true });
    execFileSync('mkfifo', [pipe]);

    const { code, stderr } = await compare(now, '--state', state);

    expect({ code, isNamed: stderr.includes(`${pipe} is a named pipe`) }).toEqual({ code: 2, isNamed: true });
  });

  test.each([
    { started: { at: 'nonsense' }, said: 'at: must be a moment' },
    { started: { at: '2099-01-01T01:00:00.000Z' }, said: 'which is in the future; compare a run' },
    { started: { at: '2025-02-01T25:00:00.000Z' }, said: 'at: must be a moment' },
  ])('refuse a run that could not be read again, and keep nothing of it: $said', async ({ started, said }) => {
    const [state, wrong] = [stateIn(), writeRun(1, { started })];
    await compare(writeRun(0), '--state', state);
    const before = readFileSync(ofState(state), 'utf8');

    const { code, stderr } = await compare(wrong, '--state', state);

    expect({ code, isSaid: stderr.includes(said) }).toEqual({ code: 2, isSaid: true });
    expect(readFileSync(ofState(state), 'utf8')).toBe(before);
    expect(existsSync(join(wrong, 'night.json'))).toBe(false);
  });

  test.each([
    { profile: '\ud800', what: 'half of a pair' },
    { profile: 'p'.repeat(400), what: 'too many characters' },
    { profile: '€'.repeat(60), what: 'too many once they are written out' },
  ])('keep a profile whose name no file can have, of $what', async ({ profile }) => {
    const state = stateIn();
    const codes = [];
    for (const day of [0, 1]) codes.push(await compare(writeRun(day, { started: { profile } }), '--state', state));

    expect(codes.map(({ stdout }) => stdout.split(':')[0])).toEqual(['FIRST NIGHT', 'Unchanged']);
    expect(readdirSync(state)).toEqual([expect.stringMatching(/^nights-sha256-[0-9a-f]{64}\.json$/)]);
  });

  test('keep a profile by a name that every system takes', async () => {
    const state = stateIn();
    await compare(writeRun(0, { started: { profile: 'a*b:c/d?' } }), '--state', state);

    expect(readdirSync(state)).toEqual(['nights-a%2Ab%3Ac%2Fd%3F.json']);
  });

  test('wait for each other, so that of two at once none is lost', async () => {
    const state = stateIn();
    const other = (day: number) => writeRun(day, { started: { profile: `p${String(day)}` } });
    const all = await Promise.all([0, 1].map((day) => threePas(['compare', other(day), '--state', state])));

    expect(all.map(({ code }) => code)).toEqual([0, 0]);
    expect(readdirSync(state).sort()).toEqual(['nights-p0.json', 'nights-p1.json']);
  });

  test('are told again where what they came to could not be written', async () => {
    const state = stateIn();
    await compare(writeRun(0), '--state', state);
    const worse = writeRun(1, failing);
    const before = readFileSync(ofState(state), 'utf8');

    const unwritable = await compare(worse, '--state', state, '--markdown', '');

    expect(unwritable).toMatchObject({ code: 2, stderr: expect.stringContaining('--markdown') as string });
    expect(readFileSync(ofState(state), 'utf8')).toBe(before);
    expect(await compare(worse, '--state', state)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('new: delivery.accepts-valid') as string,
    });
  });
});
