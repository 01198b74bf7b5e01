import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { asNobody, openFolder, readOnly } from '../samples/read-only.ts';

const project = resolve(import.meta.dirname, '../..');

const checkout = readOnly(project);
const free = openFolder('free');
chmodSync(free, 0o777);

afterAll(() => {
  rmSync(free, { recursive: true });
  checkout?.release();
});

describe.skipIf(checkout === undefined)('a user without name, home, temporary folder or environment', () => {
  const runAsNobody = (...args: readonly string[]) => {
    const folder = checkout?.folder ?? '';
    const node = process.execPath.replace(project, folder);
    const [command, ...who] = asNobody;
    const { status, stderr } = spawnSync(command, [...who, node, join(folder, 'cli/bin.js'), ...args], {
      cwd: '/proc',
      env: { PATH: '/usr/bin:/bin', TMPDIR: '/nothing' },
      encoding: 'utf8',
    });
    return { status, stderr };
  };

  test('has a run with all its reports, and nothing else is left', () => {
    const out = join(free, 'run');

    const { status } = runAsNobody('run', '--runs', '1', '--topic', 'connection', '--out', out);

    expect(status).toBe(0);
    expect(existsSync(join(out, 'allure-report/index.html'))).toBe(true);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(free)).toEqual(['run']);
  });

  test('is told in a sentence that there is no place to write to', () => {
    const { status, stderr } = runAsNobody('run', '--runs', '1');

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^3pas: the output folder .* give another one with --out\n$/) as string,
    });
  });
});
