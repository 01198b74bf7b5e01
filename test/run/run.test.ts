import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFull } from '../samples/in-full.ts';
import { runHere } from './run-here.ts';
import { checksIn, eventsIn, exchangesIn, fileIn, problemsIn, temporaryFolder, threePas } from './three-pas.ts';

const smoke = ['--runs', '1', '--run-id', 'test', '--reporter', 'junit'];
const clock = ['--clock', '2026-11-23T10:00:00Z'];

const contentOf = (file: string): Buffer => {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
};

describe('a run against the embedded endpoint', () => {
  test.each(
    inFull(['2026-12-31', '2027-01-01', '2027-07-01', '2028-01-01', '2028-02-29', '2028-12-31'], ['2028-02-29']),
  )('passes on %s with the largest seed, and every planned check ends', async (day) => {
    const seed = '2147483647';
    const out = join(temporaryFolder(), 'out');

    const { code, stdout } = await runHere([
      ...smoke,
      ...['--seed', seed, '--clock', `${day}T10:00:00Z`, '--document-type', 'BeschikkingAanvraag', '--out', out],
    ]);

    expect(problemsIn(out)).toEqual([]);
    expect({ code, planned: eventsIn(out)[0] }).toMatchObject({ code: 0, planned: { checks: checksIn(out).length } });
    expect(stdout).toContain(`--seed ${seed}`);
  });

  test('sends the same bytes again for the same seed, clock and run id, and tells its summary as JSON on demand', async () => {
    const [one, other] = [join(temporaryFolder(), 'out'), join(temporaryFolder(), 'out')];
    const args = [...smoke, ...clock, '--seed', '5', '--topic', 'delivery,redelivery', '--document-type', 'Melding'];

    await runHere([...args, '--out', one]);
    const { stdout } = await threePas(['run', ...args, '--json', '--out', other]);

    const sent = (out: string) =>
      exchangesIn(out).map(
        ({ check, case: number, purpose, request }) => `${check} ${String(number)} ${purpose} ${request?.sha256 ?? ''}`,
      );
    expect(sent(one).length).toBeGreaterThan(20);
    expect(sent(one).sort()).toEqual(sent(other).sort());
    const scope = checksIn(other).filter(({ verdict }) => verdict === 'passed').length;
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'in-part', complete: false, counts: { scope }, out: other });
  });

  test('leaves the report of at most 5 MB, JUnit, results and the clean-up list, and no secret in any file', async () => {
    const out = join(temporaryFolder(), 'out');

    const { stdout } = await runHere(['--runs', '1', '--topic', 'connection,delivery', '--out', out]);

    const report = join(out, 'allure-report/index.html');
    expect(stdout).toContain(report);
    expect(statSync(report).size).toBeLessThan(5 * 1024 * 1024);
    expect(readdirSync(join(out, 'allure-report'))).toEqual(['index.html']);
    expect(fileIn(out, 'opruimlijst.csv').split('\r\n').length).toBeGreaterThan(10);
    expect(['junit.xml', 'results.ndjson', 'run.json'].map((name) => existsSync(join(out, name)))).toEqual([
      true,
      true,
      true,
    ]);
    const password = 'alleen-voor-het-ingebouwde-eindpunt';
    const forms = [password, Buffer.from(`proefaansluiting:${password}`).toString('base64')];
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const revealing = files.filter((file) => {
      const text = contentOf(join(file.parentPath, file.name)).toString('latin1');
      return forms.some((form) => text.includes(form));
    });
    expect(files.length).toBeGreaterThan(8);
    expect(revealing.map(({ name }) => name)).toEqual([]);
  });
});
