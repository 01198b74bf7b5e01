import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mendJournal } from '#evidence/mend-journal';
import { makeSigner } from '../bundle/signers.ts';
import { inProcess } from './in-process.ts';
import { checksIn, temporaryFolder, threePas } from './three-pas.ts';

/** A disk of a megabyte, or undefined where this user may not mount one. */
const smallDisk = (): string | undefined => {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
};

const disk = smallDisk();
const melding = ['--document-type', 'Melding'];
const short = [...melding, '--reporter', 'table,junit'];

afterAll(() => {
  if (disk !== undefined) execFileSync('umount', ['-l', disk]);
});

describe.skipIf(disk === undefined)('a full disk ends with exit code 3 and a sentence', () => {
  test('for a run, which tells what was done so far', async () => {
    const out = join(disk ?? '', 'run');

    const { code, stdout, stderr } = await threePas(['run', '--runs', '50', ...short, '--out', out]);

    expect(code).toBe(3);
    expect(stdout).toMatch(/\d+ checks: /);
    expect(stdout + stderr).toContain('ENOSPC');
    expect(stdout + stderr).not.toContain('This is a bug of 3pas');
    rmSync(out, { recursive: true });
  });

  test('for generate', async () => {
    const out = join(disk ?? '', 'generate');

    const { code, stderr } = await threePas(['generate', '-n', '2000', ...melding, '--out', out]);

    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/^3pas: .*ENOSPC.*\n$/) as string });
    rmSync(out, { recursive: true });
  });

  test('for what is sealed, unpacked or resumed, which names the folder that is full and leaves nothing half', async () => {
    const folder = temporaryFolder();
    const at = (name: string): string => join(folder, name);
    const { certificate, key } = await makeSigner(folder);
    mkdirSync(at('in'));
    cpSync('contract/2020-01/examples/Melding.xml', join(at('in'), '1-request.xml'));
    await inProcess(['import', at('in'), '--test-data', '--reporter', 'junit', '--out', at('opname')]);
    const sealTo = ['seal', at('opname'), '--cert', certificate, '--key', key, '--out'];
    await inProcess([...sealTo, at('heel.zip')]);
    const run = join(disk ?? '', 'run');
    mkdirSync(run);
    const journal = readFileSync(at('opname/journal.ndjson'), 'utf8').repeat(9);
    writeFileSync(join(run, 'journal.ndjson'), `${journal}{"type":"judged","ch`);
    writeFileSync(
      join(disk ?? '', 'vol'),
      Buffer.alloc(1024 * 1024 - 40 * 1024 - statSync(join(run, 'journal.ndjson')).size),
    );

    const said = [
      await inProcess([...sealTo, join(disk ?? '', 'uit.zip')]),
      await inProcess([...sealTo, at('uit.zip')], { TMPDIR: disk ?? '' }),
      await inProcess(['verify', at('heel.zip')], { TMPDIR: disk ?? '' }),
    ].map(({ code, stderr }) => [code, stderr.replace(/ can't be written.*/s, '')]);

    const temporary = [3, `3pas: the folder for temporary files ${disk ?? ''}`];
    expect(said).toEqual([[3, `3pas: the output folder ${disk ?? ''}`], temporary, temporary]);
    expect(() => mendJournal(run)).toThrow('ENOSPC');
    expect([readdirSync(disk ?? '').sort(), readdirSync(run)]).toEqual([['run', 'vol'], ['journal.ndjson']]);
    expect(existsSync(at('uit.zip'))).toBe(false);
    rmSync(join(disk ?? '', 'vol'));
  });
});

test('an output folder that goes away half-way ends with exit code 3 and a sentence', async () => {
  const out = join(temporaryFolder(), 'out');

  const onStart = (): void => {
    const timer = setInterval(() => {
      if (checksIn(out).length < 5) return;
      clearInterval(timer);
      rmSync(out, { recursive: true });
    }, 50);
  };

  const { code, stderr } = await threePas(['run', '--runs', '50', ...short, '--out', out], {}, { onStart });

  expect({ code, there: existsSync(join(out, 'results.ndjson')) }).toEqual({ code: 3, there: false });
  expect(stderr).toContain(`3pas: the output folder ${out} can't be written any more`);
  expect(stderr).not.toContain('This is a bug of 3pas');
});

test('what is asked for as JSON is JSON when it fails as well', async () => {
  const { code, stdout } = await inProcess(['run', '--json', '--profile', 'mock-pco']);

  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'error',
    error: expect.stringContaining('did you mean "mock-poc"?') as string,
  });
});
