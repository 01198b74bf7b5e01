import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContract } from '../reader.ts';
import { comesWithUs } from './comes-with-us.ts';

test('the contract of this room comes with us, and a copy of it elsewhere does not', () => {
  const parent = mkdtempSync(join(tmpdir(), 'copied-'));
  onTestFinished(() => {
    rmSync(parent, { recursive: true });
  });
  const copy = join(parent, '2020-01');
  cpSync('contract/2020-01', copy, { recursive: true });

  expect(comesWithUs(readContract('contract/2020-01'))).toBe(true);
  expect(comesWithUs(readContract(copy))).toBe(false);
});
