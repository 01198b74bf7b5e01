import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyWhole, tryBeside } from './whole-folder.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), '3pas-whole-'));

/** Of a process that has ended. */
const endedPid = spawnSync(process.execPath, ['--version']).pid;

test('what an ended process left half-copied is hidden and goes; what is of a running one or of somebody stays', () => {
  const root = newFolder();
  const left = `.map.making-${String(endedPid)}-Ab3xYz`;
  const others = [`.map.making-${String(process.pid)}-Ab3xYz`, '.map.making-', '.mapje.making-1-Ab3xYz', 'map.v2beta'];
  for (const name of [left, ...others]) mkdirSync(join(root, name, 'examples'), { recursive: true });

  tryBeside(join(root, 'map'));

  expect(readdirSync(root).sort()).toEqual(others.sort());
});

test('a copy has its name once it is whole, in the place of an empty folder too', () => {
  const [root, from] = [newFolder(), newFolder()];
  writeFileSync(join(from, 'contract.yaml'), 'contract: x\n');
  mkdirSync(join(root, 'map'));

  copyWhole(from, join(root, 'map'));

  expect([readdirSync(root), readdirSync(join(root, 'map'))]).toEqual([['map'], ['contract.yaml']]);
});
