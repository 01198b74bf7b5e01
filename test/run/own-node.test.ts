import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const bin = resolve(import.meta.dirname, '../../cli/bin.js');

/** Has this process, and none that it starts, say that its Node is an old one. */
const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.11.1' })`;

const oldNode = ['--import', old, bin];
const onOldNode = (...args: readonly string[]) => promisify(execFile)(process.execPath, [...oldNode, ...args]);

describe('in a checkout on an old Node a command runs on the one that npm brought', () => {
  test('with what it says', async () => {
    expect(await onOldNode('--version')).toMatchObject({ stdout: '0.1.0\n', stderr: '' });
  });

  test('with how it ends', async () => {
    await expect(onOldNode('run', '--profile', 'mock-pco')).rejects.toMatchObject({ code: 2 });
  });

  test('and no longer than whoever started it', async () => {
    const command = spawn(process.execPath, [...oldNode, 'mock', '--port', '0']);
    // They have one output, which closes when both are gone.
    const closed = once(command, 'close');
    await once(command.stdout, 'data');
    command.kill('SIGKILL');

    expect(await closed).toEqual([null, 'SIGKILL']);
  });
});
