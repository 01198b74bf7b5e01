import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const bin = resolve(import.meta.dirname, '../../cli/bin.js');

/** What a line of a shell with `$P` for the command comes to, the exit code of the command in it, and what it said on stderr. */
const inShell = (line: string) => {
  const { stdout, stderr } = spawnSync('bash', ['-c', `${line}; echo "\${PIPESTATUS[0]}"`], {
    encoding: 'utf8',
    env: { ...process.env, P: `${process.execPath} ${bin}`, LANG: 'C' },
  });
  return { code: Number(stdout.trim().split('\n').at(-1)), stderr };
};

test.each([
  ['a list', '$P requirements --json | head -c 10 > /dev/null', 141],
  ['wrong usage, told to nobody', '$P certificate inspect nothing.pem 2>&1 | true', 2],
])('a pipe that is closed ends %s quietly', (_, line, code) => {
  expect(inShell(line)).toEqual({ code, stderr: '' });
});

test.skipIf(!existsSync('/dev/full'))('output that can not be written is a sentence and exit code 3', () => {
  expect(inShell('$P requirements > /dev/full')).toEqual({
    code: 3,
    stderr: expect.stringMatching(/^3pas: the output can't be written \(ENOSPC.*\n$/) as string,
  });
});
