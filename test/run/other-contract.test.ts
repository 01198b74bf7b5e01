import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { inProcess } from './in-process.ts';
import { runHere } from './run-here.ts';
import {
  checksIn,
  eventsIn,
  exchangesIn,
  type Finished,
  fileIn,
  problemsIn,
  temporaryFolder,
  threePas,
} from './three-pas.ts';
import { inFull } from '../samples/in-full.ts';

const folder = (name: string): string => resolve(import.meta.dirname, '../contracts', name);

test.each<[string, string, { readonly least: number; readonly run: (args: readonly string[]) => Promise<Finished> }]>([
  ['bouwmelding', 'in which nothing is called alike', { least: 80, run: (args) => threePas(['run', ...args]) }],
  ['post', 'that has hardly anything it need not have', { least: 60, run: runHere }],
])('contract %s, %s, runs through generator, mock, client and suite', async (name, _, { least, run }) => {
  const out = join(temporaryFolder(), 'out');

  const args = ['--contract', folder(name), '--trust-rules', '--runs', inFull('25', '10'), '--seed', '1'];
  const { code } = await run([...args, '--reporter', 'junit', '--out', out]);

  expect(problemsIn(out)).toEqual([]);
  expect({ code, planned: eventsIn(out)[0] }).toMatchObject({ code: 0, planned: { checks: checksIn(out).length } });
  expect(checksIn(out).filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(least);
  for (const documentType of readContract(folder(name)).documentTypes) {
    const own = exchangesIn(out).filter((one) => one.documentType === documentType.name);
    const answers = ['accepted', 'fault'].map(
      (answer) => own.filter((one) => one.answer === answer).length > inFull(20, 8),
    );
    expect([documentType.name, ...answers]).toEqual([documentType.name, true, true]);
  }
});

test('and generate says of what can not be broken by itself why it is left out', async () => {
  const out = join(temporaryFolder(), 'out');

  const { code } = await inProcess(['generate', '--contract', folder('post'), '-n', '3', '--violations', '--out', out]);

  expect(code).toBe(0);
  expect(fileIn(out, 'index.ndjson')).toMatch(/"untested".*alinea\/choice.*was not broken by itself/);
});
