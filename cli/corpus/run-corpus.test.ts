import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeCase } from '#evidence/corpus/write-case';
import { aCase } from '../../test/samples/corpus-case.ts';
import { openCorpus } from './run-corpus.ts';

test('a folder whose name ends a line ends none of what is told', () => {
  const corpus = mkdtempSync(join(tmpdir(), 'corpus-'));
  mkdirSync(join(corpus, 'a\n3pas: alles is goed'));
  const said = vi.spyOn(process.stderr, 'write').mockClear().mockReturnValue(true);

  openCorpus(corpus, { corpus: undefined }, 'nl');

  const told = said.mock.calls.map(([line]) => String(line)).join('');
  expect(told.trimEnd()).not.toContain('\n');
  expect(told).toContain('a\\n3pas: alles is goed');
});

test('a run goes on without the cases that can not be read, and tells which and why', () => {
  const corpus = mkdtempSync(join(tmpdir(), 'corpus-'));
  writeCase(corpus, 'goed', aCase());
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) mkdirSync(join(corpus, name));
  writeFileSync(join(corpus, 'a', 'case.yaml'), 'case: 1\nvan: mij');
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

  const opened = openCorpus(corpus, { corpus: undefined }, 'nl');

  expect(opened?.kept.map(({ name }) => name)).toEqual(['goed']);
  const lines = said.mock.calls.map(([line]) => String(line));
  expect(lines[0]).toMatch(
    /^3pas: een geval van het corpus is overgeslagen en blijft zoals het is: .*a\/case\.yaml:2: /,
  );
  expect(lines.at(-1)).toBe("3pas: nog 2 gevallen overgeslagen om zo'n reden\n");
});
