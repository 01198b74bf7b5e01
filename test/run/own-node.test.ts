import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const bin = resolve(import.meta.dirname, '../../cli/bin.js');

/** Has this process, and none that it starts, say that its Node is an old one. */
const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.11.1' })`;

const onOldNode = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ['--import', old, bin, ...args]);

describe('in a checkout on an old Node a command runs on the one that npm brought', () => {
  test('with what it says', async () => {
    expect(await onOldNode('--version')).toMatchObject({ stdout: '0.1.0\n', stderr: '' });
  });

  test('with how it ends', async () => {
    await expect(onOldNode('run', '--profile', 'mock-pco')).rejects.toMatchObject({ code: 2 });
  });
});
