import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** A folder that every user can come to, as those of tests can't be. */
const openFolder = (name: string): string => mkdtempSync(`/tmp/3pas-${name}-`);

/** The checkout as nobody can write to it, or undefined where this user may not mount one. */
const readOnlyCheckout = (): string | undefined => {
  const folder = openFolder('checkout');
  try {
    execFileSync('mount', ['--bind', project, folder], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
};

const checkout = readOnlyCheckout();
const free = openFolder('free');
chmodSync(free, 0o777);

afterAll(() => {
  rmSync(free, { recursive: true });
  if (checkout === undefined) return;
  execFileSync('umount', [checkout]);
  rmdirSync(checkout);
});

describe.skipIf(checkout === undefined)('a user without name, home, temporary folder or environment', () => {
  const asNobody = (...args: readonly string[]) => {
    const who = ['--reuid', '12345', '--regid', '12345', '--clear-groups'];
    const bin = join(checkout ?? '', 'cli/bin.js');
    const node = process.execPath.replace(project, checkout ?? '');
    const { status, stderr } = spawnSync('setpriv', [...who, node, bin, ...args], {
      cwd: '/proc',
      env: { PATH: '/usr/bin:/bin', TMPDIR: '/nothing' },
      encoding: 'utf8',
    });
    return { status, stderr };
  };

  test('has a run with all its reports, and nothing else is left', () => {
    const out = join(free, 'run');

    const { status } = asNobody('run', '--runs', '1', '--topic', 'connection', '--out', out);

    expect(status).toBe(0);
    expect(existsSync(join(out, 'allure-report/index.html'))).toBe(true);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(free)).toEqual(['run']);
  });

  test('is told in a sentence that there is no place to write to', () => {
    const { status, stderr } = asNobody('run', '--runs', '1');

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^3pas: the output folder .* give another one with --out\n$/) as string,
    });
  });
});
