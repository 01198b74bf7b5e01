import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { writeJson } from './read-json.ts';

test('a file that would be too large to be read again is not written', () => {
  const path = join(mkdtempSync(join(tmpdir(), '3pas-')), 'nights.json');
  writeFileSync(path, '{}');

  expect(() => {
    writeJson(path, ' '.repeat(16 * 1024 * 1024 + 1));
  }).toThrow(UsageError);
  expect(readFileSync(path, 'utf8')).toBe('{}');
});

test('a file that has no folder to be written to says so', () => {
  const path = join(mkdtempSync(join(tmpdir(), '3pas-')), 'gone', 'nights.json');

  expect(() => {
    writeJson(path, '{}');
  }).toThrow(UsageError);
});
