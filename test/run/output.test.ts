import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
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
