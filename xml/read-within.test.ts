import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileTooLarge, readWithin } from './read-within.ts';

const folder = mkdtempSync(join(tmpdir(), 'lezen-'));
const at = (name: string): string => join(folder, name);
const most = 3 * 1024 * 1024;

const pipe = (name: string): string => {
  execFileSync('mkfifo', [at(name)]);
  return at(name);
};

test('a file is read whole, up to as much as is asked', () => {
  writeFileSync(at('klein'), 'tekst');
  writeFileSync(at('groot'), '');
  truncateSync(at('groot'), most + 1);

  expect(readWithin(at('klein'), 5).toString()).toBe('tekst');
  expect(() => readWithin(at('klein'), 4)).toThrow(FileTooLarge);
  expect(() => readWithin(at('groot'), most)).toThrow('it is larger than 3 MiB');
  expect(() => readWithin(at('nergens'))).toThrow('ENOENT');
  expect(() => readWithin(folder)).toThrow('EISDIR');
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('is read to its end, and no further than is asked', () => {
    expect(readWithin('/dev/null')).toHaveLength(0);
    expect(() => readWithin('/dev/zero', most)).toThrow(FileTooLarge);
  });

  test('is a pipe that somebody writes to, once that begins', () => {
    const path = pipe('beschreven');
    const writer = spawn('sh', ['-c', 'printf tekst > "$0"', path]);

    expect(readWithin(path, most, 60_000).toString()).toBe('tekst');
    writer.unref();
  });

  test('is a pipe that nobody writes to, and not waited for', () => {
    expect(() => readWithin(pipe('stil'), most, 10)).toThrow('nobody writes to this pipe');
  });
});
