import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coverageOfRun } from '#reporters/run-coverage';
import { aRun } from '../../test/samples/run.ts';
import { saidBy } from '../said-by.ts';
import { readRunCoverage } from './run-coverage.ts';

const whole = coverageOfRun(aRun([]), {
  type: 'aimed',
  constraints: ['a.xsd#T/maxLength'],
  documentTypes: ['Melding'],
  never: [],
});

const readOf = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  writeFileSync(join(folder, 'coverage.json'), text);
  try {
    return readRunCoverage(folder);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${saidBy(error).nl.replace(folder, '')}` : '';
  }
};

test('a coverage that a run wrote is read', () => {
  expect(readOf(JSON.stringify(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
});

test.each([
  ['no JSON', '{"version":1,', /^UsageError: \/coverage\.json is beschadigd \(.+\); verwijder het bestand/],
  ['an array', '[]', /is beschadigd \(bij version\)/],
  ['nothing', 'null', /is beschadigd \(het is geen object\)/],
  ['another version', JSON.stringify({ ...whole, version: 2 }), /\(bij version\)/],
  ['counts that are texts', JSON.stringify({ ...whole, counts: { all: '1' } }), /\(bij counts\.all\)/],
  ['constraints that are none', JSON.stringify({ ...whole, constraints: [null] }), /\(bij constraints\.0\)/],
])('one of another shape is told in a sentence: %s', (_, text, said) => {
  expect(readOf(text)).toMatch(said);
});
