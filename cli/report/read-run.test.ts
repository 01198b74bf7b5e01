import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aRun } from '../../test/samples/run.ts';
import { saidBy } from '../said-by.ts';
import { readRun } from './read-run.ts';

const makers = {
  'een named pipe': (path: string) => void execFileSync('mkfifo', [path]),
  'een map': (path: string) => {
    mkdirSync(path);
  },
  'een apparaat': (path: string) => {
    symlinkSync('/dev/zero', path);
  },
};

const saidOf = (folder: string): string => {
  try {
    readRun(folder);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${saidBy(error).nl}` : '';
  }
};

describe.each(Object.entries(makers))('%s', (kind, make) => {
  test.each(['journal.ndjson', 'run.json', 'exchanges/1.gz'])('by the name %s is refused in a sentence', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
    mkdirSync(join(folder, 'exchanges'));
    if (name !== 'journal.ndjson')
      writeFileSync(join(folder, 'journal.ndjson'), `${JSON.stringify(aRun([]).started)}\n`);
    make(join(folder, name));

    const way = 'en niet een bestand; haal dat weg, of geef een andere map';
    expect(saidOf(folder)).toBe(`UsageError: ${join(folder, name)} is ${kind} ${way}`);
  });
});

test('packs in a file, and a journal that a link leads away from, are refused in a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
  symlinkSync('journal.ndjson', join(folder, 'journal.ndjson'));
  expect(saidOf(folder)).toMatch(/^UsageError: .* is niet te lezen \(de koppeling leidt naar zichzelf, ELOOP\)/);

  const other = mkdtempSync(join(tmpdir(), 'kinds-'));
  writeFileSync(join(other, 'exchanges'), '');
  expect(saidOf(other)).toContain('is een bestand en niet een map');
});
